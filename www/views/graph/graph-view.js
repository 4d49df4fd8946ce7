// A graph that is looked at, moved and walked through; where things stand is the stage's business.

/** @import {Model, State} from '../../types.d.ts' */
/** @import {Scene, Stage, Stroke} from './graph-scene.js' */
/** @import {Lit} from './graph-layers.js' */
/** @import {Controller} from '../../controller.js' */
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { button, html } from '../../dom.js';
import { shownGroups } from '../../model/groups.js';
import { grouped } from '../../model/vocabulary.js';
import { listenToDrags } from './graph-drag.js';
import { listenToKeys } from './graph-keys.js';
import { GraphLayers } from './graph-layers.js';
import { listenToPointer, whatIsAt } from './graph-pointer.js';
import { pointAlong } from './line-geometry.js';
import { buildScene, emptyScene, extent, moveNode } from './graph-scene.js';

const MANY_BADGES = 90;
const HINT = 'Click a line for its sentences';

export class GraphView {
  #counter = html('p', { class: 'graph-counter', hidden: true });
  #hint = html('p', { class: 'graph-hint', 'aria-hidden': 'true' }, HINT);
  node = html('div', { class: 'graph-frame' });

  /** @type {Scene} */ #scene = emptyScene();
  /** @type {GraphLayers} */ #layers;
  /** @type {Model | null} */ #model = null;
  /** @type {State | null} */ #state = null;
  #view = { k: 1, x: 0, y: 0 };
  /** The view that shows everything, as long as nobody has moved it. */ #home = this.#view;
  #frame = { width: 0, height: 0 };
  #fitted = { key: '', ids: /** @type {Set<string>} */ (new Set()) };
  /** Counts the layouts that came from the worker. */ #layout = 0;
  /** @type {string | null} */ #focus = null;
  /** @type {string | null} */ #focusLine = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settle;
  #queued = false;
  /** While a point is dragged, the map stays where it is. */ dragging = false;
  /** When the last drag ended, in the time of events. */ dragEnded = 0;

