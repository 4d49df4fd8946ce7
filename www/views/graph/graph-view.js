// A graph that is looked at, moved and walked through; where things stand is the stage's business.

/** @import {Model, State} from '../../types.d.ts' */
/** @import {Scene, Stage} from './graph-scene.js' */
/** @import {Controller} from '../../controller.js' */
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { button, html, svg } from '../../dom.js';
import { shownGroups } from '../../model/groups.js';
import { GraphCanvas } from './graph-canvas.js';
import { listenToKeys } from './graph-keys.js';
import { drawGroups, drawNodes } from './graph-nodes.js';
import { listenToPointer, whatIsAt } from './graph-pointer.js';
import { buildScene, extent } from './graph-scene.js';
import { drawBadges, drawStrokes } from './graph-strokes.js';

const MANY_BADGES = 90;

export class GraphView {
  #world = svg('g', { class: 'world' });
  #strokes = svg('g', { class: 'strokes' });
  #groups = svg('g', { class: 'groups' });
  #badges = svg('g', { class: 'badges' });
  #nodes = svg('g', { class: 'nodes' });
  /** What keeps its size when the picture is enlarged. */ #overlay = svg('g', { class: 'overlay' });
  #svg = svg('svg', { class: 'graph', part: 'graph', tabindex: '0', role: 'application', 'aria-roledescription': 'map of ties' });
  #canvas = html('canvas', { class: 'graph-canvas', 'aria-hidden': 'true' });
  #painter = new GraphCanvas(this.#canvas);
  #counter = html('p', { class: 'graph-counter', hidden: true });
  #hint = html('p', { class: 'graph-hint', 'aria-hidden': 'true' }, 'Click a line for its sentences');
  node = html('div', { class: 'graph-frame' });

  /** @type {Scene} */ #scene = { nodes: [], strokes: [], total: 0, byId: new Map(), involved: new Set(), painted: false };
  /** @type {Model | null} */ #model = null;
  /** @type {State | null} */ #state = null;
  #view = { k: 1, x: 0, y: 0 };
  #frame = { width: 0, height: 0 };
  #fitted = { key: '', ids: /** @type {Set<string>} */ (new Set()) };
  /** Counts the layouts that came from the worker. */ #layout = 0;
  /** @type {string | null} */ #focus = null;
  /** @type {string | null} */ #focusLine = null;
  /** @type {((k: number, x: number, y: number, frame: { width: number, height: number }) => void)[]} */ #placers = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settle;
  #queued = false;

