// One immutable state; whoever listens is told once per batch of changes.

/** @import {State} from '../types.d.ts' */
import { KINDS, SIGNS, STATUSES } from '../model/vocabulary.js';

/** @returns {State} */
export function initialState() {
  return {
    documents: [],
    analysis: null,
    drawn: null,
    summary: null,
    reading: null,
    places: new Map(),
    pins: new Map(),
    view: 'map',
    selection: null,
    neighbourhood: null,
    filters: usuallyShown(),
    compared: [],
    comparing: false,
    groups: [],
    borders: true,
    corrections: [],
    history: [],
    undone: [],
    adding: false,
    notices: [],
  };
}

/**
 * What a person sees at first, without the unsure claims; a slider brings them back. Certainty is of the kind and on the cautious
 * side: of claims at 0.3, two in three join actors that the sentence does relate.
 * @returns {State['filters']}
 */
function usuallyShown() {
  return { ...everythingShown(), certainty: 0.3 };
}

/** @returns {State['filters']} */
export function everythingShown() {
  return {
    signs: SIGNS.map((row) => row.sign),
    kinds: KINDS.map((row) => row.kind),
    statuses: STATUSES.map((row) => row.status),
    hiddenDocuments: [],
    certainty: 0,
  };
}

export class Store {
  /** @type {State} */ state = initialState();
  /** @type {Set<(state: State, before: State) => void>} */ #listeners = new Set();
  /** @type {State | null} */ #before = null;

  /** @param {Partial<State>} change */
  set(change) {
    if (!this.#before) {
      this.#before = this.state;
      queueMicrotask(() => this.#tell());
    }
    this.state = { ...this.state, ...change };
  }

  /** @param {(state: State, before: State) => void} listener */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell() {
    const before = /** @type {State} */ (this.#before);
    this.#before = null;
    for (const listener of this.#listeners) listener(this.state, before);
  }
}
