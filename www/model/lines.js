// From claims to the strokes of the picture: one per pair and sign, which are also the rows of the table.

/** @import {Claim, Drawn, Line, Status} from '../types.d.ts' */
import { STATUSES } from './vocabulary.js';

/** A line takes the strongest status that one of its claims has. */
const RANK = /** @type {Record<Status, number>} */ (Object.fromEntries(STATUSES.map((row, at) => [row.status, at])));

/** @param {string} one @param {string} other */
export const pairKey = (one, other) => (one < other ? `${one}|${other}` : `${other}|${one}`);

/**
 * @param {Claim[]} claims Those to be shown.
 * @param {Drawn | null} drawn What the core drew from all claims: it decides what contradicts what.
 * @returns {Line[]} Most claims first.
 */
export function gatherLines(claims, drawn) {
  /** By their numbers. @type {Line[]} */
  const lines = [];
  for (const claim of claims) {
    const line = (lines[claim.line ?? 0] ??= newLine(claim));
    line.claims.push(claim);
    if (RANK[claim.status] < RANK[line.status]) line.status = claim.status;
    if (claim.directed) {
      if (claim.source === line.a) line.forward = true;
      else line.backward = true;
    }
  }
  const contested = contestedKeys(claims, drawn);
  // Those left out leave gaps; those of equal strength stay in the order of their keys.
  const shown = Object.values(lines).sort((one, other) => other.claims.length - one.claims.length);
  if (contested.size) for (const line of shown) line.contested = contested.has(line.key);
  return shown;
}

/** @param {Claim} claim @returns {Line} */
function newLine({ source, target, sign, status }) {
  const pair = pairKey(source, target);
  const [a, b] = source < target ? [source, target] : [target, source];
  return { key: `${pair}|${sign}`, pair, a, b, sign, status, claims: [], contested: false, forward: false, backward: false };
}

/** @param {Claim[]} claims @param {Drawn | null} drawn @returns {Set<string>} */
function contestedKeys(claims, drawn) {
  const disputed = (drawn?.ties ?? []).filter((tie) => tie.disagreements?.length);
  const keys = new Set();
  if (disputed.length === 0) return keys;
  const shown = new Map(claims.map((claim) => [claim.index, claim]));
  for (const tie of disputed) {
    for (const { holding, denying } of tie.disagreements) {
      const denial = denying.map((index) => shown.get(index)).find((claim) => claim);
      if (denial && holding.some((index) => shown.has(index))) keys.add(`${pairKey(tie.a, tie.b)}|${denial.sign}`);
    }
  }
  return keys;
}

/** More than these a picture does not show. */
const MOST_ACTORS = 1200;

/** Those that a picture shows, with the claims of each: most claims first. @param {Line[]} lines @returns {Map<string, number>} */
export function strongestActors(lines) {
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const line of lines) for (const id of [line.a, line.b]) weights.set(id, (weights.get(id) ?? 0) + line.claims.length);
  return new Map([...weights].sort(([one, weight], [other, than]) => than - weight || (one < other ? -1 : 1)).slice(0, MOST_ACTORS));
}
