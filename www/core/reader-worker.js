// The worker: holds the core, reads one document at a time and lays networks out, so that the page never waits.
// Built as a classic script and started from a blob, because that is what works from file://.

import * as core from 'alliance-map-core';
import { layOut } from './force-layout.js';

/** @type {core.Collection | null} */
let collection = null;
/** The claims that questions are about. @type {{ actors: any[], claims: any[] }} */
let held = { actors: [], claims: [] };

/** Questions about claims, by their numbers. */
const questions = {
  redraw: () => core.redraw(held),
  /** @param {Uint32Array} numbers */
  summarise: (numbers) => core.redraw({ actors: held.actors, claims: only(numbers) }).summary,
  /** @param {Uint32Array} numbers @param {string[]} documents */
  compare: (numbers, documents) => core.compare({ claims: only(numbers) }, documents),
  /** @param {any} analysis @param {import('alliance-map-core').ExportFormat} format */
  exportDrawn: (analysis, format) => core.exportAs(analysis, format),
};

/** @param {Uint32Array} numbers */
const only = (numbers) => Array.from(numbers, (number) => held.claims[number]);

const tasks = {
  /** @param {import('./assets.js').Core} given @returns {Promise<WebAssembly.Module>} For the next worker. */
  async start(given) {
    const module = typeof given === 'string' ? await unpack(given) : given;
    core.initSync({ module });
    collection = new core.Collection();
    warmUp();
    return module;
  },
  /** An empty collection that reads with these options. @param {any} options */
  begin(options) {
    collection?.free();
    collection = new core.Collection(options);
  },
  /** @param {any} document */
  add(document) {
    collection?.add(document);
  },
  /** @param {string} id */
  remove(id) {
    collection?.remove(id);
  },
  view() {
    const analysis = /** @type {any} */ (collection)?.view();
    held = analysis;
    return analysis;
  },
  /** @param {typeof held} drawing */
  hold(drawing) {
    held = drawing;
  },
  /** A question, or any other function of the core, by name. @param {{ name: string, parameters: unknown[] }} call */
  call({ name, parameters }) {
    const owner = /** @type {any} */ ([questions, collection, core].find((one) => one && name in one) ?? core);
    if (typeof owner[name] !== 'function') throw new Error(`the core has no ${name}`);
    return owner[name](...parameters);
  },
  layOut,
};

/** @param {string} packed Base64 of the gzipped bytes. @returns {Promise<WebAssembly.Module>} */
async function unpack(packed) {
  const letters = atob(packed);
  const zipped = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) zipped[at] = letters.charCodeAt(at);
  const bytes = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new WebAssembly.Module(await new Response(bytes).arrayBuffer());
}

/** Browsers compile a function when it is first called: this reads a sentence before the first article comes. */
function warmUp() {
  const trial = new core.Collection();
  trial.add({ id: 'trial', text: 'Norway, an ally of Iceland since 1949, said on Monday that it would not sell ships to Peru, and Chile condemned its president.' });
  trial.view();
  trial.free();
}

addEventListener('message', async (event) => {
  const { id, task, input } = event.data;
  try {
    postMessage({ id, result: await /** @type {any} */ (tasks)[task](input) });
  } catch (error) {
    postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
