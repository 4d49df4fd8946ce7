// Signed balance: which triangles hold together, which are strained, each with its sentences.

/** @import {Model, Sign, State} from '../../types.d.ts' */
/** @import {Controller} from '../../controller.js' */
import { html } from '../../dom.js';
import { shortName } from '../../model/describe.js';
import { pairKey } from '../../model/lines.js';
import { glyphOf, plural, signWord } from '../../model/vocabulary.js';
import { quotation } from './evidence-list.js';

const SHOWN = 6;
const MOST = 60;
/** @type {[number, number][]} */
const SIDES = [[0, 1], [0, 2], [1, 2]];

/** @typedef {{ actors: string[], signs: Sign[], balanced: boolean }} Triad */

/** @param {State} state @param {Model} model @param {Controller} controller */
export function triangles(state, model, controller) {
  const found = state.drawn?.balance;
  if (!found || found.balanced + found.strained === 0) return null;
  const shown = found.triads.filter((triad) => triad.actors.every((id) => model.linesByActor.has(id)));
  const [strained, balanced] = [false, true].map((wanted) => shown.filter((triad) => triad.balanced === wanted).slice(0, MOST));
  const list = (/** @type {Triad[]} */ triads) => html('ul', { class: 'triads' }, triads.map((triad) => html('li', {}, triangle(triad, model, controller))));
  const folded = (/** @type {string} */ title, /** @type {Triad[]} */ triads) => {
    const details = html('details', { ontoggle: () => details.open && details.childElementCount === 1 && details.append(list(triads)) }, html('summary', {}, title));
    return triads.length > 0 && details;
  };
  return html('section', { class: 'whole' }, html('h3', {}, 'Triangles'),
    html('p', {}, `${plural(found.balanced, 'triangle is', 'triangles are')} balanced (friends’ friends, common foes); ${plural(found.strained, 'is', 'are')} strained.`),
    strained.length > 0 && list(strained.slice(0, SHOWN)),
    folded(`${plural(strained.length - SHOWN, 'more strained triangle')}`, strained.slice(SHOWN)),
    folded(`${plural(balanced.length, 'balanced triangle')}`, balanced));
}

/** Opens to a sentence for each side. @param {Triad} triad @param {Model} model @param {Controller} controller */
function triangle({ actors, signs }, model, controller) {
  const sides = SIDES.map(([one, other], at) => ({ one: actors[one], other: actors[other], sign: signs[at] }));
  const body = html('div', { class: 'triad-sentences' });
  const fill = () => body.append(...sides.flatMap(({ one, other, sign }) => {
    const lines = model.linesByPair.get(pairKey(one, other)) ?? [];
    const [surest] = lines.filter((line) => line.sign === sign).flatMap((line) => line.claims).sort((a, b) => b.certainty - a.certainty);
    return surest ? [quotation([surest], model, controller)] : [];
  }));
  const details = html('details', { ontoggle: () => details.open && body.childElementCount === 0 && fill() },
    html('summary', {}, sides.map(({ one, other, sign }) => html('span', { class: 'triad-side' }, html('span', { class: `glyph ${signWord(sign)}` }, glyphOf(sign)), ` ${shortName(model, one)}–${shortName(model, other)} `))),
    body);
  return details;
}
