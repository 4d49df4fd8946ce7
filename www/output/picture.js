// The picture that is open, with title, legend and credit, as an SVG or PNG file that needs no style sheet.

import { svg } from '../dom.js';
import { LEGEND } from '../views/legend-view.js';
import { textWidth } from '../views/graph/label-placement.js';

const COPIED = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity',
  'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'paint-order', 'visibility', 'display',
];
const MARGIN = 24;
const FONT = '12px system-ui, sans-serif';

/**
 * @param {{ picture: SVGSVGElement, painting: HTMLCanvasElement | null, legend: Element, title: string, credit: string }} parts
 * @returns {{ text: string, width: number, height: number }}
 */
export function pictureAsSvg({ picture, painting, legend, title, credit }) {
  const style = getComputedStyle(picture);
  const [ink, paper] = [style.getPropertyValue('color'), background(picture)];
  const box = picture.getBoundingClientRect();
  const [width, drawn] = [Math.max(560, Math.round(box.width)), Math.round(box.height)];
  const titleLines = wrap(title, '18px Georgia, serif', width - 2 * MARGIN);
  const top = titleLines.length ? MARGIN + titleLines.length * 24 : 8;
  const body = /** @type {SVGSVGElement} */ (picture.cloneNode(true));
  copyStyles(picture, body);
  for (const name of ['class', 'tabindex', 'role', 'aria-roledescription']) body.removeAttribute(name);
  Object.entries({ x: 0, y: top, width: box.width, height: box.height }).forEach(([name, value]) => body.setAttribute(name, String(value)));
  if (painting) body.prepend(svg('image', { href: painting.toDataURL('image/png'), width: box.width, height: box.height }));
  const keys = legendRows(legend, width, top + drawn + 22, ink);
  const height = keys.bottom + 26;
  const page = svg('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    svg('title', {}, title || 'Alliance Map'),
    svg('rect', { width, height, fill: paper }),
    titleLines.map((line, at) => svg('text', { x: MARGIN, y: MARGIN + 6 + at * 24, fill: ink, 'font-family': 'Georgia, serif', 'font-size': 18 }, line)),
    body, keys.nodes,
    svg('text', { x: MARGIN, y: height - 12, fill: ink, 'fill-opacity': 0.7, 'font-family': 'system-ui, sans-serif', 'font-size': 11 }, credit));
  return { text: new XMLSerializer().serializeToString(page), width, height };
}

/** @param {{ text: string, width: number, height: number }} picture @param {number} [scale] @returns {Promise<Blob>} */
export async function pictureAsPng({ text, width, height }, scale = 2) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large for this browser'))), 'image/png'));
}

/** @param {Element} from @param {Element} to */
function copyStyles(from, to) {
  const style = getComputedStyle(from);
  for (const name of COPIED) {
    const value = style.getPropertyValue(name);
    if (value && value !== 'normal') to.setAttribute(name, value);
  }
  to.removeAttribute('class');
  for (let at = 0; at < from.children.length; at++) copyStyles(from.children[at], to.children[at]);
}

/** The first colour behind an element. @param {Element} element */
function background(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour && colour !== 'transparent' && !/, 0\)$/.test(colour)) return colour;
  }
  return '#ffffff';
}

/** @param {Element} shown The legend on the page: its colours are taken. @param {number} width @param {number} top @param {string} ink */
function legendRows(shown, width, top, ink) {
  let [x, y] = [MARGIN, top];
  const nodes = LEGEND.map(({ name }, at) => {
    const room = 52 + textWidth(name, FONT) + 16;
    if (x + room > width - MARGIN) [x, y] = [MARGIN, y + 22];
    const sample = shown.querySelectorAll('svg')[at];
    const key = /** @type {SVGSVGElement} */ (sample.cloneNode(true));
    copyStyles(sample, key);
    key.setAttribute('x', String(x));
    key.setAttribute('y', String(y - 8));
    const group = svg('g', {}, key, svg('text', { x: x + 50, y: y + 4, fill: ink, 'font-family': 'system-ui, sans-serif', 'font-size': 12 }, name));
    x += room;
    return group;
  });
  return { nodes, bottom: y + 12 };
}

/** @param {string} text @param {string} font @param {number} width */
function wrap(text, font, width) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ').filter(Boolean)) {
    if (line && textWidth(`${line} ${word}`, font) > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}
