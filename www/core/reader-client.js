// Talks to the worker: starts it when it is first needed, hands documents in, and stops it at once on Cancel.

import workerSource from 'worker-source';
import { keepCore, loadCore } from './assets.js';

/** @import {Analysis, DocumentInput} from '../types.d.ts' */

export class Cancelled extends Error {}

export class ReaderClient {
  /** @type {Worker | null} */ #worker = null;
  /** @type {Promise<unknown> | null} */ #started = null;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */ #waiting = new Map();
  #next = 1;
  /** What the worker last read or was handed; later questions are about this. @type {object | null} */ holding = null;
  #options = '';
  /** What the worker holds, so that it can be filled again after a Cancel. @type {Map<string, DocumentInput>} */ #held = new Map();

  /** Loads the core ahead of the first article. */
  start() {
    this.#started ??= loadCore().then((core) => this.#ask('start', core)).then(keepCore);
    return this.#started;
  }

  /**
   * Reads these documents and forgets all others. Those already read are not read again.
   * @param {DocumentInput[]} documents @param {object} options The core's, such as names to read with.
   * @param {(done: number, title: string) => void} progress
   * @returns {Promise<Analysis>}
   */
  async read(documents, options, progress) {
    await this.start();
    if (JSON.stringify(options) !== this.#options) {
      this.#options = JSON.stringify(options);
      this.#held.clear();
      await this.#ask('begin', options);
    }
    const wanted = new Map(documents.map((document) => [document.id, document]));
    for (const [id, held] of [...this.#held]) {
      if (wanted.get(id) === held) continue;
      this.#held.delete(id);
      await this.#ask('remove', id);
    }
    let done = 0;
    for (const document of documents) {
      progress(done++, document.title ?? document.id);
      if (this.#held.has(document.id)) continue;
      const { id, text, format, title, date, source } = document;
      await this.#ask('add', { id, text, format, title, date, source });
      this.#held.set(id, document);
    }
    const analysis = await this.#ask('view', null);
    this.holding = analysis;
    return analysis;
  }

  /** Hands claims over that were not read here, or were corrected since. @param {object} key What `holding` says from then on. @param {{ actors: object[], claims: object[] }} drawing */
  async hold(key, drawing) {
    await this.start();
    await this.#ask('hold', drawing);
    this.holding = key;
  }

  /** Something that neither reads nor forgets. @param {string} name @param {...unknown} parameters @returns {Promise<any>} */
  async call(name, ...parameters) {
    await this.start();
    return this.#ask('call', { name, parameters });
  }

  /** @param {Parameters<typeof import('./force-layout.js').layOut>[0]} input @returns {Promise<{ id: string, x: number, y: number }[]>} */
  layOut(input) {
    return this.#ask('layOut', input);
  }

  /** Stops whatever the worker does; everything under way is refused with `reason`. */
  cancel(reason = /** @type {Error} */ (new Cancelled('cancelled'))) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#started = null;
    this.#held.clear();
    this.holding = null;
    this.#options = '';
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }

  /** @param {string} task @param {unknown} input @returns {Promise<any>} */
  #ask(task, input) {
    this.#worker ??= this.#open();
    const id = this.#next++;
    this.#worker.postMessage({ id, task, input });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #open() {
    const address = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    worker.addEventListener('message', ({ data }) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.error !== undefined) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data.result);
    });
    worker.addEventListener('error', (event) => {
      this.cancel(new Error(event.message || 'the reader stopped'));
    });
    return worker;
  }
}
