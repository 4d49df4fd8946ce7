// Everything that is seen, put together once; then each part is told of changes.

/** @import {Model, State} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { button, html } from '../dom.js';
import { acceptDrops } from '../input/add-documents.js';
import { WelcomeView } from '../input/welcome-view.js';
import { saveDialog } from '../output/save-dialog.js';
import { describeActor, describeLine } from '../model/describe.js';
import { ComparisonView } from './comparison-view.js';
import { DocumentsView } from './documents-view.js';
import { FiltersView } from './filters-view.js';
import { GeographicStage } from './graph/geographic-stage.js';
import { GraphView } from './graph/graph-view.js';
import { NetworkStage } from './graph/network-stage.js';
import { legendView } from './legend-view.js';
import { MatrixView } from './matrix-view.js';
import { NoticesView } from './notices-view.js';
import { Panel } from './panel/panel.js';
import { searchView } from './search-view.js';
import { TableView } from './table-view.js';
import { TimelineView } from './timeline-view.js';
import { ViewBar } from './view-bar.js';

const CREDIT = 'Base map: Natural Earth via visionscarto, borders as the UN sees them. Lines: as the articles claim.';

export class Workspace {
  #summary = html('p', { class: 'summary', part: 'summary', tabindex: '0' });
  #live = html('div', { class: 'live', role: 'status', 'aria-live': 'polite' });
  #network = new NetworkStage();
  #views = html('div', { class: 'views', part: 'view' });
  #credit = html('p', { class: 'credit' });
  #sheets = html('nav', { class: 'phone-bar', 'aria-label': 'Sheets' });

  legend = legendView();

  /** @param {Controller} controller @param {{ keep: (kept: boolean) => void, isKept: () => boolean, turnTheme: () => void }} host */
  constructor(controller, host) {
    this.controller = controller;
    this.turnTheme = host.turnTheme;
    this.save = saveDialog(controller, this, host.keep, host.isKept);
    const map = new GraphView(new GeographicStage(() => map.redraw()), controller);
    const network = new GraphView(this.#network, controller);
    this.matrix = new MatrixView(controller);
    /** @type {Record<string, { node: HTMLElement, update: (state: State, model: Model) => void }>} */
    this.views = {
      map, network, matrix: this.matrix, timeline: new TimelineView(controller), table: new TableView(controller), comparison: new ComparisonView(controller),
    };
    this.graphs = { map, network };
    this.bar = new ViewBar(controller);
    this.panel = new Panel(controller);
    this.documents = new DocumentsView(controller);
    this.filters = new FiltersView(controller);
    this.welcome = new WelcomeView(controller);
    this.notices = new NoticesView(controller);
    this.node = this.#assemble();
    acceptDrops(this.node, controller);
  }

  #assemble() {
    const { controller } = this;
    const whole = controller.wholePage();
    const sheet = (/** @type {string} */ name, /** @type {string} */ label) => button(label, () => this.openSheet(this.node.dataset.sheet === name ? '' : name), { 'data-sheet': name, 'aria-pressed': 'false' });
    this.#sheets.append(...(controller.readonly ? [] : [sheet('articles', 'Articles & filters')]), sheet('evidence', 'Evidence'));
    this.#views.append(...Object.values(this.views).map((view) => view.node));
    const left = html('aside', { class: 'left', 'aria-label': 'Articles and filters' }, this.documents.node, this.filters.node);
    const centre = html(/** @type {'main'} */ (whole ? 'main' : 'div'), { class: 'centre' }, this.#summary, this.bar.node, this.#views, html('div', { class: 'foot' }, this.legend, this.#credit));
    const save = button('Save', () => this.save.open(), { class: 'save-open', title: 'Save and share' });
    save.append(html('span', { class: 'more-words' }, ' & share'));
    const themes = button('◐', () => this.turnTheme(), { class: 'quiet theme', 'aria-label': 'Light or dark', title: 'Light or dark' });
    const top = html(/** @type {'header'} */ (whole ? 'header' : 'div'), { class: 'top' },
      html(/** @type {'h1'} */ (whole ? 'h1' : 'p'), { class: 'brand' }, 'Alliance Map'),
      html('p', { class: 'promise' }, 'Read in this browser. No text leaves the page.'),
      searchView(controller), themes, save);
    return html('div', { class: 'app', part: 'app' },
      html('div', { class: 'frame' }, top, html('div', { class: 'workspace' }, left, centre, this.panel.node, this.#sheets)),
      this.welcome.node, ...this.notices.nodes, this.#live, this.save.node);
  }

  /** On a phone: which sheet is up. @param {string} name */
  openSheet(name) {
    this.node.dataset.sheet = name;
    for (const press of this.#sheets.children) press.setAttribute('aria-pressed', String(press.getAttribute('data-sheet') === name));
  }

  /** @param {State} state @param {Model} model @param {State | null} before */
  update(state, model, before) {
    const active = /** @type {ShadowRoot} */ (this.node.getRootNode()).activeElement;
    Object.assign(this.#network, { places: state.places, pins: state.pins });
    for (const [name, view] of Object.entries(this.views)) view.node.hidden = name !== state.view;
    this.views[state.view]?.update(state, model);
    for (const part of [this.bar, this.panel, this.documents, this.filters, this.welcome, this.notices]) part.update(state, model);
    this.#credit.textContent = state.view === 'map' ? CREDIT : 'Lines: as the articles claim.';
    const summary = summaryOf(state);
    this.#summary.textContent = summary;
    this.#summary.classList.toggle('long', summary.length > 220);
    if (before && state.selection !== before.selection) this.#moved(state, model, active !== null && active !== this.node);
    const named = `Map of ties: ${model.linesByActor.size} actors, ${model.lines.length} lines. Arrow keys walk from actor to actor, brackets go through an actor’s ties, Enter opens, N keeps neighbours.`;
    for (const graph of Object.values(this.graphs)) graph.svgNode.setAttribute('aria-label', named);
  }

  /** The picture that is open; the map where the open view is none. */
  picture() {
    const { view } = this.controller.state;
    if (view === 'matrix') return { picture: this.matrix.svgNode, painting: null };
    const graph = view === 'network' ? this.graphs.network : this.graphs.map;
    if (view !== 'network' && view !== 'map') this.controller.show('map');
    return { picture: graph.svgNode, painting: graph.canvasNode };
  }

  get summaryText() {
    return this.#summary.textContent ?? '';
  }

  /** @param {string} text */
  announce(text) {
    this.#live.textContent = text;
  }

  /** After the colours have changed. */
  repaint() {
    for (const graph of Object.values(this.graphs)) graph.redraw();
  }

  disconnect() {
    for (const graph of Object.values(this.graphs)) graph.disconnect();
  }

  /** @param {State} state @param {Model} model @param {boolean} byKeyboard Whether the keyboard was in the map. */
  #moved(state, model, byKeyboard) {
    const { selection } = state;
    if (selection) this.openSheet('evidence');
    else if (this.node.dataset.sheet === 'evidence') this.openSheet('');
    if (selection?.type === 'actor') this.announce(describeActor(model, selection.id));
    else if (selection?.type === 'tie') {
      const [line] = model.linesByPair.get(`${selection.a}|${selection.b}`) ?? [];
      if (line) this.announce(`${describeLine(model, line)}. Sentences in the panel.`);
    }
    if (selection && byKeyboard) this.panel.focus();
  }
}

/** @param {State} state */
function summaryOf(state) {
  return state.drawn ? (state.summary ?? '') : '';
}