  /** @param {Stage} stage @param {Controller} controller */
  constructor(stage, controller) {
    this.stage = stage;
    this.controller = controller;
    const zooming = (this.zooming = zoom().scaleExtent([0.2, 24]).clickDistance(6));
    // Told, not measured: measuring would lay the page out at every step.
    zooming.extent(() => [[0, 0], [this.#frame.width, this.#frame.height]]);
    zooming.filter((event) => this.#mayMove(event));
    zooming.on('zoom', ({ transform }) => this.#move(transform));
    zooming.on('end', () => this.#scene.painted && (this.#settle = setTimeout(() => this.#paint(), 200)));
    this.#overlay.append(this.#groups, this.#badges, this.#nodes);
    this.#svg.append(this.#world, this.#overlay);
    this.#world.append(stage.background(controller.store.state, new Set()), this.#strokes);
    select(/** @type {Element} */ (this.#svg)).call(zooming).on('dblclick.zoom', null);
    const control = (/** @type {string} */ label, /** @type {string} */ sign, /** @type {() => void} */ press) => button(sign, press, { 'aria-label': label, title: label });
    const controls = html('div', { class: 'zoom-controls', part: 'zoom' },
      control('Zoom in', '+', () => this.scaleBy(1.5)), control('Zoom out', '−', () => this.scaleBy(1 / 1.5)), control('Show all', '⤢', () => this.fit()));
    this.node.append(this.#canvas, this.#svg, this.#counter, this.#hint, controls);
    listenToPointer(this);
    listenToKeys(this);
    this.watcher = new ResizeObserver(() => this.#resize());
    this.watcher.observe(this.node);
  }

  /** @param {State} state @param {Model} model */
  update(state, model) {
    const redraw = model !== this.#model || state.places !== this.#state?.places || state.borders !== this.#state?.borders || state.groups !== this.#state?.groups;
    const selected = state.selection !== this.#state?.selection;
    if (state.places !== this.#state?.places) this.#layout++;
    this.#state = state;
    this.#model = model;
    if (redraw) this.redraw();
    else if (selected) this.#emphasise();
  }

  redraw() {
    if (!this.#model || !this.#state) return;
    const model = this.#model;
    const scene = (this.#scene = buildScene(model, this.stage));
    const background = this.stage.background(this.#state, scene.involved);
    if (background.parentNode !== this.#world) this.#world.prepend(background);
    this.#world.classList.toggle('painted', scene.painted);
    this.#strokes.classList.toggle('dense', scene.strokes.length > 90);
    drawStrokes(this.#strokes, scene);
    if (!scene.painted) this.#painter.clear();
    const groups = shownGroups(this.#model, this.#state);
    this.#placers = [drawNodes(this.#nodes, scene), drawGroups(this.#groups, scene, groups, this.stage.name === 'map')];
    this.#hint.textContent = model.letters.size ? [...model.letters].map(([id, letter]) => `${letter}: ${model.documents.get(id)?.title ?? id}`).join('   ') : 'Click a line for its sentences';
    this.#counter.hidden = scene.strokes.length === scene.total;
    this.#counter.textContent = `${scene.strokes.length.toLocaleString('en')} of ${scene.total.toLocaleString('en')} ties shown, the strongest first`;
    this.#emphasise();
    // What a filter leaves stays where it is; who is new, or alone with its neighbours, is brought into the frame.
    const key = `${this.#state.neighbourhood}|${this.stage.name === 'network' ? this.#layout : ''}`;
    if (this.#frame.width === 0 || (key === this.#fitted.key && scene.nodes.every((node) => this.#fitted.ids.has(node.id)))) return;
    this.#fitted = { key, ids: new Set(scene.nodes.map((node) => node.id)) };
    this.fit();
  }

  /** Brings everything into the frame. */
  fit() {
    const bounds = extent(this.#scene) ?? (this.stage.name === 'map' ? { left: 0, right: 1000, top: 20, bottom: 440 } : { left: -300, right: 300, top: -200, bottom: 200 });
    const { width, height } = this.#frame;
    const margin = Math.min(80, width * 0.12);
    const most = this.stage.name === 'map' ? 7 : 1.6;
    const [spanX, spanY] = [Math.max(bounds.right - bounds.left, 1), Math.max(bounds.bottom - bounds.top, 1)];
    const k = Math.min(most, (width - 2 * margin) / spanX, (height - 2 * Math.min(margin, 64)) / spanY);
    const target = zoomIdentity.translate(width / 2 - (k * (bounds.left + bounds.right)) / 2, height / 2 - (k * (bounds.top + bounds.bottom)) / 2).scale(k);
    this.zooming.transform(select(/** @type {Element} */ (this.#svg)), target);
  }

  /** @param {number} factor */
  scaleBy(factor) {
    this.zooming.scaleBy(select(/** @type {Element} */ (this.#svg)), factor);
  }

  /** @param {number} x @param {number} y Pixels in the graph. @param {number} reach Pixels that a finger or pointer may miss by. */
  whatIsAt(x, y, reach) {
    return whatIsAt(this.#scene, this.#view, x, y, reach);
  }

  get scene() {
    return this.#scene;
  }

  /** What the pointer or the keyboard is on. */
  get focus() {
    return { actor: this.#focus, line: this.#focusLine };
  }

  get svgNode() {
    return this.#svg;
  }

  get canvasNode() {
    return this.#scene.painted ? this.#canvas : null;
  }

  /** For tests and measurements: where a line's middle or an actor lies, in pixels of the frame. @param {string} key */
  placeOf(key) {
    const spot = this.#scene.byId.get(key) ?? this.#scene.strokes.find((stroke) => stroke.line.key === key)?.middle;
    return spot ? { x: spot.x * this.#view.k + this.#view.x, y: spot.y * this.#view.k + this.#view.y } : null;
  }

  disconnect() {
    this.watcher.disconnect();
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width === 0 || (width === this.#frame.width && height === this.#frame.height)) return;
    const first = this.#frame.width === 0 || Math.abs(width - this.#frame.width) > 40 || Math.abs(height - this.#frame.height) > 40;
    this.#frame = { width, height };
    if (first) {
      this.#fitted = { key: '', ids: new Set() };
      this.redraw();
    }
    this.#place();
  }

  /** @param {any} event */
  #mayMove(event) {
    if (event.button) return false;
    if (this.controller.wholePage()) return true;
    // Inside an article one finger and the wheel belong to the page's scroll.
    if (event.type === 'wheel') return event.ctrlKey || event.metaKey;
    return event.type.startsWith('touch') ? event.touches.length > 1 : true;
  }

  /** @param {{ k: number, x: number, y: number }} view */
  #move({ k, x, y }) {
    this.#view = { k, x, y };
    if (this.#scene.painted) {
      // The last painting moves, names and all; it is painted afresh when the hand rests.
      this.#overlay.style.transform = this.#painter.move(this.#view);
      return clearTimeout(this.#settle);
    }
    if (this.#queued) return;
    this.#queued = true;
    requestAnimationFrame(() => {
      this.#queued = false;
      this.#place();
    });
  }

  #place() {
    const { k, x, y } = this.#view;
    this.#overlay.style.transform = '';
    this.#world.setAttribute('transform', `translate(${x},${y}) scale(${k})`);
    for (const place of this.#placers) place(k, x, y, this.#frame);
    this.#placeBadges(k, x, y);
  }

  /** @type {(k: number, x: number, y: number) => void} */ #placeBadges = () => {};

  #paint() {
    clearTimeout(this.#settle);
    const lit = this.#litLines();
    const actors = lit && new Set([...lit].flatMap((key) => key.split('|').slice(0, 2)));
    this.#painter.paint(this.#scene, this.#view, this.#frame, this.stage.outline, (key) => lit !== null && !lit.has(key), (id) => actors !== null && !actors.has(id));
    this.#place();
  }

  /** Keys of the lines that stand out, or null if all are equal. @returns {Set<string> | null} */
  #litLines() {
    const model = this.#model;
    const selection = this.#state?.selection;
    if (!model) return null;
    if (this.#focusLine) return new Set([this.#focusLine]);
    const actor = this.#focus ?? (selection?.type === 'actor' ? selection.id : null);
    if (actor) return new Set((model.linesByActor.get(actor) ?? []).map((line) => line.key));
    if (selection?.type === 'tie') return new Set((model.linesByPair.get(`${selection.a}|${selection.b}`) ?? []).map((line) => line.key));
    return null;
  }

  #emphasise() {
    const lit = this.#litLines();
    const actors = new Set(lit ? this.#scene.strokes.filter((stroke) => lit.has(stroke.line.key)).flatMap(({ line }) => [line.a, line.b]) : []);
    if (this.#focus) actors.add(this.#focus);
    this.#svg.classList.toggle('some-lit', lit !== null);
    for (const path of this.#strokes.children) path.classList.toggle('lit', lit?.has(path.getAttribute('data-line') ?? '') ?? false);
    for (const mark of this.#nodes.children) {
      mark.classList.toggle('lit', actors.has(mark.getAttribute('data-actor') ?? ''));
      mark.classList.toggle('focus', mark.getAttribute('data-actor') === this.#focus);
    }
    const few = (this.#model?.letters.size ?? 0) > 0 || this.#scene.strokes.length <= Math.min(MANY_BADGES, this.#frame.width / 10);
    this.#placeBadges = drawBadges(this.#badges, this.#scene, ({ line, faint }) => (lit ? lit.has(line.key) : (few && !faint) || (line.contested && !this.#scene.painted)));
    if (this.#scene.painted) this.#paint();
    else this.#place();
  }

  /** @param {string | null} actor @param {string | null} [line] */
  setFocus(actor, line = null) {
    if (actor === this.#focus && line === this.#focusLine) return;
    [this.#focus, this.#focusLine] = [actor, line];
    this.#emphasise();
  }

  /** @param {string} key */
  openLine(key) {
    const [a, b] = key.split('|');
    this.controller.select({ type: 'tie', a, b });
  }
}
