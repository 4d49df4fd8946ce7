// What a graph is drawn on: land, strokes, outlines, glyphs, points and names, on a canvas where there are many of them.

/** @import {Scene, Stage, Stroke} from './graph-scene.js' */
/** @import {Group} from '../../model/groups.js' */
import { html, svg } from '../../dom.js';
import { GraphCanvas } from './graph-canvas.js';
import { drawGroups, drawNodes } from './graph-nodes.js';
import { drawBadges, drawStrokes, moveStroke } from './graph-strokes.js';

/** @typedef {{ k: number, x: number, y: number }} View */
/** @typedef {{ lines: Set<string>, actors: Set<string> }} Lit What stands out. */
/** @typedef {(k: number, x: number, y: number, frame: { width: number, height: number }) => void} Placer */

export class GraphLayers {
  canvas = html('canvas', { class: 'graph-canvas', 'aria-hidden': 'true' });
  svg = svg('svg', { class: 'graph', part: 'graph', tabindex: '0', role: 'application', 'aria-roledescription': 'map of ties' });
  #world = svg('g', { class: 'world' });
  #strokes = svg('g', { class: 'strokes' });
  #groups = svg('g', { class: 'groups' });
  #badges = svg('g', { class: 'badges' });
  #nodes = svg('g', { class: 'nodes' });
  #painter = new GraphCanvas(this.canvas);
  /** @type {Placer[]} What keeps its size when the picture is enlarged. */ #placers = [];
  /** @type {Placer} */ #placeNodes = () => {};
  /** @type {Placer} */ #placeBadges = () => {};
  /** @type {Scene} */ #scene;

  /** @param {Stage} stage @param {Scene} scene @param {SVGGElement} background */
  constructor(stage, scene, background) {
    this.stage = stage;
    this.#scene = scene;
    this.#world.append(background, this.#strokes);
    // Points stand above glyphs and outlines, below nothing.
    this.svg.append(this.#world, svg('g', {}, this.#groups, this.#badges, this.#nodes));
  }

  /** @param {Scene} scene @param {Group[] | { id: string, name: string, members: string[] }[]} groups */
  draw(scene, groups) {
    this.#scene = scene;
    this.#world.classList.toggle('painted', scene.painted);
    this.#strokes.classList.toggle('dense', scene.strokes.length > 90);
    if (!scene.painted) this.#painter.clear();
    drawStrokes(this.#strokes, scene.painted ? [] : scene.strokes);
    this.#placeNodes = drawNodes(this.#nodes, scene.painted ? [] : scene.nodes);
    this.#placers = [drawGroups(this.#groups, scene, groups, this.stage.name === 'map')];
  }

  /** @param {Lit | null} lit Null where all are equal. @param {string | null} focus The actor that the pointer or the keyboard is on. @param {(stroke: Stroke) => boolean} wanted Whose glyphs are drawn. */
  emphasise(lit, focus, wanted) {
    const { painted, nodes, strokes } = this.#scene;
    const standsOut = (/** @type {Stroke} */ { line }) => lit?.lines.has(line.key) ?? false;
    if (painted) {
      // What stands out is drawn above the painting, which fades as a whole: nothing is painted again.
      drawStrokes(this.#strokes, lit ? strokes.filter(standsOut) : []);
      this.#placeNodes = drawNodes(this.#nodes, lit ? nodes.filter((node) => lit.actors.has(node.id)) : []);
      this.canvas.classList.toggle('faded', lit !== null);
    }
    this.svg.classList.toggle('some-lit', lit !== null);
    for (const path of this.#strokes.children) path.classList.toggle('lit', lit?.lines.has(path.getAttribute('data-line') ?? '') ?? false);
    for (const mark of this.#nodes.children) {
      mark.classList.toggle('lit', lit?.actors.has(mark.getAttribute('data-actor') ?? '') ?? false);
      mark.classList.toggle('focus', mark.getAttribute('data-actor') === focus);
    }
    this.#placeBadges = drawBadges(this.#badges, this.#scene, wanted);
  }

  /** @param {View} view @param {{ width: number, height: number }} frame */
  place({ k, x, y }, frame) {
    this.#world.setAttribute('transform', `translate(${x},${y}) scale(${k})`);
    for (const place of [...this.#placers, this.#placeNodes, this.#placeBadges]) place(k, x, y, frame);
  }

  /** @param {View} view @param {{ width: number, height: number }} frame */
  paint(view, frame) {
    this.#painter.paint(this.#scene, view, frame, this.stage.outline);
  }

  /** @param {View} view @returns {boolean} Whether the painting should be made anew. */
  movePainting(view) {
    return this.#painter.move(view);
  }

  /** After a point was dragged: its strokes follow. @param {Stroke[]} strokes */
  redrawStrokes(strokes) {
    for (const stroke of strokes) moveStroke(this.#strokes, stroke);
  }
}
