// Which view is open, and the few switches that belong to it.

/** @import {State, ViewName} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { button, html } from '../dom.js';

/** @type {{ view: ViewName, name: string }[]} */
export const VIEWS = [
  { view: 'map', name: 'Map' },
  { view: 'network', name: 'Network' },
  { view: 'matrix', name: 'Matrix' },
  { view: 'timeline', name: 'Timeline' },
  { view: 'table', name: 'Table' },
  { view: 'comparison', name: 'Compare' },
];

export class ViewBar {
  #tabs = VIEWS.map(({ view, name }) => button(name, () => this.controller.show(view), { 'data-view': view }));
  #borders = html('input', { type: 'checkbox' });
  #bordersLabel = html('label', {}, this.#borders, 'borders');
  #compared = html('input', { type: 'checkbox', onchange: () => this.controller.adjust({ comparing: this.#compared.checked }) });
  #comparedLabel = html('label', {}, this.#compared, 'compared articles only');
  #everyone = button('Show everyone', () => this.controller.keepNeighbourhood(null), { class: 'quiet' });
  node = html('div', { class: 'view-bar' });

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
    this.#borders.addEventListener('change', () => controller.adjust({ borders: this.#borders.checked }));
    this.node.append(html('div', { class: 'tabs', role: 'group', 'aria-label': 'View', part: 'tabs' }, this.#tabs), html('div', { class: 'view-options' }, this.#everyone, this.#comparedLabel, this.#bordersLabel));
  }

  /** @param {State} state */
  update(state) {
    for (const tab of this.#tabs) {
      tab.setAttribute('aria-pressed', String(tab.dataset.view === state.view));
      if (tab.dataset.view === 'comparison') tab.hidden = state.documents.length < 2;
    }
    this.#compared.checked = state.comparing;
    this.#comparedLabel.hidden = state.compared.length < 2 || state.view === 'comparison';
    this.#borders.checked = state.borders;
    this.#bordersLabel.hidden = state.view !== 'map';
    this.#everyone.hidden = state.neighbourhood === null;
  }
}
