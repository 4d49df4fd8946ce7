// What chosen articles hold against each other, what they share, and what only one of them claims, side by side.

/** @import {Claim, Comparison, Model, State} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { button, html } from '../dom.js';
import { actorName } from '../model/describe.js';
import { glyphOf, plural, signWord } from '../model/vocabulary.js';
import { quotation } from './panel/evidence-list.js';

const AT_ONCE = 40;

export class ComparisonView {
  #choice = html('fieldset', { class: 'compare-choice' });
  #body = html('div', { class: 'compare-body' });
  node = html('div', { class: 'compare-frame', role: 'region', 'aria-label': 'Comparison of articles', tabindex: '0' }, this.#choice, this.#body);
  /** @type {unknown[]} */ #asked = [];

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
  }

  /** @param {State} state @param {Model} model */
  update(state, model) {
    const wanted = [state.compared, model];
    if (wanted.every((one, at) => one === this.#asked[at])) return;
    this.#asked = wanted;
    this.#drawChoice(state, model);
    this.#compare(state, model);
  }

  /** @param {State} state @param {Model} model */
  #drawChoice({ documents, compared }, model) {
    this.#choice.classList.toggle('many', documents.length > 8);
    this.#choice.replaceChildren(html('legend', {}, 'Compare'), ...documents.map(({ id }) => {
      const box = html('input', { type: 'checkbox', 'prop:checked': compared.includes(id), 'data-compare': id });
      box.addEventListener('change', () => {
        this.controller.adjust({ compared: box.checked ? [...compared, id] : compared.filter((one) => one !== id) });
        requestAnimationFrame(() => /** @type {HTMLElement | null} */ (this.#choice.querySelector(`[data-compare="${CSS.escape(id)}"]`))?.focus());
      });
      return html('label', {}, box, model.documents.get(id)?.title ?? id);
    }), html('span', { class: 'compare-on' }, ...['map', 'network', 'matrix'].map((view) => button(`On the ${view}`, () => {
      this.controller.adjust({ comparing: true });
      this.controller.show(/** @type {'map'} */ (view));
    }, { disabled: compared.length < 2 }))));
  }

  /** @param {State} state @param {Model} model */
  async #compare({ compared }, model) {
    if (compared.length < 2) return this.#body.replaceChildren(html('p', { class: 'empty' }, 'Choose two or more articles.'));
    const asked = this.#asked;
    // The core counts in the claims it is given: only those that pass the filters.
    const shown = model.lines.flatMap((line) => line.claims);
    const found = await this.controller.drawing.compare(shown, compared);
    if (asked !== this.#asked || !found) return;
    this.#body.replaceChildren(...this.#sections(found, shown, compared, model));
  }

  /** @param {Comparison} found @param {Claim[]} claims @param {string[]} compared @param {Model} model */
  #sections(found, claims, compared, model) {
    const title = (/** @type {string} */ id) => model.documents.get(id)?.title ?? id;
    const take = (/** @type {number[]} */ indices) => indices.map((index) => claims[index]);
    const disputed = found.disputed.flatMap(({ a, b, disagreements }) => disagreements.map(({ kind, holding, denying }) =>
      this.#pair(a, b, model, `over ${kind}`, '?', 'contested', [['Claims it', take(holding)], ['Denies it', take(denying)]])));
    const shared = found.shared.map(({ a, b, sign, documents }) =>
      this.#pair(a, b, model, '', glyphOf(sign), signWord(sign), documents.map(({ document, claims: own }) => [title(document), take(own)])));
    const single = compared.map((id) => ({ id, ties: found.single.filter((tie) => tie.documents[0]?.document === id) }));
    return [
      section(disputed.length ? `They disagree on ${plural(disputed.length, 'point')}` : 'They do not contradict each other', disputed, 'Nothing that one claims is denied by another.'),
      section(shared.length ? `${compared.length > 2 ? 'At least two' : 'Both'} claim ${plural(shared.length, 'tie')}` : 'They share no tie', shared, 'No pair is claimed with the same sign by more than one.'),
      html('div', { class: 'only' }, single.map(({ id, ties }) => section(`Only “${title(id)}” claims ${plural(ties.length, 'tie')}`, ties.map(({ a, b, sign, documents }) =>
        this.#pair(a, b, model, '', glyphOf(sign), signWord(sign), [['', take(documents[0].claims)]])), 'Nothing of its own.'))),
    ];
  }

  /** @param {string} a @param {string} b @param {Model} model @param {string} over @param {string} glyph @param {string} sign @param {(string | Claim[])[][]} sides */
  #pair(a, b, model, over, glyph, sign, sides) {
    const body = html('div', { class: 'sides' });
    const fill = () => body.append(...sides.map(([title, claims]) => html('div', {}, title && html('h3', {}, String(title)), bySentence(/** @type {Claim[]} */ (claims)).slice(0, 6).map((group) => quotation(group, model, this.controller)))));
    const details = html('details', { class: 'compared-tie', ontoggle: () => details.open && body.childElementCount === 0 && fill() },
      html('summary', {}, html('span', { class: `glyph ${sign}` }, glyph), ` ${actorName(model, a)} and ${actorName(model, b)} `, html('span', { class: 'aside' }, `${over} ${sides.map(([, claims]) => claims.length).join(' : ')}`)),
      body, button('All evidence about this pair', () => this.controller.select({ type: 'tie', a, b }), { class: 'link' }));
    if (glyph === '?') {
      fill();
      details.open = true;
    }
    return details;
  }
}

/** @param {string} title @param {HTMLElement[]} rows @param {string} none */
function section(title, rows, none) {
  const list = html('div', {}, rows.slice(0, AT_ONCE));
  const more = button(`Show all ${rows.length}`, () => { list.append(...rows.slice(AT_ONCE)); more.remove(); }, { class: 'quiet' });
  return html('section', { class: 'compare-section' }, html('h2', {}, title), rows.length ? list : html('p', { class: 'empty' }, none), rows.length > AT_ONCE && more);
}

/** @param {Claim[]} claims @returns {Claim[][]} */
function bySentence(claims) {
  /** @type {Map<string, Claim[]>} */
  const groups = new Map();
  for (const claim of claims) {
    const key = `${claim.document}|${claim.start}`;
    groups.get(key)?.push(claim) ?? groups.set(key, [claim]);
  }
  return [...groups.values()];
}
