// The keyboard's way through a graph: arrows walk to neighbours, Enter opens, brackets go through an actor's ties.

/** @import {Scene, SceneNode} from './graph-scene.js' */
/** @import {Line, Model} from '../../types.d.ts' */

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The neighbour that lies most in an arrow's direction; any actor if no neighbour does. @param {Scene} scene @param {Model} model @param {string | null} from @param {string} key @returns {string | null} */
export function walk(scene, model, from, key) {
  const direction = DIRECTIONS[/** @type {keyof typeof DIRECTIONS} */ (key)];
  const start = from ? scene.byId.get(from) : undefined;
  if (!direction) return null;
  if (!start) return scene.nodes[0]?.id ?? null;
  const near = new Set((model.linesByActor.get(start.id) ?? []).flatMap((line) => [line.a, line.b]));
  const neighbours = scene.nodes.filter((node) => node !== start && near.has(node.id));
  return best(start, neighbours, direction) ?? best(start, scene.nodes.filter((node) => node !== start), direction);
}

/** @param {SceneNode} start @param {SceneNode[]} nodes @param {number[]} direction @returns {string | null} */
function best(start, nodes, [dx, dy]) {
  let found = null;
  let least = Infinity;
  for (const node of nodes) {
    const [x, y] = [node.x - start.x, node.y - start.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead <= 0 || aside > ahead * 2) continue;
    const cost = ahead + aside * 2;
    if (cost < least) [least, found] = [cost, node.id];
  }
  return found;
}

/** The tie after or before the present one among an actor's. @param {Model} model @param {string} actor @param {string | null} present Key of a line. @param {1 | -1} step @returns {Line | null} */
export function nextLine(model, actor, present, step) {
  const lines = model.linesByActor.get(actor) ?? [];
  if (lines.length === 0) return null;
  const at = lines.findIndex((line) => line.key === present);
  return lines[at < 0 ? (step > 0 ? 0 : lines.length - 1) : (at + step + lines.length) % lines.length];
}
