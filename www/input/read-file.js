// From a dropped file to a document, or to a sentence that says why not and what would help.

/** @import {DocumentInput} from '../types.d.ts' */
import { docxText } from './docx.js';

const FORMATS = /** @type {const} */ ({ txt: 'text', text: 'text', md: 'markdown', markdown: 'markdown', html: 'html', htm: 'html', xhtml: 'html' });
export const ACCEPTED = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.json';

export class Unreadable extends Error {}

/** @param {File} file @returns {Promise<Pick<DocumentInput, 'text' | 'format' | 'title'> | { project: unknown }>} Throws `Unreadable`. */
export async function readFile(file) {
  const ending = (/\.([a-z0-9]+)$/i.exec(file.name)?.[1] ?? '').toLowerCase();
  const title = file.name.replace(/\.[a-z0-9]+$/i, '').replace(/[_-]+/g, ' ').trim();
  if (file.size === 0) throw new Unreadable(`${file.name} is empty.`);
  if (ending === 'pdf' || file.type === 'application/pdf') {
    throw new Unreadable(`${file.name} is a PDF, which this page does not read: open it, select and copy its text, and paste it here.`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (ending === 'docx') return { text: await docxText(bytes, file.name), format: 'text', title };
  if (ending === 'doc' || ending === 'odt' || ending === 'rtf' || ending === 'pages') {
    throw new Unreadable(`${file.name}: .${ending} files are not read. Save it as .docx or plain text, or paste its text.`);
  }
  const text = decode(bytes, file.name);
  if (ending === 'json') {
    const project = parseProject(text, file.name);
    return { project };
  }
  if (ending && !(ending in FORMATS) && !file.type.startsWith('text/')) {
    throw new Unreadable(`${file.name}: .${ending} files are not known here. It reads .txt, .md, .html and .docx, and its own .json projects.`);
  }
  const format = /** @type {DocumentInput['format']} */ (FORMATS[/** @type {keyof typeof FORMATS} */ (ending)] ?? 'auto');
  return { text, format, title: format === 'html' ? undefined : title };
}

/** @param {Uint8Array} bytes @param {string} name */
function decode(bytes, name) {
  const start = bytes.subarray(0, 4096);
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (!wide && start.includes(0)) throw new Unreadable(`${name} is not a text: it holds binary data. Save the article as .txt, .html or .docx.`);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Old Western European files; every byte has a letter there, so nothing is lost.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** @param {string} text @param {string} name */
function parseProject(text, name) {
  try {
    const project = JSON.parse(text);
    if (project?.kind === 'alliance-map-project' && Array.isArray(project.documents)) return project;
  } catch {
    throw new Unreadable(`${name} is no valid JSON.`);
  }
  throw new Unreadable(`${name} is JSON, but not a project that this page has saved.`);
}
