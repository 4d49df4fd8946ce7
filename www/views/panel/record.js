// The treaty and membership record beside what the articles claim.

/** @import {Model, State} from '../../types.d.ts' */
import { html } from '../../dom.js';
import { actorName } from '../../model/describe.js';

/** @param {string} a @param {string} b @param {State} state @param {Model} model */
export function recordOf(a, b, state, model) {
  const { treaties = [], memberships = [] } = state.analysis?.record ?? {};
  const name = (/** @type {string} */ id) => actorName(model, id);
  const between = memberships.filter((one) => (one.member === a && one.organisation === b) || (one.member === b && one.organisation === a));
  const shared = memberships.filter((one) => one.member === a && memberships.some((other) => other.member === b && other.organisation === one.organisation));
  const rows = [
    ...treaties.filter((treaty) => treaty.parties.includes(a) && treaty.parties.includes(b)).map((treaty) => `${treaty.name}: bound to defend each other${years(treaty.signed, treaty.ended)}.`),
    ...between.map((one) => `${name(one.member)} in ${name(one.organisation)}${one.grade && one.grade !== 'member' ? ` (${one.grade})` : ''}${years(one.from, one.to)}.`),
  ];
  const organisations = [...new Set(shared.map((one) => name(one.organisation)))];
  if (organisations.length) rows.push(`Both recorded in ${organisations.slice(0, 8).join(', ')}.`);
  if (rows.length === 0) return null;
  return html('aside', { class: 'record', 'aria-label': 'On record' }, html('h3', {}, 'On record'), html('ul', {}, rows.map((row) => html('li', {}, row))));
}

/** @param {string | null | undefined} from @param {string | null | undefined} to */
function years(from, to) {
  if (!from && !to) return '';
  return to ? `, ${from?.slice(0, 4) ?? ''}–${to.slice(0, 4)}` : `, since ${from?.slice(0, 4)}`;
}
