// Which two articles to set side by side before a person has chosen.

/** @import {Model, State} from '../types.d.ts' */

/** One that denies what the other holds; else the two that share most lines. @param {Model} model @param {State} state @returns {string[]} Ids of documents. */
export function worthComparing(model, { drawn, documents }) {
  for (const tie of drawn?.ties ?? []) {
    for (const { holding, denying } of tie.disagreements ?? []) {
      const [one, other] = [holding[0], denying[0]].map((index) => model.allClaims[index]?.document);
      if (one && other && one !== other) return [one, other];
    }
  }
  /** @type {Map<string, number>} */
  const shared = new Map();
  for (const { claims } of model.lines) {
    const speaking = [...new Set(claims.map((claim) => claim.document))].sort();
    speaking.forEach((one, at) => speaking.slice(at + 1).forEach((other) => {
      const pair = JSON.stringify([one, other]);
      shared.set(pair, (shared.get(pair) ?? 0) + 1);
    }));
  }
  const [best] = [...shared].sort((one, other) => other[1] - one[1]);
  return best ? JSON.parse(best[0]) : documents.slice(0, 2).map((document) => document.id);
}
