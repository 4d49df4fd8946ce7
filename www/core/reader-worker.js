// The worker: holds the core, reads one document at a time and lays networks out, so that the page never waits.
// Built as a classic script and started from a blob, because that is what works from file://.

import * as core from 'alliance-map-core';
import { layOut } from './force-layout.js';

/** @type {core.Collection | null} */
let collection = null;

const tasks = {
  /** @param {ArrayBuffer} bytes */
  start(bytes) {
    core.initSync({ module: bytes });
    collection = new core.Collection();
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
    return collection?.view();
  },
  /** Any other function of the core, by name. @param {{ name: string, parameters: unknown[] }} call */
  call({ name, parameters }) {
    const owner = /** @type {any} */ (collection && name in collection ? collection : core);
    if (typeof owner[name] !== 'function') throw new Error(`the core has no ${name}`);
    return owner[name](...parameters);
  },
  layOut,
};

addEventListener('message', (event) => {
  const { id, task, input } = event.data;
  try {
    postMessage({ id, result: /** @type {any} */ (tasks)[task](input) });
  } catch (error) {
    postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
