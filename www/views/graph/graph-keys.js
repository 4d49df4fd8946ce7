// The keyboard's way through a graph: arrows walk to neighbours, Enter opens, brackets go through an actor's ties.

/** @import {GraphView} from './graph-view.js' */
/** @import {Scene, SceneNode} from './graph-scene.js' */
/** @import {Line, Model} from '../../types.d.ts' */
import { describeActor, describeLine } from '../../model/describe.js';

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** @param {GraphView} graph */
export function listenToKeys(graph) {
  const { svgNode: surface, controller } = graph;
  surface.addEventListener('blur', () => graph.setFocus(null));
  surface.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { model } = controller;
    const { actor, line } = graph.focus;
    if (event.shiftKey && event.key in DIRECTIONS && actor && graph.nudge(actor, DIRECTIONS[/** @type {keyof typeof DIRECTIONS} */ (event.key)])) return event.preventDefault();
    const to = walk(graph.scene, model, actor, event.key);
    const step = event.key === ']' ? 1 : event.key === '[' ? -1 : 0;
    if (to) {
      graph.setFocus(to);
      controller.announce(describeActor(model, to));
    } else if (step && actor) {
      const next = nextLine(model, actor, line, step);
      if (next) graph.setFocus(actor, next.key);
      if (next) controller.announce(describeLine(model, next));
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (line) graph.openLine(line);
      else if (actor) controller.select({ type: 'actor', id: actor });
      else return;
    } else if (event.key === '+' || event.key === '=') graph.scaleBy(1.4);
    else if (event.key === '-') graph.scaleBy(1 / 1.4);
    else if (event.key === '0') graph.fit();
    else if (event.key === 'n' && actor) controller.keepNeighbourhood(actor);
    else return;
    event.preventDefault();
  });
}

/** The neighbour that lies most in an arrow's direction; any actor if no neighbour does. @param {Scene} scene @param {Model} model @param {string | null} from @param {string} key @returns {string | null} */
function walk(scene, model, from, key) {
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
function nextLine(model, actor, present, step) {
  const lines = model.linesByActor.get(actor) ?? [];
  if (lines.length === 0) return null;
  const at = lines.findIndex((line) => line.key === present);
  return lines[at < 0 ? (step > 0 ? 0 : lines.length - 1) : (at + step + lines.length) % lines.length];
}
