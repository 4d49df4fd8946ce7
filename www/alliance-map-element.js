// <alliance-map>: attributes are the truth, one batched update, named events, everything undone on disconnect.

/** @import {DocumentInput, Project, State, ViewName} from './types.d.ts' */
import { Controller } from './controller.js';
import { forget, keep, keptProject } from './output/device-storage.js';
import { projectOf } from './output/project.js';
import { fromFragment } from './output/share-link.js';
import { Workspace } from './views/workspace.js';
import { VIEWS } from './views/view-bar.js';
import theme from './style/theme.css';
import layout from './style/layout.css';
import graph from './style/graph.css';
import panel from './style/panel.css';
import input from './style/input.css';
import print from './style/print.css';
import views from './style/views.css';

/** @type {CSSStyleSheet[] | null} */ let sheets = null;
const styles = () => (sheets ??= [theme, layout, graph, panel, input, views, print].map((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}));

/** What a map on this device is made of. @type {(keyof State)[]} */
const KEPT = ['documents', 'corrections', 'view', 'filters', 'borders', 'compared', 'reading'];

export class AllianceMapElement extends HTMLElement {
  static observedAttributes = ['src', 'view', 'height', 'readonly'];

  /** @type {Controller | null} */ #controller = null;
  /** @type {Workspace | null} */ #workspace = null;
  /** @type {(() => void)[]} */ #undo = [];
  /** @type {any[]} */ #samples = [];
  /** @type {DocumentInput[] | null} */ #documents = null;
  /** @type {Project | null} */ #project = null;
  /** A link that names samples which have not come yet. @type {Project | null} */ #waiting = null;
  #kept = false;

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = styles();
    this.#setHeight();
    const controller = (this.#controller = new Controller({
      announce: (text) => this.#workspace?.announce(text),
      wholePage: () => this.getAttribute('height') === 'page',
      emit: (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })),
    }));
    controller.readonly = this.hasAttribute('readonly');
    // The worker compiles the core while this thread builds the page; whoever needs it hears of an error.
    controller.reader.start().catch(() => undefined);
    const workspace = (this.#workspace = new Workspace(controller, {
      keep: (kept) => this.#keep(kept), isKept: () => this.#kept, turnTheme: () => this.#turnTheme(),
    }));
    workspace.welcome.samples = this.#samples;
    root.replaceChildren(workspace.node);
    this.#undo.push(controller.store.listen((state, before) => this.#update(state, before)));
    const keys = (/** @type {KeyboardEvent} */ event) => this.#key(event);
    // Where the map is the page, Ctrl+Z holds wherever the keyboard is.
    const listening = controller.wholePage() ? document : this;
    listening.addEventListener('keydown', /** @type {EventListener} */ (keys));
    this.#undo.push(() => listening.removeEventListener('keydown', /** @type {EventListener} */ (keys)));
    this.#takeView();
    this.#update(controller.state, null);
    queueMicrotask(() => this.#begin());
  }

  disconnectedCallback() {
    for (const undo of this.#undo.splice(0)) undo();
    this.#workspace?.disconnect();
    this.#controller?.cancel();
    this.#documents = this.#controller?.state.documents ?? null;
    this.shadowRoot?.replaceChildren();
    this.#controller = this.#workspace = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (!this.#controller || before === after) return;
    if (name === 'view') this.#takeView();
    else if (name === 'height') this.#setHeight();
    else if (name === 'src') this.#begin();
    else {
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }

  /** The articles on the map. */
  get documents() {
    return this.#controller?.state.documents ?? this.#documents ?? [];
  }

  set documents(documents) {
    this.#documents = documents;
    this.#controller?.setDocuments(documents);
  }

  /** Texts that the first screen offers. */
  get samples() {
    return this.#samples;
  }

  set samples(samples) {
    this.#samples = samples.map((sample) => ({ ...sample, id: sample.id ?? sample.file.replace(/\.\w+$/, '') }));
    if (this.#workspace) this.#workspace.welcome.samples = this.#samples;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.#controller?.open(this.#withSamples(waiting) ?? waiting);
  }

  /** A saved map, with corrections and settings. @param {Project} project */
  set project(project) {
    this.#project = project;
    this.#open(project);
  }

  /** What a person may do, for hosts that bring buttons of their own. */
  get controller() {
    return this.#controller;
  }

  get workspace() {
    return this.#workspace;
  }

  async #begin() {
    const controller = this.#controller;
    if (!controller) return;
    const src = this.getAttribute('src');
    try {
      const project = this.#project ?? (src ? await (await fetch(src)).json() : await this.#projectOfPage());
      const documents = this.#documents ?? articlesIn(this);
      if (project) await this.#open(project);
      else if (documents.length) await controller.setDocuments(documents);
      else await controller.reader.start();
    } catch (error) {
      controller.notify('warning', `The map could not be opened: ${/** @type {Error} */ (error).message}`);
    }
    this.dispatchEvent(new CustomEvent('ready', { bubbles: true, composed: true }));
  }

  /** From the link, else from this device; only where the map is the page. */
  async #projectOfPage() {
    if (this.getAttribute('height') !== 'page') return null;
    const shared = await fromFragment(location.hash.slice(1));
    const kept = keptProject();
    this.#kept = kept !== null && !shared;
    return shared ?? kept;
  }

  /** @param {Project} project */
  async #open(project) {
    const filled = this.#withSamples(project);
    if (filled) await this.#controller?.open(filled);
    else this.#waiting = project;
  }

  /** Fills in the samples that a link names; null while they are not here yet. @param {Project} project @returns {Project | null} */
  #withSamples(project) {
    const lacking = project.documents.filter((document) => document.sample && !document.text);
    if (lacking.length === 0) return project;
    if (this.#samples.length === 0) return null;
    const documents = project.documents.flatMap((document) => {
      const sample = document.text ? null : this.#samples.find((one) => one.id === document.sample);
      if (!sample) return document.text ? [document] : [];
      const { text, title, date, source } = sample;
      return [{ ...document, text, title, date, source }];
    });
    return { ...project, documents };
  }

  /** @param {boolean} kept */
  #keep(kept) {
    this.#kept = kept;
    if (!kept) forget();
    else if (this.#controller && !keep(projectOf(this.#controller.state))) this.#controller.notify('warning', 'This browser has no room for the map, or does not allow a page to keep anything.');
  }

  /** Light, dark, then as the device is set. */
  #turnTheme() {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const next = { '': dark ? 'light' : 'dark', light: dark ? 'dark' : '', dark: dark ? '' : 'light' }[this.getAttribute('theme') ?? ''];
    if (next) this.setAttribute('theme', next);
    else this.removeAttribute('theme');
    this.#workspace?.repaint();
  }

  /** @param {State} state @param {State | null} before */
  #update(state, before) {
    const controller = this.#controller;
    if (!controller || !this.#workspace) return;
    this.#workspace.update(state, controller.model, before);
    if (state.view === 'network') controller.drawing.layOut();
    if (state.drawn) controller.drawing.summarise();
    if (this.#kept && before && !state.reading && KEPT.some((name) => state[name] !== before[name])) keep(projectOf(state));
    if (this.getAttribute('view') !== state.view) this.setAttribute('view', state.view);
  }

  #takeView() {
    const view = /** @type {ViewName} */ (this.getAttribute('view') ?? 'map');
    if (this.#controller && VIEWS.some((row) => row.view === view) && this.#controller.state.view !== view) this.#controller.show(view);
  }

  #setHeight() {
    const height = this.getAttribute('height') ?? '600';
    this.style.setProperty('--am-height', height === 'page' ? '100dvh' : /^\d+$/.test(height) ? `${height}px` : height);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const controller = this.#controller;
    if (!controller) return;
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const typing = target.matches?.('textarea, input:not([type="checkbox"]):not([type="range"])');
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape' && !typing) controller.select(null);
    else if (command && event.key.toLowerCase() === 'z' && !typing) event.shiftKey ? controller.redo() : controller.undo();
    else if (command && event.key.toLowerCase() === 'y' && !typing) controller.redo();
    else return;
    if (command) event.preventDefault();
  }
}

/** Articles that stand inside the element read without scripts too. @param {Element} element @returns {DocumentInput[]} */
function articlesIn(element) {
  return [...element.querySelectorAll(':scope > article')].map((article, at) => ({
    id: article.id || `article-${at + 1}`,
    text: article.innerHTML,
    format: /** @type {const} */ ('html'),
    title: article.getAttribute('title') ?? article.querySelector('h1, h2, h3')?.textContent?.trim() ?? undefined,
    date: article.querySelector('time')?.dateTime || undefined,
    source: article.getAttribute('data-source') ?? undefined,
  }));
}
