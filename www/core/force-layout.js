// From actors and signed lines to places in a plane: friends near, foes far. The same input gives the same picture.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

/**
 * @param {{ actors: { id: string, weight: number }[], lines: { a: string, b: string, sign: string, weight: number }[] }} input
 * @returns {{ id: string, x: number, y: number }[]} Places around the origin; neighbours are some 100 units apart.
 */
export function layOut({ actors, lines }) {
  const nodes = actors.map((actor) => ({ id: actor.id, weight: actor.weight, x: NaN, y: NaN }));
  // d3-force starts NaN positions on a spiral, in order: without chance.
  const links = lines.map((line) => ({ source: line.a, target: line.b, sign: line.sign, weight: line.weight }));
  const large = nodes.length > 600;
  const pull = forceLink(links)
    .id((/** @type {any} */ node) => node.id)
    .distance((/** @type {any} */ link) => (link.sign === '+' ? 85 : link.sign === '-' ? 260 : 150))
    .strength((/** @type {any} */ link) => {
      const share = 1 / Math.sqrt(1 + Math.min(degree(link.source.id), degree(link.target.id)));
      return share * (link.sign === '+' ? 0.55 : link.sign === '-' ? 0.12 : 0.08) * Math.min(2, Math.sqrt(link.weight));
    });
  /** @type {Map<string, number>} */
  const degrees = new Map();
  for (const line of lines) for (const id of [line.a, line.b]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  /** @param {string} id */
  const degree = (id) => degrees.get(id) ?? 1;

  const simulation = forceSimulation(nodes)
    .force('link', pull)
    .force('charge', forceManyBody().strength(large ? -120 : -420).theta(large ? 1.4 : nodes.length > 200 ? 1.1 : 0.9).distanceMax(large ? 900 : 1400))
    .force('x', forceX(0).strength(large ? 0.05 : 0.045))
    .force('y', forceY(0).strength(large ? 0.06 : 0.075))
    .stop();
  if (!large) simulation.force('apart', forceCollide((/** @type {any} */ node) => 26 + Math.sqrt(node.weight) * 3));
  const ticks = large ? 60 : nodes.length > 200 ? 120 : 320;
  simulation.alphaDecay(1 - Math.pow(0.001, 1 / ticks));
  simulation.tick(ticks);
  return nodes.map((node) => ({ id: node.id, x: node.x, y: node.y }));
}