  /** @param {Stage} stage @param {Controller} controller */
  constructor(stage, controller) {
    this.stage = stage;
    this.controller = controller;
    this.#layers = new GraphLayers(stage, this.#scene, stage.background(controller.store.state, new Set()));
    const zooming = (this.zooming = zoom().scaleExtent([0.2, 24]).clickDistance(6));
    // Told, not measured: measuring would lay the page out at every step.
    zooming.extent(() => [[0, 0], [this.#frame.width, this.#frame.height]]);
    zooming.filter((event) => this.#mayMove(event));
    zooming.on('zoom', ({ transform }) => this.#move(transform));
    zooming.on('end', () => this.#scene.painted && (this.#settle = setTimeout(() => this.#paint(), 200)));
    listenToDrags(this);
    select(/** @type {Element} */ (this.svgNode)).call(zooming).on('dblclick.zoom', null);
    const control = (/** @type {string} */ label, /** @type {string} */ sign, /** @type {() => void} */ press) => button(sign, press, { 'aria-label': label, title: label });
    const controls = html('div', { class: 'zoom-controls', part: 'zoom' },
      control('Zoom in', '+', () => this.scaleBy(1.5)), control('Zoom out', '−', () => this.scaleBy(1 / 1.5)), control('Show all', '⤢', () => this.fit()));
    this.node.append(this.#layers.canvas, this.svgNode, this.#counter, this.#hint, controls);
    listenToPointer(this);
    listenToKeys(this);
    this.watcher = new ResizeObserver(() => this.#resize());
    this.watcher.observe(this.node);
  }

  /** @param {State} state @param {Model} model */
  update(state, model) {
    const before = this.#state;
    const redraw = model !== this.#model || state.places !== before?.places || state.pins !== before?.pins || state.borders !== before?.borders || state.groups !== before?.groups;
    if (state.places !== before?.places) this.#layout++;
    this.#state = state;
    this.#model = model;
    if (redraw) this.redraw();
    else if (state.selection !== before?.selection) this.#emphasise();
  }

  redraw() {
    const [model, state] = [this.#model, this.#state];
    if (!model || !state || this.#frame.width === 0) return;
    const scene = (this.#scene = buildScene(model, this.stage));
    this.stage.background(state, scene.involved);
    this.#layers.draw(scene, shownGroups(model, state));
    this.#hint.textContent = model.letters.size ? [...model.letters].map(([id, letter]) => `${letter}: ${model.documents.get(id)?.title ?? id}`).join('   ') : HINT;
    this.#counter.hidden = scene.strokes.length === scene.total;
    const actors = model.linesByActor.size > scene.nodes.length ? `, and ${grouped(scene.nodes.length)} of ${grouped(model.linesByActor.size)} actors` : '';
    this.#counter.textContent = `${grouped(scene.strokes.length)} of ${grouped(scene.total)} ties shown, the strongest first${actors}`;
    // What a filter leaves stays where it is; who is new, or alone with its neighbours, is brought into the frame.
    const key = `${state.neighbourhood}|${this.stage.name === 'network' ? this.#layout : ''}`;
    if (key !== this.#fitted.key || scene.nodes.some((node) => !this.#fitted.ids.has(node.id))) {
      this.#fitted = { key, ids: new Set(scene.nodes.map((node) => node.id)) };
      this.fit();
    }
    this.#emphasise();
    if (scene.painted) this.#paint();
  }

  /** Brings everything into the frame. */
  fit() {
    const bounds = extent(this.#scene) ?? (this.stage.name === 'map' ? { left: 0, right: 1000, top: 20, bottom: 440 } : { left: -300, right: 300, top: -200, bottom: 200 });
    const { width, height } = this.#frame;
    const margin = Math.min(80, width * 0.12);
    const most = this.stage.name === 'map' ? 7 : 1.6;
    const [spanX, spanY] = [Math.max(bounds.right - bounds.left, 1), Math.max(bounds.bottom - bounds.top, 1)];
    const k = Math.min(most, (width - 2 * margin) / spanX, (height - 2 * Math.min(margin, 44)) / spanY);
    const target = zoomIdentity.translate(width / 2 - (k * (bounds.left + bounds.right)) / 2, height / 2 - (k * (bounds.top + bounds.bottom)) / 2).scale(k);
    this.zooming.transform(select(/** @type {Element} */ (this.svgNode)), target);
    this.#home = this.#view;
  }

  /** @param {number} factor */
  scaleBy(factor) {
    this.zooming.scaleBy(select(/** @type {Element} */ (this.svgNode)), factor);
  }

  /** @param {number} x @param {number} y Pixels in the graph. @param {number} reach Pixels that a finger or pointer may miss by. */
  whatIsAt(x, y, reach) {
    return whatIsAt(this.#scene, this.#view, x, y, reach);
  }

  /** What the pointer or the keyboard is on. */
  get focus() {
    return { actor: this.#focus, line: this.#focusLine };
  }

  get scene() { return this.#scene; }
  get svgNode() { return this.#layers.svg; }
  get canvasNode() { return this.#scene.painted ? this.#layers.canvas : null; }

  /** Where a line's middle or an actor lies, in pixels of the frame. @param {string} key */
  placeOf(key) {
    const stroke = this.#scene.strokes.find(({ line }) => line.key === key);
    const spot = this.#scene.byId.get(key) ?? (stroke && pointAlong(stroke.courses, 0.5));
    return spot ? { x: spot.x * this.#view.k + this.#view.x, y: spot.y * this.#view.k + this.#view.y } : null;
  }

  /** A point goes with the hand; the state learns of it when the hand lets go. @param {string} id @param {number} x @param {number} y Pixels of the frame. @param {boolean} done */
  drag(id, x, y, done) {
    const place = /** @type {[number, number]} */ ([(x - this.#view.x) / this.#view.k, (y - this.#view.y) / this.#view.k]);
    if (done) return this.controller.pin(id, place);
    this.#layers.redrawStrokes(moveNode(this.#scene, this.stage, id, place));
    this.#placeSoon();
  }

  /** A step of the keyboard; whether points can be moved here. @param {string} id @param {number[]} direction */
  nudge(id, [right, down]) {
    const node = this.stage.movable ? this.#scene.byId.get(id) : undefined;
    if (node) this.controller.pin(id, [node.x + (30 * right) / this.#view.k, node.y + (30 * down) / this.#view.k]);
    return node !== undefined;
  }

  disconnect() {
    this.watcher.disconnect();
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (width === 0 || (width === this.#frame.width && height === this.#frame.height)) return;
    const much = this.#frame.width === 0 || Math.abs(width - this.#frame.width) > 40 || Math.abs(height - this.#frame.height) > 40;
    // A person's own view stays through small changes, such as a longer summary.
    const again = much || this.#view === this.#home;
    this.#frame = { width, height };
    if (again) this.#fitted = { key: '', ids: new Set() };
    if (again || this.#scene.painted) this.redraw();
    else this.#place();
  }

  /** @param {any} event */
  #mayMove(event) {
    if (event.button || this.dragging) return false;
    if (this.controller.wholePage()) return true;
    // Inside an article one finger and the wheel belong to the page's scroll.
    if (event.type === 'wheel') return event.ctrlKey || event.metaKey;
    return event.type.startsWith('touch') ? event.touches.length > 1 : true;
  }

  /** @param {{ k: number, x: number, y: number }} view */
  #move({ k, x, y }) {
    this.#view = { k, x, y };
    if (this.#scene.painted) {
      clearTimeout(this.#settle);
      if (this.#layers.movePainting(this.#view)) this.#paint();
    }
    this.#placeSoon();
  }

  #placeSoon() {
    if (this.#queued) return;
    this.#queued = true;
    requestAnimationFrame(() => {
      this.#queued = false;
      this.#place();
    });
  }

  #place() {
    this.#layers.place(this.#view, this.#frame);
  }

  #paint() {
    clearTimeout(this.#settle);
    this.#layers.paint(this.#view, this.#frame);
  }

  /** Lines that stand out and their actors, or null if all are equal. @returns {Lit | null} */
  #lit() {
    const selection = this.#state?.selection;
    if (!this.#model) return null;
    const { linesByActor, linesByPair } = this.#model;
    const of = (/** @type {{ key: string, a: string, b: string }[]} */ lines) => ({ lines: new Set(lines.map((line) => line.key)), actors: new Set(lines.flatMap((line) => [line.a, line.b])) });
    if (this.#focusLine) return of((linesByPair.get(this.#focusLine.split('|', 2).join('|')) ?? []).filter((line) => line.key === this.#focusLine));
    const actor = this.#focus ?? (selection?.type === 'actor' ? selection.id : null);
    if (actor) {
      const lit = of(linesByActor.get(actor) ?? []);
      lit.actors.add(actor);
      return lit;
    }
    return selection?.type === 'tie' ? of(linesByPair.get(`${selection.a}|${selection.b}`) ?? []) : null;
  }

  #emphasise() {
    const lit = this.#lit();
    const { painted, strokes } = this.#scene;
    const few = (this.#model?.letters.size ?? 0) > 0 || strokes.length <= Math.min(MANY_BADGES, this.#frame.width / 10);
    const wanted = (/** @type {Stroke} */ { line, faint }) => (lit ? lit.lines.has(line.key) : (few && !faint) || (line.contested && !painted));
    this.#layers.emphasise(lit, this.#focus, wanted);
    this.#place();
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
