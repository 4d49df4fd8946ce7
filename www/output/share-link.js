// A map in the fragment of an address: a version character, then deflated JSON in base64url. Fragments are never sent.

/** @import {Project} from '../types.d.ts' */

const VERSION = '1';

/** @param {Project} project @returns {Promise<string>} */
export async function toFragment(project) {
  const packed = await through(new TextEncoder().encode(JSON.stringify(project)), new CompressionStream('deflate-raw'));
  let letters = '';
  for (let at = 0; at < packed.length; at += 0x8000) letters += String.fromCharCode(...packed.subarray(at, at + 0x8000));
  return VERSION + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} fragment @returns {Promise<Project | null>} Null where it is no map's; throws where it is a broken one. */
export async function fromFragment(fragment) {
  if (!/^[0-9][\w-]{8,}$/.test(fragment)) return null;
  if (fragment[0] !== VERSION) throw new Error(`this link was made by a newer version of the page (${fragment[0]})`);
  try {
    const letters = atob(fragment.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
    const unpacked = await through(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)), new DecompressionStream('deflate-raw'));
    const project = JSON.parse(new TextDecoder().decode(unpacked));
    if (project?.kind !== 'alliance-map-project') throw new Error('no project');
    return project;
  } catch {
    throw new Error('the link is damaged: its end may have been cut off');
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream */
const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
