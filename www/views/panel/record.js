// The treaty and membership record beside what the articles claim, as far as the core hands it over.

/** @import {Model, State} from '../../types.d.ts' */
import { html } from '../../dom.js';
import { actorName } from '../../model/describe.js';

/** @param {string} a @param {string} b @param {State} state @param {Model} model */
export function recordOf(a, b, state, model) {
  const [one, other] = [model.actors.get(a), model.actors.get(b)];
  const rows = [];
  if (other?.members?.includes(a)) rows.push(`${actorName(model, a)} is recorded as a member of ${other.name}.`);
  if (one?.members?.includes(b)) rows.push(`${actorName(model, b)} is recorded as a member of ${one.name}.`);
  const shared = [...model.actors.values()].filter((actor) => actor.members?.includes(a) && actor.members.includes(b)).map((actor) => actor.name);
  if (shared.length) rows.push(`Both are recorded as members of ${shared.join(', ')}.`);
  for (const treaty of state.drawn?.treaties ?? []) {
    if (!treaty.parties.includes(a) || !treaty.parties.includes(b)) continue;
    rows.push(`${treaty.name}${treaty.signed ? `, signed ${treaty.signed}` : ''}${treaty.ended ? `, ended ${treaty.ended}` : ''}.`);
  }
  if (rows.length === 0) return null;
  return html('aside', { class: 'record' }, html('h3', {}, 'On record'), html('ul', {}, rows.map((row) => html('li', {}, row))));
}
