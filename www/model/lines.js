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
  /** @type {Map<string, Line>} */
  const lines = new Map();
  for (const claim of claims) {
    const pair = pairKey(claim.source, claim.target);
    const key = `${pair}|${claim.sign}`;
    let line = lines.get(key);
    if (!line) {
      const [a, b] = claim.source < claim.target ? [claim.source, claim.target] : [claim.target, claim.source];
      line = { key, pair, a, b, sign: claim.sign, status: claim.status, claims: [], contested: false, forward: false, backward: false };
      lines.set(key, line);
    }
    line.claims.push(claim);
    if (RANK[claim.status] < RANK[line.status]) line.status = claim.status;
    if (claim.directed) {
      if (claim.source === line.a) line.forward = true;
      else line.backward = true;
    }
  }
  const contested = contestedKeys(claims, drawn);
  for (const key of contested) {
    const line = lines.get(key);
    if (line) line.contested = true;
  }
  return [...lines.values()].sort((one, other) => other.claims.length - one.claims.length || (one.key < other.key ? -1 : 1));
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
