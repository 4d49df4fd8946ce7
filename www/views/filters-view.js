// Switches for sign, kind, status and certainty, each with the number of claims behind it.

/** @import {Claim, Model, State} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { button, html } from '../dom.js';
import { KINDS, SIGNS, STATUSES, signWord } from '../model/vocabulary.js';

export class FiltersView {
  node = html('section', { class: 'filters', part: 'filters', 'aria-label': 'Filters' });
  /** @type {{ box: HTMLInputElement, count: HTMLElement, list: 'signs' | 'kinds' | 'statuses', value: string, row: HTMLElement }[]} */ #switches = [];
  /** @type {unknown[]} */ #drawnFor = [];
  #certainty = html('input', { type: 'range', min: 0, max: 95, step: 5, 'aria-label': 'Hide claims less sure than' });
  #sure = html('output', {});
  #clear = button('Show everything', () => this.controller.clearFilters(), { class: 'quiet' });

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
    const group = (/** @type {string} */ title, /** @type {Node[]} */ rows, open = true) => html('details', { class: 'filter-group', open }, html('summary', {}, title), html('div', { role: 'group', 'aria-label': title }, rows));
    this.#certainty.addEventListener('input', () => controller.filter({ certainty: Number(this.#certainty.value) / 100 }));
    this.node.append(
      group('Sign', SIGNS.map((row) => this.#switch('signs', row.sign, row.name, html('span', { class: `glyph ${signWord(row.sign)}` }, row.glyph)))),
      group('Kind', KINDS.map((row) => this.#switch('kinds', row.kind, row.name, html('span', { class: `dot ${signWord(row.sign)}` })))),
      group('Status', STATUSES.map((row) => this.#switch('statuses', row.status, row.name, null))),
      group('Certainty', [html('label', { class: 'range' }, this.#certainty, this.#sure)]),
      this.#clear);
  }

  /** @param {State} state @param {Model} model */
  update(state, model) {
    const { filters } = state;
    const wanted = [filters, model, state.neighbourhood];
    if (wanted.every((one, at) => one === this.#drawnFor[at])) return;
    this.#drawnFor = wanted;
    const counts = countBy(model.allClaims.filter((claim) => !filters.hiddenDocuments.includes(claim.document)));
    for (const { box, count, list, value, row } of this.#switches) {
      box.checked = /** @type {string[]} */ (filters[list]).includes(value);
      const number = counts.get(value) ?? 0;
      count.textContent = String(number);
      row.hidden = number === 0 && list === 'kinds' && box.checked;
    }
    this.#certainty.value = String(Math.round(filters.certainty * 100));
    this.#sure.textContent = filters.certainty ? `at least ${Math.round(filters.certainty * 100)} % sure` : 'all claims';
    this.#clear.hidden = model.allClaims.length === model.claims.length && !state.neighbourhood;
  }

  /** @param {'signs' | 'kinds' | 'statuses'} list @param {string} value @param {string} name @param {Node | null} mark */
  #switch(list, value, name, mark) {
    const box = html('input', { type: 'checkbox', value, 'data-filter': list });
    const count = html('span', { class: 'count' });
    box.addEventListener('change', () => {
      const present = /** @type {string[]} */ (this.controller.state.filters[list]);
      this.controller.filter({ [list]: box.checked ? [...present, value] : present.filter((one) => one !== value) });
    });
    const row = html('label', { class: 'switch' }, box, mark, html('span', { class: 'switch-name' }, name), count);
    this.#switches.push({ box, count, list, value, row });
    return row;
  }
}

/** @param {Claim[]} claims @returns {Map<string, number>} By sign, kind and status. */
function countBy(claims) {
  const counts = new Map();
  for (const claim of claims) for (const value of [claim.sign, claim.kind, claim.status]) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
