// Where the core's bytes and the base map come from: files beside the element, or the single file's own text.

/** @type {{ core: () => Promise<ArrayBuffer>, world: () => Promise<any>, page: () => Promise<Document> }} */
let source = {
  page: () => Promise.reject(new Error('no page: import define.js, or call setAssets first')),
  core: () => Promise.reject(new Error('no core: import define.js, or call setAssets first')),
  world: () => Promise.reject(new Error('no base map: import define.js, or call setAssets first')),
};
/** @type {Promise<ArrayBuffer> | null} */ let bytes = null;
/** @type {Promise<any> | null} */ let world = null;

/** @param {typeof source} given */
export function setAssets(given) {
  source = given;
}

/** Several maps on one page share one download. */
export const coreBytes = () => (bytes ??= source.core());
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
    core: async () => (await get('alliance_map_bg.wasm')).arrayBuffer(),
    world: async () => (await get('base-map.json')).json(),
    page: async () => new DOMParser().parseFromString(await (await get('alliance-map.html')).text(), 'text/html'),
  });
}

/** @param {string} id */
const scriptText = (id) => document.getElementById(id)?.textContent?.trim() ?? '';

/** Takes both from `<script>` elements of the page that this runs in. */
export function takeFromPage() {
  setAssets({
    core: async () => {
      const packed = scriptText('alliance-map-core');
      if (!packed) throw new Error('this map was saved without the reader: open the full page to read new articles');
      const zipped = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
      return new Response(new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
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
