// In which order actors stand in the matrix: bloc by bloc, those with most claims first.

/** @import {Model, State} from '../types.d.ts' */
import { actorName } from './describe.js';

/** @param {Model} model @param {State} state @returns {string[]} */
export function orderActors(model, state) {
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const line of model.lines) for (const id of [line.a, line.b]) weights.set(id, (weights.get(id) ?? 0) + line.claims.length);
  /** @type {Map<string, number>} */
  const blocs = new Map();
  (state.drawn?.blocs ?? []).forEach((bloc, at) => bloc.members.forEach((id) => blocs.set(id, blocs.get(id) ?? at)));
  const heavy = (/** @type {string} */ id) => weights.get(id) ?? 0;
  const rank = (/** @type {string} */ id) => blocs.get(id) ?? Infinity;
  const strongest = [...weights.keys()].sort((one, other) => heavy(other) - heavy(one) || (actorName(model, one) < actorName(model, other) ? -1 : 1));
  // Above what a matrix can show, weight decides who is in it; among those, blocs stay together.
  const shown = strongest.slice(0, 120).sort((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other)));
  return [...shown, ...strongest.slice(120)];
}
