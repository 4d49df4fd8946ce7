// The first screen, and later the box for more articles: paste, open, or start with a sample.

/** @import {State} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { button, html } from '../dom.js';
import { plural } from '../model/vocabulary.js';
import { addDocuments, addFiles } from './add-documents.js';
import { readingKey } from './reading-key.js';
import { ACCEPTED } from './read-file.js';

/** @typedef {{ id: string, title: string, source?: string, date?: string, about?: string, group?: string, text: string }} Sample */

export class WelcomeView {
  #box = html('textarea', { class: 'paste', placeholder: 'Paste an article here …', 'aria-label': 'Article text', spellcheck: 'false' });
  #picker = html('input', { type: 'file', multiple: true, accept: ACCEPTED, class: 'hidden-picker', 'aria-label': 'Open files', tabindex: '-1' });
  #samples = html('div', { class: 'samples' });
  #headline = html('div', { class: 'welcome-head' });
  #cancel = button('Back to the map', () => this.controller.adjust({ adding: false }), { class: 'quiet' });
  node = html('section', { class: 'welcome', part: 'welcome', 'aria-label': 'Add articles' });
  /** @type {Sample[]} */ #list = [];
  /** @type {boolean | null} */ #first = null;

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
    this.#picker.addEventListener('change', () => {
      addFiles([...(this.#picker.files ?? [])], controller);
      this.#picker.value = '';
    });
    this.#box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#read();
    });
    this.node.append(
      this.#headline,
      html('div', { class: 'welcome-columns' },
        html('div', { class: 'welcome-paste' },
          this.#box,
          html('div', { class: 'welcome-buttons' }, button('Read it', () => this.#read(), { class: 'primary' }), button('Open files …', () => this.#picker.click()), this.#picker, this.#cancel),
          html('p', { class: 'small' }, 'Text, Markdown, HTML or Word files can also be dropped anywhere. Everything is read in this browser: no text leaves the page.')),
        this.#samples));
    this.samples = [];
  }

  /** @param {Sample[]} samples */
  set samples(samples) {
    this.#list = samples;
    const groups = [...new Set(samples.map((sample) => sample.group ?? ''))];
    const together = groups.map((group) => samples.filter((sample) => (sample.group ?? '') === group)).find((group) => group.length > 1) ?? [];
    this.#samples.replaceChildren(...(samples.length === 0 ? [] : [
      html('h3', {}, 'Or start with a sample'),
      together.length > 1 ? button('', () => this.#take(together), { class: 'sample all' }) : '',
      html('ul', {}, samples.map((sample) => html('li', {}, sampleButton(sample, () => this.#take([sample]))))),
    ]));
    const all = this.#samples.querySelector('.sample.all');
    all?.append(html('b', {}, `${together.length} articles on ${together[0]?.group}, on one map`), html('span', {}, 'who calls whom an ally, who denies it, and what is contested'));
  }

  get samples() {
    return this.#list;
  }

  /** @param {State} state */
  update(state) {
    const first = state.documents.length === 0;
    this.node.hidden = !first && !state.adding;
    this.node.classList.toggle('first', first);
    this.#cancel.hidden = first;
    if (this.#first === first) return;
    this.#first = first;
    this.#headline.replaceChildren(...(first
      ? [html('div', {}, html('h2', { class: 'headline' }, 'Who stands with whom, and against whom, as each article claims it'),
        html('p', {}, 'Paste an article about international politics. Every line on the map opens the sentence behind it; where articles disagree, the map shows the disagreement.')), readingKey()]
      : [html('h2', { class: 'headline' }, 'Add articles')]));
  }

  focus() {
    this.#box.focus();
  }

  async #read() {
    const text = this.#box.value;
    if (await addDocuments([{ text, format: 'auto' }], this.controller)) this.#box.value = '';
  }

  /** @param {Sample[]} samples */
  #take(samples) {
    const there = new Set(this.controller.state.documents.map((document) => document.id));
    const wanted = samples.filter((sample) => !there.has(sample.id));
    if (wanted.length === 0) return this.controller.notify('info', `${plural(samples.length, 'sample')} already on the map.`);
    return addDocuments(wanted.map(({ id, title, source, date, text }) => ({ id, title, source, date, text, sample: id })), this.controller);
  }
}

/** @param {Sample} sample @param {() => void} press */
function sampleButton(sample, press) {
  const node = button('', press, { class: 'sample' });
  node.append(html('b', {}, sample.title), html('span', {}, [sample.date?.slice(0, 4), sample.about ?? sample.source].filter(Boolean).join(' · ')));
  return node;
}
