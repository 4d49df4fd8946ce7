// What a person can do, in one place: every view calls these, and nothing else changes the state.

/** @import {Correction, DocumentInput, Filters, Model, Project, Selection, State, ViewName} from './types.d.ts' */
import { Drawing } from './core/drawing.js';
import { Cancelled, ReaderClient } from './core/reader-client.js';
import { createDeriver } from './model/derive.js';
import { worthComparing } from './model/worth-comparing.js';
import { aliasesIn, correct, namesOf, redo, undo, withdraw } from './state/corrections.js';
import { everythingShown, initialState, Store } from './state/store.js';

export class Controller {
  store = new Store();
  reader = new ReaderClient();
  drawing = new Drawing(this.store, this.reader, () => this.model, (text) => this.notify('warning', text));
  readonly = false;
  /** Whether the core can be asked; a map that was saved alone has none. */
  canRead = true;
  #derive = createDeriver();
  /** @type {Selection[]} */ #trail = [];
  #notice = 1;
  #reading = 0;

  /** @param {{ announce: (text: string) => void, wholePage: () => boolean, emit: (name: string, detail: unknown) => void }} host */
  constructor(host) {
    this.announce = host.announce;
    this.wholePage = host.wholePage;
    this.emit = host.emit;
  }

  /** @returns {State} */ get state() { return this.store.state; }
  /** @returns {Model} */ get model() { return this.#derive(this.store.state); }
  get canGoBack() { return this.#trail.length > 0; }

  /** @param {Selection} selection */
  select(selection) {
    const before = this.state.selection;
    if (JSON.stringify(before) === JSON.stringify(selection)) return;
    this.#trail = selection && before ? [...this.#trail.slice(-30), before] : [];
    this.store.set({ selection });
    this.emit('select', selection);
  }

  back() {
    this.store.set({ selection: this.#trail.pop() ?? null });
    this.emit('select', this.state.selection);
  }

  /** @param {ViewName} view */
  show(view) {
    const { compared, documents } = this.state;
    this.store.set(view === 'comparison' && compared.length < 2 && documents.length > 1 ? { view, compared: worthComparing(this.model, this.state) } : { view });
  }

  /** @param {string | null} id */ keepNeighbourhood(id) { this.store.set({ neighbourhood: id }); }
  /** @param {Partial<Filters>} change */ filter(change) { this.store.set({ filters: { ...this.state.filters, ...change } }); }
  clearFilters() { this.store.set({ filters: everythingShown(), neighbourhood: null, comparing: false }); }
  /** @param {Partial<Pick<State, 'borders' | 'adding' | 'compared' | 'comparing'>>} change */ adjust(change) { this.store.set(change); }

  /** @param {string} id @param {boolean} outlined */
  outlineGroup(id, outlined) {
    this.store.set({ groups: outlined ? [...this.state.groups, id] : this.state.groups.filter((one) => one !== id) });
  }

  /** Puts an actor of the network where a person wants it. @param {string} id @param {[number, number]} place */
  pin(id, place) {
    this.store.set({ pins: new Map(this.state.pins).set(id, place) });
    this.announce(`${this.model.actors.get(id)?.name ?? id} moved`);
  }

  /** @param {string} id */
  unpin(id) { this.store.set({ pins: new Map([...this.state.pins].filter(([one]) => one !== id)) }); }

  /** @param {Correction} correction */
  correct(correction) {
    this.store.set(correct(this.state, correction));
    this.announce('Corrected. Ctrl+Z takes it back.');
    if (correction.type === 'alias') return this.setDocuments(this.state.documents);
    if ('claim' in correction) return this.drawing.redraw();
    this.select(correction.type === 'merge' ? { type: 'actor', id: correction.into } : null);
    return this.drawing.redraw();
  }

  undo() { this.#step(undo(this.state), 'Correction taken back'); }
  redo() { this.#step(redo(this.state), 'Correction made again'); }
  /** @param {number} place */ withdraw(place) { this.#step(withdraw(this.state, place), 'Correction removed'); }

  /** @param {Partial<State>} change @param {string} message */
  #step(change, message) {
    if (Object.keys(change).length === 0) return;
    const names = namesOf(this.state.corrections);
    this.store.set(change);
    this.announce(message);
    // Other names mean another reading; all else only another drawing.
    if (namesOf(this.state.corrections) === names) this.drawing.redraw();
    else this.setDocuments(this.state.documents);
  }

  /** @param {'info' | 'warning'} tone @param {string} text */
  notify(tone, text) {
    const id = this.#notice++;
    this.store.set({ notices: [...this.state.notices.slice(-4), { id, tone, text }] });
    this.announce(text);
    if (tone === 'warning') this.emit('error', { message: text });
  }

  /** @param {number} id */
  dismiss(id) { this.store.set({ notices: this.state.notices.filter((notice) => notice.id !== id) }); }

  /** @param {DocumentInput[]} documents Added to those that are there; ids that are taken are replaced. */
  add(documents) {
    const ids = new Set(documents.map((document) => document.id));
    return this.setDocuments([...this.state.documents.filter((document) => !ids.has(document.id)), ...documents]);
  }

  /** @param {string} id */
  remove(id) {
    const { selection } = this.state;
    if (selection?.type === 'document' && selection.id === id) this.select(null);
    return this.setDocuments(this.state.documents.filter((document) => document.id !== id));
  }

  /** @param {string} id @param {{ title?: string, source?: string, date?: string }} facts */
  describe(id, facts) {
    return this.setDocuments(this.state.documents.map((document) => (document.id === id ? { ...document, ...facts } : document)));
  }

  /** @param {DocumentInput[]} documents @returns {Promise<boolean>} Whether all were read. */
  async setDocuments(documents) {
    const before = this.state.documents;
    const turn = ++this.#reading;
    const late = () => turn !== this.#reading;
    if (!this.canRead && documents.some((document) => before.includes(document) && !document.text)) {
      this.notify('warning', 'This map came without its articles’ text, so they cannot be read again beside new ones. Start afresh with “Forget everything”.');
      return false;
    }
    this.canRead = true;
    const there = new Set(documents.map((document) => document.id));
    const compared = this.state.compared.filter((id) => there.has(id));
    this.store.set({ documents, adding: false, compared, comparing: this.state.comparing && compared.length > 1 });
    if (documents.length === 0) {
      this.store.set({ analysis: null, drawn: null, summary: null, reading: null, selection: null, neighbourhood: null });
      this.emit('change', { documents: [] });
      return true;
    }
    try {
      const analysis = await this.reader.read(documents, { overrides: { aliases: aliasesIn(this.state.corrections) } }, (done, title) => {
        if (late()) return;
        this.store.set({ reading: { done, total: documents.length, title } });
        this.emit('progress', { done, total: documents.length });
      });
      if (late()) return false;
      this.store.set({ analysis, reading: null, drawn: this.state.corrections.length ? this.state.drawn : /** @type {any} */ (analysis) });
      if (this.state.corrections.length) await this.drawing.redraw();
      this.emit('change', { documents: documents.map((document) => document.id) });
      return true;
    } catch (error) {
      if (late()) return false;
      this.store.set({ documents: before, reading: null });
      if (error instanceof Cancelled) this.notify('info', 'Stopped. The articles that were there before are still here.');
      else this.notify('warning', `This could not be read: ${/** @type {Error} */ (error).message}`);
      return false;
    }
  }

  cancel() { this.reader.cancel(); }

  /** Articles, corrections, link and all. */
  async forgetAll() {
    await this.setDocuments([]);
    this.store.set({ ...initialState(), view: this.state.view });
    if (location.hash && this.wholePage()) history.replaceState(null, '', location.pathname + location.search);
    this.notify('info', 'Forgotten: nothing of your articles is left on this page or this device.');
  }

  /** Opens a saved map. @param {Project} project */
  async open(project) {
    const { documents, corrections, analysis, drawn } = project;
    this.select(null);
    this.store.set({
      corrections, history: [], undone: [], neighbourhood: null, pins: new Map(), summary: null,
      view: project.view ?? this.state.view, filters: project.filters ?? everythingShown(), borders: project.borders ?? true, compared: project.compared ?? [],
    });
    if (!analysis) return this.setDocuments(documents);
    this.#reading++;
    this.canRead = false;
    this.store.set({ documents, analysis, drawn: drawn ?? null, reading: null, adding: false });
    if (!drawn) await this.drawing.redraw();
    this.emit('change', { documents: documents.map((document) => document.id) });
    return true;
  }
}
