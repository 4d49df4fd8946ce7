// Where the core and the base map come from: files beside the element, or the single file's own text.

/** Compiled, or the gzipped bytes in base64, which the worker unpacks. @typedef {WebAssembly.Module | string} Core */

/** @type {{ core: () => Promise<Core>, world: () => Promise<any>, page: () => Promise<Document> }} */
let source = {
  page: () => Promise.reject(new Error('no page: import define.js, or call setAssets first')),
  core: () => Promise.reject(new Error('no core: import define.js, or call setAssets first')),
  world: () => Promise.reject(new Error('no base map: import define.js, or call setAssets first')),
};
/** @type {Promise<Core> | null} */ let core = null;
/** @type {Promise<any> | null} */ let world = null;

/** @param {typeof source} given */
export function setAssets(given) {
  source = given;
}

/** Several maps on one page share one download and one compilation. */
export const loadCore = () => (core ??= source.core());
/** What a worker has unpacked and compiled, for the next one. @param {WebAssembly.Module} module */
export const keepCore = (module) => (core = Promise.resolve(module));
export const worldTopology = () => (world ??= source.world());
/** The page in one file, to be filled with a map. */
export const wholePageSource = () => source.page();

/** @param {URL} folder Where pkg/ lies. */
export function fetchFrom(folder) {
  /** @param {string} name */
  const get = async (name) => {
    const response = await fetch(new URL(name, folder));
    if (!response.ok) throw new Error(`${name} beside the element: ${response.status} ${response.statusText}`);
    return response;
  };
  setAssets({
    core: async () => compile(await get('alliance_map_bg.wasm')),
    world: async () => (await get('base-map.json')).json(),
    page: async () => new DOMParser().parseFromString(await (await get('alliance-map.html')).text(), 'text/html'),
  });
}

/** While it is being fetched, where the server names its type. @param {Response} response */
async function compile(response) {
  if (response.headers.get('content-type') === 'application/wasm') return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @param {string} id */
const scriptText = (id) => document.getElementById(id)?.textContent?.trim() ?? '';

/** Takes both from `<script>` elements of the page that this runs in. */
export function takeFromPage() {
  setAssets({
    core: async () => {
      const packed = scriptText('alliance-map-core');
      if (!packed) throw new Error('this map was saved without the reader: open the full page to read new articles');
      return packed;
    },
    world: async () => JSON.parse(scriptText('alliance-map-world')),
    page: async () => /** @type {Document} */ (document.cloneNode(true)),
  });
}

/** @param {string} id */
export function jsonFromPage(id) {
  const content = scriptText(id);
  return content ? JSON.parse(content) : null;
}
