// From the state to what views draw; each step is done again only when what it depends on has changed.

/** @import {Analysis, Claim, Line, Model, State} from '../types.d.ts' */
import { applyCorrections } from './apply-corrections.js';
import { gatherLines } from './lines.js';

/** @returns {(state: State) => Model} */
export function createDeriver() {
  const corrected = remember(applyCorrections);
  const words = remember(collectAliases);
  const shown = remember(filterClaims);
  const drawn = remember(gatherLines);
  const kept = remember(keepNeighbourhood);
  const model = remember(assemble);
  return (state) => {
    const analysis = state.analysis ?? EMPTY;
    const { claims, actors } = corrected(analysis, state.corrections);
    const compared = state.comparing ? state.compared : NONE;
    const visible = shown(claims, state.filters, compared);
    const lines = kept(drawn(visible, state.drawn), state.neighbourhood);
    return model(analysis, actors, words(analysis, state.corrections), claims, visible, lines, compared);
  };
}

/** @type {Analysis} */
const EMPTY = { schema: 1, documents: [], actors: [], mentions: [], claims: [], unread: [] };

/** @type {string[]} */
const NONE = [];

/** @param {Claim[]} claims @param {State['filters']} filters @param {string[]} compared All articles if empty. */
function filterClaims(claims, filters, compared) {
  const signs = new Set(filters.signs);
  const kinds = new Set(filters.kinds);
  const statuses = new Set(filters.statuses);
  const hidden = new Set(filters.hiddenDocuments);
  return claims.filter(
    (claim) =>
      signs.has(claim.sign) && kinds.has(claim.kind) && statuses.has(claim.status) && !hidden.has(claim.document) && claim.certainty >= filters.certainty &&
      (compared.length === 0 || compared.includes(claim.document)),
  );
}

/** @param {Line[]} lines @param {string | null} centre */
function keepNeighbourhood(lines, centre) {
  if (!centre) return lines;
  const near = new Set([centre]);
  for (const line of lines) {
    if (line.a === centre) near.add(line.b);
    if (line.b === centre) near.add(line.a);
  }
  return lines.filter((line) => near.has(line.a) && near.has(line.b));
}

/** @param {Analysis} analysis @param {State['corrections']} corrections */
function collectAliases(analysis, corrections) {
  const texts = new Map(analysis.documents.map((document) => [document.id, document.text]));
  /** @type {Map<string, Set<string>>} */
  const words = new Map();
  /** @param {string} actor @param {string} alias */
  const add = (actor, alias) => words.set(actor, (words.get(actor) ?? new Set()).add(alias));
  for (const mention of analysis.mentions) {
    if (mention.how === 'pronoun' || mention.how === 'phrase') continue;
    const alias = texts.get(mention.document)?.slice(mention.start, mention.end).replace(/\s+/g, ' ');
    if (alias) add(mention.actor, alias);
  }
  for (const correction of corrections) {
    if (correction.type === 'alias') add(correction.actor, correction.words);
    if (correction.type === 'merge') for (const alias of words.get(correction.from) ?? []) add(correction.into, alias);
  }
  return new Map([...words].map(([actor, aliases]) => [actor, [...aliases]]));
}

/** @param {Analysis} analysis */
const titledOnce = (analysis) => new Map(analysis.documents.map((document) => [document.id, { ...document, title: document.title || firstWords(document.text) }]));
const titled = remember(titledOnce);

/** For articles in which no title was found. @param {string} text */
function firstWords(text) {
  const words = text.trim().split(/\s+/, 9);
  return words.length < 9 ? words.join(' ') || null : `${words.slice(0, 8).join(' ')} …`;
}

/** @param {Analysis} analysis @param {Model['actors']} actors @param {Model['aliases']} aliases @param {Claim[]} allClaims @param {Claim[]} visible @param {Line[]} lines @param {string[]} compared @returns {Model} */
function assemble(analysis, actors, aliases, allClaims, visible, lines, compared) {
  /** @type {Model['linesByActor']} */
  const linesByActor = new Map();
  /** @type {Model['linesByPair']} */
  const linesByPair = new Map();
  /** @param {Map<string, Line[]>} map @param {string} key @param {Line} line */
  const put = (map, key, line) => (map.get(key)?.push(line) ?? map.set(key, [line]));
  for (const line of lines) {
    put(linesByActor, line.a, line);
    put(linesByActor, line.b, line);
    put(linesByPair, line.pair, line);
  }
  return {
    documents: titled(analysis),
    actors,
    aliases,
    allClaims,
    claims: visible,
    lines,
    linesByActor,
    linesByPair,
    contestedPairs: [...new Set(lines.filter((line) => line.contested).map((line) => line.pair))],
    letters: new Map(compared.map((id, at) => [id, String.fromCharCode(65 + at)])),
  };
}

/**
 * Remembers the last result.
 * @template {unknown[]} P @template R
 * @param {(...parameters: P) => R} compute @returns {(...parameters: P) => R}
 */
function remember(compute) {
  /** @type {P | null} */ let last = null;
  /** @type {R} */ let result;
  return (...parameters) => {
    if (!last || parameters.some((parameter, at) => parameter !== last?.[at])) {
      result = compute(...parameters);
      last = parameters;
    }
    return result;
  };
}
