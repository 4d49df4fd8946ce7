// How a person corrects one claim: another kind, sign or status, or not at all.

/** @import {Claim, Kind, Sign, Status} from '../../types.d.ts' */
/** @import {Controller} from '../../controller.js' */
import { button, html } from '../../dom.js';
import { KINDS, SIGNS, STATUSES } from '../../model/vocabulary.js';

/** @param {Claim} claim @param {Controller} controller */
export function correctionForm(claim, controller) {
  const key = claim.key ?? '';
  const body = html('div', { class: 'correction' });
  const details = html('details', { class: 'correct', ontoggle: () => details.open && body.childElementCount === 0 && fill() }, html('summary', {}, 'Correct'), body);
  const fill = () => body.append(
    choice('Kind', KINDS.map((row) => [row.kind, row.name]), claim.kind, (kind) => controller.correct({ type: 'retype', claim: key, kind: /** @type {Kind} */ (kind) })),
    choice('Sign', SIGNS.map((row) => [row.sign, row.noun]), claim.sign, (sign) => controller.correct({ type: 'sign', claim: key, sign: /** @type {Sign} */ (sign) })),
    choice('Status', STATUSES.map((row) => [row.status, row.name]), claim.status, (status) => controller.correct({ type: 'status', claim: key, status: /** @type {Status} */ (status) })),
    button('Reject this claim', () => controller.correct({ type: 'reject', claim: key }), { class: 'quiet' }),
  );
  return details;
}

/** @param {string} label @param {string[][]} options @param {string} present @param {(value: string) => void} change */
export function choice(label, options, present, change) {
  const list = html('select', { onchange: () => change(list.value) }, options.map(([value, name]) => html('option', { value, selected: value === present }, name)));
  return html('label', { class: 'choice' }, html('span', {}, label), list);
}
