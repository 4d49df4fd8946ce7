// Everything that the articles claim about one pair.

/** @import {Claim, Model, State} from '../../types.d.ts' */
/** @import {Controller} from '../../controller.js' */
import { button, html } from '../../dom.js';
import { actorName } from '../../model/describe.js';
import { glyphOf, plural, SIGNS, signWord } from '../../model/vocabulary.js';
import { evidenceList } from './evidence-list.js';
import { addClaimForm } from './add-claim-form.js';
import { recordOf } from './record.js';

/** @param {{ a: string, b: string }} pair @param {State} state @param {Model} model @param {Controller} controller */
export function tiePanel({ a, b }, state, model, controller) {
  const lines = model.linesByPair.get(`${a}|${b}`) ?? [];
  const claims = lines.flatMap((line) => line.claims);
  const name = (/** @type {string} */ id) => button(actorName(model, id), () => controller.select({ type: 'actor', id }), { class: 'link name' });
  const contested = lines.some((line) => line.contested);
  return [
    html('h2', { class: 'panel-title', tabindex: '-1' }, name(a), html('span', { class: 'joiner' }, ' and '), name(b)),
    html('p', { class: 'tallies' }, SIGNS.flatMap(({ sign, noun }) => {
      const count = claims.filter((claim) => claim.sign === sign).length;
      return count ? html('span', { class: `tally ${signWord(sign)}` }, html('b', { class: `glyph ${signWord(sign)}` }, glyphOf(sign)), ` ${count} ${noun}`) : [];
    }), html('span', { class: 'tally' }, `in ${plural(new Set(claims.map((claim) => claim.document)).size, 'article')}`)),
    contested && disagreement(a, b, state, model, controller),
    recordOf(a, b, state, model),
    claims.length ? evidenceList(claims, model, controller) : html('p', { class: 'empty' }, 'No claim about this pair passes the filters.'),
    !controller.readonly && addClaimForm(a, b, model, controller),
  ];
}

/** Who holds and who denies, side by side. @param {string} a @param {string} b @param {State} state @param {Model} model @param {Controller} controller */
function disagreement(a, b, state, model, controller) {
  const tie = state.drawn?.ties.find((one) => one.a === a && one.b === b);
  const shown = new Map(model.claims.map((claim) => [claim.index, claim]));
  const holding = new Set((tie?.disagreements ?? []).flatMap((one) => one.holding));
  const denying = new Set((tie?.disagreements ?? []).flatMap((one) => one.denying));
  /** @param {Set<number>} side */
  const titles = (side) => {
    const claims = /** @type {Claim[]} */ ([...side].flatMap((index) => shown.get(index) ?? []));
    return [...new Set(claims.map((claim) => claim.document))].map((id) => html('li', {}, button(model.documents.get(id)?.title ?? id, () => controller.select({ type: 'document', id, claim: claims.find((claim) => claim.document === id)?.key }), { class: 'link' })));
  };
  return html('div', { class: 'disagreement' },
    html('h3', {}, html('span', { class: 'glyph contested' }, '?'), ' Contested'),
    html('div', { class: 'sides' },
      html('div', {}, html('h4', {}, 'Claims it'), html('ul', {}, titles(holding))),
      html('div', {}, html('h4', {}, 'Denies it'), html('ul', {}, titles(denying)))));
}
