// Organisations and blocs as groups of actors that can be outlined.

/** @import {Model, State} from '../types.d.ts' */
import { actorName, shortName } from './describe.js';

/** @typedef {{ id: string, name: string, members: string[], recorded: string[] }} Group `members` as these articles claim; `recorded`: further ones that the record knows. */

/** Organisations with at least two members on the map, largest first; then blocs by friendly ties. @param {Model} model @param {State} state @returns {Group[]} */
export function findGroups(model, state) {
  /** @type {Map<string, Set<string>>} */
  const members = new Map();
  for (const claim of model.claims) {
    if (claim.kind !== 'membership' || claim.status === 'denied' || claim.status === 'ended') continue;
    members.set(claim.target, (members.get(claim.target) ?? new Set()).add(claim.source));
  }
  const groups = [];
  for (const [id, actor] of model.actors) {
    const claimed = members.get(id) ?? new Set();
    const recorded = (actor.members ?? []).filter((member) => model.linesByActor.has(member) && !claimed.has(member));
    if (model.linesByActor.has(id) && claimed.size + recorded.length >= 2) groups.push({ id, name: actorName(model, id), members: [...claimed], recorded });
  }
  groups.sort((one, other) => size(other) - size(one) || (one.name < other.name ? -1 : 1));
  const blocs = state.drawn?.blocs ?? [];
  blocs.forEach(({ members: all, core }, at) => {
    const shown = all.filter((id) => model.linesByActor.has(id));
    if (shown.length >= 3) groups.push({ id: `bloc-${at + 1}`, name: `Bloc around ${shortName(model, core)}`, members: shown, recorded: [] });
  });
  return groups;
}

/** @param {Group} group */
const size = (group) => group.members.length + group.recorded.length;

/** Those that a person chose to see outlined. @param {Model} model @param {State} state */
export function shownGroups(model, state) {
  if (state.groups.length === 0) return [];
  return findGroups(model, state)
    .filter((group) => state.groups.includes(group.id))
    .map(({ id, name, members, recorded }) => ({ id, name, members: [...members, ...recorded] }));
}
