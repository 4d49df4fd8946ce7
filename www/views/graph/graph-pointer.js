// Finds what lies under a pointer: the nearest point, else the nearest stroke. One way for SVG and canvas alike.

/** @import {GraphView} from './graph-view.js' */
/** @import {Scene} from './graph-scene.js' */
import { distanceToCourse } from './line-geometry.js';

/**
 * @param {Scene} scene @param {{ k: number, x: number, y: number }} view @param {number} x @param {number} y Pixels in the graph.
 * @param {number} reach Pixels that a finger or pointer may miss by.
 * @returns {{ actor: string } | { line: string } | null}
 */
export function whatIsAt(scene, view, x, y, reach) {
  let best = null;
  let nearest = Infinity;
  for (const node of scene.nodes) {
    const distance = Math.hypot(node.x * view.k + view.x - x, node.y * view.k + view.y - y) - node.radius;
    if (distance < reach * 0.6 && distance < nearest) [nearest, best] = [distance, { actor: node.id }];
  }
  if (best) return best;
  const [worldX, worldY] = [(x - view.x) / view.k, (y - view.y) / view.k];
  for (const { line, courses, width } of scene.strokes) {
    const allowed = (reach + width / 2) / view.k;
    for (const course of courses) {
      const distance = distanceToCourse(course, worldX, worldY);
      if (distance < allowed * allowed && distance < nearest) [nearest, best] = [distance, { line: line.key }];
    }
  }
  return best;
}

/** Hover shows, a click opens, a double click keeps the neighbourhood. @param {GraphView} graph */
export function listenToPointer(graph) {
  const { svgNode: surface, controller } = graph;
  const at = (/** @type {PointerEvent | MouseEvent} */ event) => {
    const box = surface.getBoundingClientRect();
    const coarse = 'pointerType' in event && event.pointerType === 'touch';
    return graph.whatIsAt(event.clientX - box.left, event.clientY - box.top, coarse ? 22 : 9);
  };
  surface.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || event.buttons) return;
    const found = at(event);
    surface.classList.toggle('over', found !== null);
    graph.setFocus(found && 'actor' in found ? found.actor : null, found && 'line' in found ? found.line : null);
  });
  surface.addEventListener('pointerleave', () => graph.setFocus(null));
  surface.addEventListener('click', (event) => {
    // The click that ends a drag opens nothing.
    if (event.timeStamp - graph.dragEnded < 60) return;
    const found = at(event);
    if (found && 'actor' in found) controller.select({ type: 'actor', id: found.actor });
    else if (found) graph.openLine(found.line);
    else controller.select(null);
  });
  surface.addEventListener('dblclick', (event) => {
    const found = at(event);
    controller.keepNeighbourhood(found && 'actor' in found ? found.actor : null);
  });
}
