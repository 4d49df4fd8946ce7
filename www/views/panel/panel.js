// The panel beside the map: the chosen tie, actor or article; with nothing chosen, the map as a whole.

/** @import {Model, State} from '../../types.d.ts' */
/** @import {Controller} from '../../controller.js' */
import { append, button, html } from '../../dom.js';
import { actorPanel } from './actor-panel.js';
import { documentPanel } from './document-panel.js';
import { overviewPanel } from './overview-panel.js';
import { tiePanel } from './tie-panel.js';

export class Panel {
  #body = html('div', { class: 'panel-body' });
  #back = button('‹ Back', () => this.controller.back(), { class: 'quiet back' });
  #close = button('Close', () => this.controller.select(null), { class: 'quiet close' });
  node = html('section', { class: 'panel', part: 'panel', 'aria-label': 'Evidence' });
  /** @type {unknown[]} */ #drawnFor = [];

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
    this.node.append(html('div', { class: 'panel-bar' }, html('span', { class: 'grip', 'aria-hidden': 'true' }), this.#back, this.#close), this.#body);
  }

  /** @param {State} state @param {Model} model */
  update(state, model) {
    const wanted = [state.selection, model, state.drawn, state.neighbourhood, state.groups, state.view === 'network' && state.pins, state.view === 'network' && state.places];
    if (wanted.every((one, at) => one === this.#drawnFor[at])) return;
    const first = this.#drawnFor.length === 0;
    const moved = state.selection !== this.#drawnFor[0];
    const open = moved ? [] : openDetails(this.#body);
    this.#drawnFor = wanted;
    this.node.classList.toggle('has-selection', state.selection !== null);
    this.#back.hidden = !this.controller.canGoBack;
    this.#close.hidden = state.selection === null;
    const { activeElement } = /** @type {ShadowRoot} */ (this.#body.getRootNode());
    const kept = this.#body.contains(activeElement) && activeElement?.getAttribute('data-keep');
    this.#body.replaceChildren();
    append(this.#body, this.#content(state, model));
    this.#body.querySelectorAll('details').forEach((details, at) => (details.open = open[at] ?? false));
    if (kept) /** @type {HTMLElement | null} */ (this.#body.querySelector(`[data-keep="${kept}"]`))?.focus();
    // The first drawing is at its top without asking, which would lay the page out.
    if (!moved || first) return;
    this.#body.scrollTop = 0;
    this.#body.querySelector('.current')?.scrollIntoView({ block: 'center' });
  }

  /** Moves the keyboard into the panel. */
  focus() {
    /** @type {HTMLElement | null} */ (this.#body.querySelector('.panel-title'))?.focus();
  }

  /** @param {State} state @param {Model} model */
  #content(state, model) {
    const { selection } = state;
    if (selection?.type === 'tie') return tiePanel(selection, state, model, this.controller);
    if (selection?.type === 'actor') return actorPanel(selection.id, state, model, this.controller);
    if (selection?.type === 'document') return documentPanel(selection, state, model, this.controller);
    return overviewPanel(state, model, this.controller);
  }
}

/** @param {Element} body */
const openDetails = (body) => [...body.querySelectorAll('details')].map((details) => details.open);
