// The committed pkg/ was built from the sources beside it: build/pkg, which scripts/check has just built from them, offers the
// same functions and types, weighs the same and reads the samples the same, as does the native program. Bytes may differ
// between compilers. Where this fails after a change of the sources: `make pkg`.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = new URL('../../', import.meta.url);
const committed = new URL('pkg/', root);
const rebuilt = new URL('build/pkg/', root);
const both = [committed, rebuilt];

/** Largest difference in size that two compilers explain. */
const SIZE_TOLERANCE = 0.02;

/** @param {URL} folder @param {string} name */
const read = (folder, name) => readFileSync(new URL(name, folder));

/** wasm-bindgen marks its imports with a hash of the compiler and the crate. @param {string} script */
const withoutHashes = (script) => script.replace(/_[0-9a-f]{16}\b/g, '_HASH').replace(/(wasm_bindgen\w*?)\d+/g, '$1N');

/** The `<script>` elements of the single file, by id. @param {URL} folder @returns {Map<string, string>} */
function scriptsOf(folder) {
  const page = read(folder, 'alliance-map.html').toString('utf8');
  return new Map([...page.matchAll(/<script\b[^>]*\bid="([^"]+)"[^>]*>([^]*?)<\/script>/g)].map(([, id, text]) => [id, text]));
}

/** Reads the samples with the core in a folder. @param {URL} folder */
async function analyseSamples(folder) {
  const core = await import(new URL('alliance_map.js', folder).href);
  core.initSync({ module: read(folder, 'alliance_map_bg.wasm') });
  const samples = new URL('www/samples/', root);
  const formats = /** @type {Record<string, string>} */ ({ txt: 'text', md: 'markdown', html: 'html' });
  const documents = readdirSync(samples).filter((name) => /\.(txt|md|html)$/.test(name)).map((name) => {
    const [id, ending] = name.split(/\.(?=\w+$)/);
    return { id, text: read(samples, name).toString('utf8'), format: formats[ending] };
  });
  return JSON.stringify(core.analyse(documents));
}

test('both hold the same files', () => {
  assert.deepEqual(readdirSync(committed).sort(), readdirSync(rebuilt).sort());
});

test('the types and the functions are those of the sources', async () => {
  for (const name of readdirSync(committed).filter((name) => name.endsWith('.d.ts'))) {
    const [was, is] = both.map((folder) => withoutHashes(read(folder, name).toString('utf8')));
    assert.equal(was, is, name);
  }
  const [was, is] = await Promise.all(both.map(async (folder) => Object.keys(await import(new URL('alliance_map.js', folder).href))));
  assert.deepEqual(was, is);
  assert.ok(is.includes('analyse') && is.includes('Collection'), `analyse and Collection are expected among ${is}`);
});

test('the sizes are those of the sources', () => {
  for (const name of readdirSync(committed)) {
    const [was, is] = both.map((folder) => read(folder, name).length);
    assert.ok(Math.abs(was - is) <= is * SIZE_TOLERANCE, `${name}: ${was} bytes are committed, ${is} are built`);
  }
});

test('the samples are read alike by the committed core, the one built now and the native program', async () => {
  const program = fileURLToPath(new URL('target/release/alliance-map', root));
  const native = execFileSync(program, ['--offsets', 'utf16', fileURLToPath(new URL('www/samples', root))], { encoding: 'utf8', maxBuffer: 1e9 });
  assert.ok(JSON.parse(native).claims.length > 0, 'the samples hold no claims');
  for (const folder of both) assert.equal(await analyseSamples(folder), native.trimEnd(), folder.href);
});

test('the single file holds the scripts and data of the sources, and the very core that is beside it', () => {
  const [was, is] = both.map(scriptsOf);
  assert.deepEqual([...was.keys()], [...is.keys()]);
  for (const [id, text] of was) {
    if (id !== 'alliance-map-core') assert.equal(withoutHashes(text), withoutHashes(is.get(id) ?? ''), id);
  }
  const core = gunzipSync(Buffer.from(was.get('alliance-map-core') ?? '', 'base64'));
  assert.ok(core.equals(read(committed, 'alliance_map_bg.wasm')), 'alliance-map.html holds another core than pkg/ does');
});
