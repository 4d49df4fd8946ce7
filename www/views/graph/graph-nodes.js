// Draws actors as points with names that do not collide, and outlines around groups.

/** @import {Scene, SceneNode} from './graph-scene.js' */
/** @import {Point} from './line-geometry.js' */
import { svg } from '../../dom.js';
import { placeLabels, textWidth } from './label-placement.js';
import { convexHull } from './line-geometry.js';

export const FONT = 'system-ui, -apple-system, "Segoe UI", sans-serif';

/** @param {SceneNode} node */
export const fontSize = (node) => Math.round(Math.min(16, 11.5 + Math.sqrt(node.weight) * 0.5) * 2) / 2;

/** What the names ask for. @param {SceneNode[]} nodes Most important first. @param {{ k: number, x: number, y: number }} view */
export function namesOf(nodes, { k, x, y }) {
  return nodes.map((node) => ({
    id: node.id, node, x: node.x * k + x, y: node.y * k + y, radius: node.radius, width: textWidth(node.name, `600 ${fontSize(node)}px ${FONT}`) + 2, height: fontSize(node) * 1.15,
  }));
}

/**
 * @param {SVGGElement} group @param {SceneNode[]} nodes
 * @returns {(k: number, x: number, y: number, frame: { width: number, height: number }) => void} Puts all in place.
 */
export function drawNodes(group, nodes) {
  const marks = nodes.map((node) => ({
    mark: svg('g', { class: `actor ${node.shape}`, 'data-actor': node.id }, shapeOf(node)),
    label: svg('text', { class: 'label', 'data-actor': node.id, 'font-size': fontSize(node), dy: '0.34em' }, node.name),
  }));
  group.replaceChildren(...marks.map((one) => one.mark), ...marks.map((one) => one.label));
  return (k, x, y, frame) => {
    const names = namesOf(nodes, { k, x, y });
    const spots = placeLabels(names, frame);
    marks.forEach(({ mark, label }, at) => {
      const name = names[at];
      mark.setAttribute('transform', `translate(${name.x},${name.y})`);
      const spot = spots.get(name.id);
      label.classList.toggle('no-room', !spot);
      const { x: left, y: middle } = spot ?? { x: name.x + name.radius + 4, y: name.y };
      label.setAttribute('transform', `translate(${left},${middle})`);
    });
  };
}

/** @param {SceneNode} node */
function shapeOf({ shape, radius: r }) {
  if (shape === 'circle') return svg('circle', { r });
  if (shape === 'square') return svg('rect', { x: -r * 0.9, y: -r * 0.9, width: r * 1.8, height: r * 1.8, rx: 1.5 });
  return svg('path', { d: `M0,${-r * 1.2}L${r * 1.2},0L0,${r * 1.2}L${-r * 1.2},0Z` });
}

/**
 * Hulls in the network, rings on the map.
 * @param {SVGGElement} group @param {Scene} scene @param {{ id: string, name: string, members: string[] }[]} groups @param {boolean} rings
 * @returns {(k: number, x: number, y: number) => void}
 */
export function drawGroups(group, scene, groups, rings) {
  const drawn = groups.map(({ name, members }, at) => {
    const nodes = members.flatMap((id) => scene.byId.get(id) ?? []);
    const hull = svg('path', { class: `hull tint-${at % 4}` });
    const circles = rings ? nodes.map((node) => svg('circle', { class: `ring tint-${at % 4}`, r: node.radius + 4 + at * 3.5 })) : [];
    const title = svg('text', { class: `hull-name tint-${at % 4}` }, name);
    return { nodes, hull, circles, title };
  });
  group.replaceChildren(...drawn.flatMap(({ hull, circles, title }) => (rings ? circles : [hull, title])));
  return (k, x, y) => {
    for (const { nodes, hull, circles, title } of drawn) {
      const points = nodes.map((node) => /** @type {Point} */ ([node.x * k + x, node.y * k + y]));
      circles.forEach((circle, at) => circle.setAttribute('transform', `translate(${points[at][0]},${points[at][1]})`));
      if (rings || points.length === 0) continue;
      const outline = convexHull(points);
      hull.setAttribute('d', `M${outline.map((point) => point.join(',')).join('L')}Z`);
      const top = points.reduce((highest, point) => (point[1] < highest[1] ? point : highest));
      title.setAttribute('transform', `translate(${top[0]},${top[1] - 32})`);
    }
  };
}
