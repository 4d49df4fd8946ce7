// What the page asks the core about claims that it has: their drawing, their summary, a comparison, a layout.

/** @import {Claim, Comparison, Drawn, Model} from '../types.d.ts' */
/** @import {Store} from '../state/store.js' */
import { plainClaims } from '../model/apply-corrections.js';
import { strongestActors } from '../model/lines.js';
import { Cancelled, ReaderClient } from './reader-client.js';

/** Milliseconds without a change before the summary is written. */
const REST = 150;
/** More would keep the worker busy for longer than a person waits. */
const MOST_SUMMARISED = 10_000;
const MOST_LAID_OUT = 10_000;

export class Drawing {
  #layoutFor = '';
  /** @type {unknown} */ #lines = null;
  /** What the last summary was asked for. @type {{ claims: Claim[] | null, drawn: Drawn | null }} */ #summarised = { claims: null, drawn: null };

  /** @param {Store} store @param {ReaderClient} reader @param {() => Model} model @param {(text: string) => void} warn */
  constructor(store, reader, model, warn) {
    this.store = store;
    this.reader = reader;
    this.model = model;
    this.warn = warn;
  }

  /** Draws the corrected claims again. */
  async redraw() {
    const { analysis, corrections } = this.store.state;
    if (!analysis) return;
    await this.#safely('The corrected map could not be drawn again', async () => {
      await this.#hold();
      const drawn = /** @type {Drawn} */ (await this.reader.call('redraw'));
      if (this.store.state.corrections === corrections && this.store.state.analysis === analysis) this.store.set({ drawn });
    });
  }

  /** Where filters hide claims, the two sentences above the map speak of those that are shown; until they are written, the last ones stay. */
  async summarise() {
    const { claims, allClaims } = this.model();
    const { drawn, summary: last } = this.store.state;
    if (!drawn || (claims === this.#summarised.claims && drawn === this.#summarised.drawn)) return;
    const asked = (this.#summarised = { claims, drawn });
    const late = () => asked !== this.#summarised;
    if (claims.length === allClaims.length || claims.length > MOST_SUMMARISED) return this.store.set({ summary: drawn.summary ?? '' });
    if (last !== null) await new Promise((go) => setTimeout(go, REST));
    if (late()) return;
    const summary = await this.#safely('The summary could not be written', async () => {
      await this.#hold();
      return /** @type {string} */ (await this.reader.call('summarise', numbersOf(claims)));
    });
    if (!late()) this.store.set({ summary: summary ?? drawn.summary ?? '' });
  }

  /** @param {Claim[]} claims @param {string[]} documents @returns {Promise<Comparison | null>} Its numbers are places in `claims`. */
  compare(claims, documents) {
    return this.#safely('The articles could not be compared', async () => {
      await this.#hold();
      return this.reader.call('compare', numbersOf(claims), documents);
    });
  }

  /** What the core's tables call these actors; nothing where there is no core. @param {string[]} actors @returns {Promise<string[][]>} */
  async namesOf(actors) {
    return this.reader.call('namesOf', actors).catch(() => []);
  }

  /** Lays the network out once for these lines. */
  async layOut() {
    const { lines } = this.model();
    if (lines === this.#lines) return;
    this.#lines = lines;
    const wanted = lines.map((line) => `${line.key}:${line.claims.length}`).sort().join();
    if (wanted === this.#layoutFor || lines.length === 0) return;
    this.#layoutFor = wanted;
    const weights = strongestActors(lines);
    const actors = [...weights].map(([id, weight]) => ({ id, weight })).sort((one, other) => (one.id < other.id ? -1 : 1));
    const between = lines.filter(({ a, b }) => weights.has(a) && weights.has(b)).slice(0, MOST_LAID_OUT);
    const input = { actors, lines: between.map(({ a, b, sign, claims }) => ({ a, b, sign, weight: claims.length })) };
    const places = await this.#safely('The network could not be laid out', () => this.reader.layOut(input));
    if (!places) [this.#layoutFor, this.#lines] = ['', null];
    else if (wanted === this.#layoutFor) this.store.set({ places: new Map(places.map(({ id, x, y }) => [id, [x, y]])) });
  }

  /** Sees that the worker has the claims as they are corrected: it has those that it has just read. */
  async #hold() {
    const { allClaims, actors } = this.model();
    const { analysis, corrections } = this.store.state;
    const wanted = corrections.length ? allClaims : analysis;
    if (wanted && this.reader.holding !== wanted) await this.reader.hold(wanted, { actors: [...actors.values()], claims: analysis && corrections.length === 0 ? analysis.claims : plainClaims(allClaims) });
  }

  /** @template T @param {string} failed @param {() => Promise<T>} act @returns {Promise<T | null>} */
  async #safely(failed, act) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Cancelled)) this.warn(`${failed}: ${/** @type {Error} */ (error).message}`);
      return null;
    }
  }
}

/** Their places among all corrected claims. @param {Claim[]} claims */
const numbersOf = (claims) => Uint32Array.from(claims, (claim) => claim.index ?? 0);
