// Finds what lies under a pointer: the nearest point, else the nearest stroke. One way for SVG and canvas alike.

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
