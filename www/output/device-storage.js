// Keeps the map on this device, only after a person has asked for it.

/** @import {Project} from '../types.d.ts' */

const KEY = 'alliance-map.project';

export const keptProject = () => attempt(() => /** @type {Project | null} */ (JSON.parse(localStorage.getItem(KEY) ?? 'null')), null);

/** @param {Project} project @returns {boolean} Whether there was room. */
export const keep = (project) => attempt(() => (localStorage.setItem(KEY, JSON.stringify(project)), true), false);

export const forget = () => attempt(() => localStorage.removeItem(KEY), undefined);

/** @template T @param {() => T} act @param {T} otherwise @returns {T} */
function attempt(act, otherwise) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
