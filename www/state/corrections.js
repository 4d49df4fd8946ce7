// The list of a person's corrections, with undo and redo.

/** @import {Correction, State} from '../types.d.ts' */

/** @param {State} state @param {Correction} correction @returns {Partial<State>} */
export function correct(state, correction) {
  return { corrections: [...state.corrections, correction], history: [...state.history, state.corrections], undone: [] };
}

/** Takes one correction out of the list, wherever it stands. @param {State} state @param {number} place @returns {Partial<State>} */
export function withdraw(state, place) {
  return {
    corrections: state.corrections.filter((_, at) => at !== place),
    history: [...state.history, state.corrections],
    undone: [],
  };
}

/** @param {State} state @returns {Partial<State>} */
export function undo(state) {
  const before = state.history.at(-1);
  if (!before) return {};
  return { corrections: before, history: state.history.slice(0, -1), undone: [...state.undone, state.corrections] };
}

/** @param {State} state @returns {Partial<State>} */
export function redo(state) {
  const after = state.undone.at(-1);
  if (!after) return {};
  return { corrections: after, undone: state.undone.slice(0, -1), history: [...state.history, state.corrections] };
}

/** @param {Correction} correction @param {(id: string) => string} name @returns {string} For a person to read. */
export function describeCorrection(correction, name) {
  switch (correction.type) {
    case 'merge': return `${name(correction.from)} is the same as ${name(correction.into)}`;
    case 'reassign': return `“${correction.words}” stands for ${correction.name}, not ${name(correction.from)}`;
    case 'alias': return `“${correction.words}” also stands for ${name(correction.actor)}`;
    case 'hide': return `${name(correction.actor)} is hidden`;
    case 'reject': return `Rejected: ${describeKey(correction.claim, name)}`;
    case 'retype': return `Now ${correction.kind}: ${describeKey(correction.claim, name)}`;
    case 'sign': return `Now ${correction.sign === '+' ? 'friendly' : correction.sign === '-' ? 'hostile' : 'neither'}: ${describeKey(correction.claim, name)}`;
    case 'status': return `Now ${correction.status}: ${describeKey(correction.claim, name)}`;
    case 'add': return `Added: ${name(correction.claim.source)} – ${name(correction.claim.target)}, ${correction.claim.kind}`;
  }
}

/** @param {string} key @param {(id: string) => string} name */
function describeKey(key, name) {
  const [, , source, target, kind] = key.split('|');
  return `${name(source)} – ${name(target)}, ${kind}`;
}

/** Names that a person added, as the core takes them. @param {Correction[]} corrections */
export const aliasesIn = (corrections) => corrections.flatMap((one) => (one.type === 'alias' ? [{ alias: one.words, actor: one.actor }] : []));

/** @param {Correction[]} corrections */
export const namesOf = (corrections) => JSON.stringify(aliasesIn(corrections));
