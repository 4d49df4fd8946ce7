// Draws strokes as SVG: colour for sign, dash for status, width for the number of claims, two colours where contested.

/** @import {Scene, Stroke} from './graph-scene.js' */
import { svg } from '../../dom.js';
import { dashOf, glyphOf, signWord } from '../../model/vocabulary.js';
import { pathOf, pointAlong } from './line-geometry.js';

/** @param {SVGGElement} group @param {Stroke[]} strokes Strongest first. */
export function drawStrokes(group, strokes) {
  group.replaceChildren(...[...strokes].reverse().flatMap((stroke) => strokePaths(stroke)));
}

/** @param {SVGGElement} group @param {Stroke} stroke Whose course has changed. */
export function moveStroke(group, { line, courses }) {
  for (const path of group.querySelectorAll(`[data-line="${CSS.escape(line.key)}"]`)) path.setAttribute('d', pathOf(courses));
}

/** @param {Stroke} stroke */
function strokePaths({ line, courses, width, faint }) {
  const d = pathOf(courses);
  const shared = { d, 'data-line': line.key, 'stroke-width': width, 'vector-effect': 'non-scaling-stroke' };
  const dash = dashOf(line.status);
  const base = svg('path', { ...shared, class: `stroke ${signWord(line.sign)}${faint ? ' quiet-stroke' : ''}`, 'stroke-dasharray': dash ? scaledDash(dash, width) : null });
  if (!line.contested) return [base];
  const other = line.sign === '-' ? 'friendly' : 'hostile';
  const wide = { ...shared, 'stroke-width': Math.max(3, width) };
  return [
    svg('path', { ...wide, class: `stroke ${signWord(line.sign)} contested` }),
    svg('path', { ...wide, class: `stroke ${other} contested`, 'stroke-dasharray': '9 9', 'stroke-linecap': 'butt' }),
  ];
}

/** Dots stay apart when strokes are wide. @param {string} dash @param {number} width */
export const scaledDash = (dash, width) => dash.split(' ').map((part, at) => (at % 2 ? Number(part) + width * 0.9 : part)).join(' ');

/** Where along a stroke its glyph may stand, best first. */
const SPOTS = [0.5, 0.4, 0.6, 0.3, 0.7];
const APART = 15;

/**
 * Glyphs in the middle of strokes and arrowheads on them; they keep their size when the map is enlarged.
 * @param {SVGGElement} group @param {Scene} scene @param {(stroke: Stroke) => boolean} wanted
 * @returns {(k: number, x: number, y: number) => void} Puts them in place, a glyph where no other and no point is near.
 */
export function drawBadges(group, scene, wanted) {
  const chosen = scene.strokes.filter(wanted);
  const badges = chosen.map((stroke) => {
    const { line, courses, letters } = stroke;
    const glyph = line.contested ? '?' : letters || glyphOf(line.sign);
    return {
      spots: SPOTS.map((share) => pointAlong(courses, share)),
      node: svg('g', { class: `badge ${line.contested ? 'contested' : signWord(line.sign)}`, 'data-line': line.key }, svg('circle', { r: 7 + (glyph.length - 1) * 2.5 }), svg('text', { dy: '0.35em' }, glyph)),
    };
  });
  const arrows = chosen.flatMap((stroke) => arrowheads(stroke));
  group.replaceChildren(...arrows.map((one) => one.node), ...badges.map((one) => one.node));
  return (k, x, y) => {
    const taken = scene.nodes.map((node) => ({ x: node.x * k + x, y: node.y * k + y, reach: node.radius + 8 }));
    for (const { spots, node } of badges) {
      const places = spots.map((spot) => ({ x: spot.x * k + x, y: spot.y * k + y, reach: APART }));
      const free = places.find((place) => taken.every((other) => Math.hypot(place.x - other.x, place.y - other.y) >= other.reach));
      node.setAttribute('display', free ? 'inline' : 'none');
      if (!free) continue;
      taken.push(free);
      node.setAttribute('transform', `translate(${free.x},${free.y})`);
    }
    for (const { at, node, turn } of arrows) node.setAttribute('transform', `translate(${at.x * k + x},${at.y * k + y}) rotate(${turn})`);
  };
}

/** @param {Stroke} stroke */
function arrowheads({ line, courses, width }) {
  const size = 4.5 + width;
  return [line.forward && 0.78, line.backward && 0.22].flatMap((share) => {
    if (!share) return [];
    const at = pointAlong(courses, share);
    const turn = (at.angle * 180) / Math.PI + (share < 0.5 ? 180 : 0);
    const d = `M${size},0L${-size * 0.7},${size * 0.8}L${-size * 0.35},0L${-size * 0.7},${-size * 0.8}Z`;
    return [{ at, turn, node: svg('path', { class: `arrow ${signWord(line.sign)}`, d, 'data-line': line.key }) }];
  });
}
