// Paints many strokes and points at once; while the map moves, the last painting is moved instead of painted again.

/** @import {Scene} from './graph-scene.js' */
import { dashOf, signWord } from '../../model/vocabulary.js';
import { scaledDash } from './graph-strokes.js';

export class GraphCanvas {
  /** @type {HTMLCanvasElement} */ #canvas;
  #painted = { k: 1, x: 0, y: 0 };

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
  }

  clear() {
    this.#canvas.width = 0;
  }

  /** @param {Scene} scene @param {{ k: number, x: number, y: number }} view @param {{ width: number, height: number }} frame @param {Path2D | null} land @param {(line: string) => boolean} dimmed @param {(actor: string) => boolean} fades */
  paint(scene, view, frame, land, dimmed, fades) {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const canvas = this.#canvas;
    canvas.width = Math.round(frame.width * ratio);
    canvas.height = Math.round(frame.height * ratio);
    canvas.style.width = `${frame.width}px`;
    canvas.style.height = `${frame.height}px`;
    canvas.style.transform = '';
    this.#painted = { ...view };
    const pen = canvas.getContext('2d');
    if (!pen) return;
    const colour = (/** @type {string} */ name) => {
      // Read as a colour, because the property itself may hold light-dark().
      canvas.style.color = `var(--am-${name})`;
      return getComputedStyle(canvas).color;
    };
    pen.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
    if (land) {
      pen.fillStyle = colour('land');
      pen.fill(land);
    }
    pen.lineJoin = 'round';
    for (const { line, courses, width, faint } of [...scene.strokes].reverse()) {
      const stroke = (line.contested ? Math.max(3, width) : width) / view.k;
      pen.globalAlpha = dimmed(line.key) ? 0.06 : faint ? 0.2 : 0.6;
      pen.lineWidth = stroke;
      pen.strokeStyle = colour(signWord(line.sign));
      const dash = line.contested ? '' : dashOf(line.status);
      pen.setLineDash(dash ? scaledDash(dash, width).split(' ').map((part) => Number(part) / view.k) : []);
      pen.beginPath();
      for (const course of courses) course.forEach(([x, y], at) => (at ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      pen.stroke();
      if (!line.contested) continue;
      pen.strokeStyle = colour(line.sign === '-' ? 'friendly' : 'hostile');
      pen.setLineDash([9 / view.k, 9 / view.k]);
      pen.stroke();
    }
    pen.globalAlpha = 1;
    pen.setLineDash([]);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.lineWidth = 1.2;
    const [ink, halo] = [colour('ink'), colour('sea')];
    for (const { id, x, y, radius, shape } of [...scene.nodes].reverse()) {
      pen.globalAlpha = fades(id) ? 0.25 : 1;
      pen.fillStyle = shape === 'square' ? halo : ink;
      pen.strokeStyle = shape === 'square' ? ink : halo;
      pen.beginPath();
      if (shape === 'square') pen.rect(x * view.k + view.x - radius * 0.9, y * view.k + view.y - radius * 0.9, radius * 1.8, radius * 1.8);
      else pen.arc(x * view.k + view.x, y * view.k + view.y, radius, 0, 2 * Math.PI);
      pen.fill();
      pen.stroke();
    }
    pen.globalAlpha = 1;
  }

  /** @param {{ k: number, x: number, y: number }} view @returns {string} The transform that was applied. */
  move({ k, x, y }) {
    const scale = k / this.#painted.k;
    const transform = `translate(${x - this.#painted.x * scale}px,${y - this.#painted.y * scale}px) scale(${scale})`;
    this.#canvas.style.transform = transform;
    return transform;
  }
}
