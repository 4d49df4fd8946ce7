// The list of articles: shown or not, compared or not, opened, removed; and what a person has corrected.

/** @import {Model, State} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { button, html } from '../dom.js';
import { actorName } from '../model/describe.js';
import { plural } from '../model/vocabulary.js';
import { describeCorrection } from '../state/corrections.js';

export class DocumentsView {
  #list = html('ul', { class: 'documents' });
  #corrections = html('div', { class: 'corrections' });
  #compare = button('Compare', () => this.controller.show('comparison'), { class: 'quiet compare' });
  node = html('section', { class: 'articles', part: 'articles', 'aria-label': 'Articles' });
  /** @type {unknown[]} */ #drawnFor = [];

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
    const add = button('Add articles', () => controller.adjust({ adding: true }), { class: 'primary add' });
    this.node.append(html('div', { class: 'section-head' }, html('h2', {}, 'Articles'), this.#compare), this.#list, ...(controller.readonly ? [] : [add]), this.#corrections);
  }

  /** @param {State} state @param {Model} model */
  update(state, model) {
    const wanted = [state.documents, state.filters.hiddenDocuments, model.allClaims, state.corrections, state.compared];
    if (wanted.every((one, at) => one === this.#drawnFor[at])) return;
    this.#drawnFor = wanted;
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const claim of model.allClaims) counts.set(claim.document, (counts.get(claim.document) ?? 0) + 1);
    const focused = /** @type {HTMLElement | null} */ (/** @type {ShadowRoot} */ (this.#list.getRootNode()).activeElement)?.dataset?.row;
    this.#list.replaceChildren(...state.documents.map(({ id }) => this.#row(id, state, model, counts.get(id) ?? 0)));
    this.#list.classList.toggle('many', state.documents.length > 8);
    if (focused) /** @type {HTMLElement | null} */ (this.#list.querySelector(`[data-row="${CSS.escape(focused)}"]`))?.focus();
    this.#compare.hidden = state.documents.length < 2;
    this.#drawCorrections(state, model);
  }

  /** @param {string} id @param {State} state @param {Model} model @param {number} claims */
  #row(id, state, model, claims) {
    const document = model.documents.get(id);
    const title = document?.title ?? state.documents.find((one) => one.id === id)?.title ?? id;
    const shown = !state.filters.hiddenDocuments.includes(id);
    const box = html('input', { type: 'checkbox', 'prop:checked': shown, 'data-row': id, 'aria-label': `Show the claims of ${title}` });
    box.addEventListener('change', () => {
      const { hiddenDocuments } = this.controller.state.filters;
      this.controller.filter({ hiddenDocuments: box.checked ? hiddenDocuments.filter((one) => one !== id) : [...hiddenDocuments, id] });
    });
    return html('li', { class: `document${shown ? '' : ' off'}` }, box,
      html('div', { class: 'document-main' },
        button(title, () => this.controller.select({ type: 'document', id }), { class: 'link document-title' }),
        html('span', { class: 'document-facts' }, [document?.source, document?.date?.slice(0, 4), plural(claims, 'claim')].filter(Boolean).join(' · '))),
      !this.controller.readonly && button('×', () => this.controller.remove(id), { class: 'quiet remove', 'aria-label': `Remove ${title}`, title: 'Remove' }));
  }

  /** @param {State} state @param {Model} model */
  #drawCorrections(state, model) {
    const { corrections, history, undone } = state;
    if (corrections.length + history.length + undone.length === 0) return this.#corrections.replaceChildren();
    const step = (/** @type {string} */ label, /** @type {() => void} */ press, /** @type {boolean} */ possible) => button(label, press, { class: 'quiet', disabled: !possible });
    this.#corrections.replaceChildren(
      html('div', { class: 'section-head' }, html('h2', {}, 'Corrections'), html('span', {},
        step('Undo', () => this.controller.undo(), history.length > 0), step('Redo', () => this.controller.redo(), undone.length > 0))),
      html('ul', {}, corrections.map((correction, at) => html('li', {},
        html('span', {}, describeCorrection(correction, (id) => actorName(model, id))),
        button('×', () => this.controller.withdraw(at), { class: 'quiet remove', 'aria-label': 'Take this correction back' })))));
  }
}
