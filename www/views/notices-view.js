// Messages that wait until they are dismissed, and the progress of a reading with its Cancel.

/** @import {State} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { button, html } from '../dom.js';

export class NoticesView {
  #notices = html('div', { class: 'notices', part: 'notices' });
  #bar = html('progress', { 'aria-label': 'Reading' });
  #title = html('p', {});
  #reading = html('div', { class: 'reading', hidden: true });
  /** @type {State['notices']} */ #shown = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
    this.#reading.append(this.#title, this.#bar, button('Cancel', () => controller.cancel()));
    this.nodes = [this.#notices, this.#reading];
  }

  /** @param {State} state */
  update(state) {
    if (state.notices !== this.#shown) {
      this.#shown = state.notices;
      this.#notices.replaceChildren(...state.notices.map(({ id, tone, text }) =>
        html('div', { class: `notice ${tone}` }, html('p', {}, text), button('×', () => this.controller.dismiss(id), { 'aria-label': 'Dismiss' }))));
    }
    const { reading } = state;
    if (!reading) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#reading.hidden = true;
      return;
    }
    // Most readings are over before anyone could read a message.
    this.#timer ??= setTimeout(() => (this.#reading.hidden = false), 150);
    this.#title.textContent = `Reading ${reading.title} (${reading.done + 1} of ${reading.total})`;
    this.#bar.max = reading.total;
    if (reading.done) this.#bar.value = reading.done;
    else this.#bar.removeAttribute('value');
  }
}
