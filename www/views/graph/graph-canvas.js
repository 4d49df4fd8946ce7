// Paints many strokes, points and names at once; while the map moves, the last painting is moved instead of painted again.

/** @import {Scene, SceneNode, Stroke} from './graph-scene.js' */
import { dashOf, signWord } from '../../model/vocabulary.js';
import { FONT, fontSize, namesOf } from './graph-nodes.js';
import { scaledDash } from './graph-strokes.js';
import { placeLabels } from './label-placement.js';

/** @typedef {{ k: number, x: number, y: number }} View */
/** @typedef {'land' | 'ink' | 'sea' | 'friendly' | 'hostile' | 'neutral'} Colour */

/** A painting is stretched or pushed so far before it is made anew, and not more often than this many milliseconds. */
const STRETCH = 2;
const PUSH = 0.3;
const RARELY = 300;
/** Only so many names are tried. */
const NAMES = 90;
/** Only so many strokes are as wide as they should be: those of a pixel are drawn five times as fast. */
const WIDE = 150;

export class GraphCanvas {
  /** @type {HTMLCanvasElement} */ #canvas;
  #painted = { k: 1, x: 0, y: 0 };
  #frame = { width: 0, height: 0 };
  #when = 0;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
  }

  clear() {
    this.#canvas.width = 0;
  }

  /** @param {Scene} scene @param {View} view @param {{ width: number, height: number }} frame @param {Path2D | null} land */
  paint(scene, view, frame, land) {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const canvas = this.#canvas;
    canvas.width = Math.round(frame.width * ratio);
    canvas.height = Math.round(frame.height * ratio);
    canvas.style.width = `${frame.width}px`;
    canvas.style.height = `${frame.height}px`;
    canvas.style.transform = '';
    this.#painted = { ...view };
    this.#frame = frame;
    this.#when = performance.now();
    const pen = canvas.getContext('2d');
    if (!pen) return;
    const colours = this.#colours();
    pen.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
    if (land) {
      pen.fillStyle = colours.land;
      pen.fill(land);
    }
    pen.lineJoin = 'round';
    for (let at = scene.strokes.length; at-- > 0;) paintStroke(pen, scene.strokes[at], at < WIDE, view.k, colours);
    pen.globalAlpha = 1;
    pen.setLineDash([]);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.lineWidth = 1.2;
    for (let at = scene.nodes.length; at-- > 0;) paintPoint(pen, scene.nodes[at], view, colours);
    paintNames(pen, scene, view, frame, colours);
  }

  /** Read as colours, because the properties themselves may hold light-dark(). @returns {Record<Colour, string>} */
  #colours() {
    const style = getComputedStyle(this.#canvas);
    const read = (/** @type {Colour} */ name) => {
      this.#canvas.style.color = `var(--am-${name})`;
      return [name, style.color];
    };
    return Object.fromEntries(/** @type {Colour[]} */ (['land', 'ink', 'sea', 'friendly', 'hostile', 'neutral']).map(read));
  }

  /** @param {View} view @returns {boolean} Whether the painting has been moved so far that it should be made anew. */
  move({ k, x, y }) {
    const scale = k / this.#painted.k;
    const [left, top] = [x - this.#painted.x * scale, y - this.#painted.y * scale];
    this.#canvas.style.transform = `translate(${left}px,${top}px) scale(${scale})`;
    const { width, height } = this.#frame;
    const bare = Math.max(left, top, width - left - width * scale, height - top - height * scale);
    return (scale > STRETCH || bare > PUSH * Math.min(width, height)) && performance.now() - this.#when > RARELY;
  }
}

/** @param {CanvasRenderingContext2D} pen @param {Stroke} stroke @param {boolean} wide @param {number} k @param {Record<Colour, string>} colours */
function paintStroke(pen, { line, courses, width, faint }, wide, k, colours) {
  pen.globalAlpha = faint ? 0.2 : 0.6;
  pen.lineWidth = (line.contested ? Math.max(3, width) : wide ? width : Math.min(1, width)) / k;
  pen.strokeStyle = colours[signWord(line.sign)];
  const dash = line.contested ? '' : dashOf(line.status);
  pen.setLineDash(dash ? scaledDash(dash, width).split(' ').map((part) => Number(part) / k) : []);
  pen.beginPath();
  for (const course of courses) course.forEach(([x, y], at) => (at ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.stroke();
  if (!line.contested) return;
  pen.strokeStyle = colours[line.sign === '-' ? 'friendly' : 'hostile'];
  pen.setLineDash([9 / k, 9 / k]);
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen @param {SceneNode} node @param {View} view @param {Record<Colour, string>} colours */
function paintPoint(pen, { x, y, radius, shape }, view, colours) {
  const [left, top] = [x * view.k + view.x, y * view.k + view.y];
  pen.fillStyle = shape === 'square' ? colours.sea : colours.ink;
  pen.strokeStyle = shape === 'square' ? colours.ink : colours.sea;
  pen.beginPath();
  if (shape === 'square') pen.rect(left - radius * 0.9, top - radius * 0.9, radius * 1.8, radius * 1.8);
  else pen.arc(left, top, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}

/** @param {CanvasRenderingContext2D} pen @param {Scene} scene @param {View} view @param {{ width: number, height: number }} frame @param {Record<Colour, string>} colours */
function paintNames(pen, scene, view, frame, colours) {
  const names = namesOf(scene.nodes.slice(0, NAMES), view);
  const spots = placeLabels(names, frame);
  pen.textBaseline = 'middle';
  pen.strokeStyle = colours.sea;
  pen.fillStyle = colours.ink;
  pen.lineWidth = 3.2;
  for (const { id, node } of names) {
    const spot = spots.get(id);
    if (!spot) continue;
    pen.font = `600 ${fontSize(node)}px ${FONT}`;
    pen.strokeText(node.name, spot.x, spot.y);
    pen.fillText(node.name, spot.x, spot.y);
  }
}
