// From the model to what the graph draws: points, strokes with their courses, and how many were left out.

/** @import {Line, Model, State} from '../../types.d.ts' */
/** @import {Point} from './line-geometry.js' */
import { shortName } from '../../model/describe.js';
import { strongestActors } from '../../model/lines.js';
import { bowsFor } from './line-geometry.js';

/**
 * @typedef {{ id: string, name: string, x: number, y: number, weight: number, radius: number, shape: 'circle' | 'square' | 'diamond' }} SceneNode
 * @typedef {{ line: Line, bow: number, courses: Point[][], width: number, faint: boolean, letters: string }} Stroke `faint`: it matters less than where it goes; `letters`: of the compared articles that claim it.
 * @typedef {{ nodes: SceneNode[], strokes: Stroke[], total: number, byId: Map<string, SceneNode>, involved: Set<string>, painted: boolean }} Scene `painted`: on canvas.
 * @typedef {{ name: string, place(model: Model, ids: string[]): Map<string, Point>, courses(line: Line, places: Map<string, Point>, bow: number): Point[][],
 *   background(state: State, involved: Set<string>): SVGGElement, readonly outline: Path2D | null, shelved?(line: Line): boolean, movable?: boolean }} Stage `movable`: points can be put elsewhere.
 */

/** Above this many strokes the graph is painted on a canvas. */
export const SVG_STROKES = 1500;
/** The strongest that a canvas shows. */
export const MOST_STROKES = 2000;
const SVG_NODES = 500;

/** @returns {Scene} */
export const emptyScene = () => ({ nodes: [], strokes: [], total: 0, byId: new Map(), involved: new Set(), painted: false });

/** @param {Model} model @param {Stage} stage @returns {Scene} */
export function buildScene(model, stage) {
  const shown = strongestActors(model.lines);
  const places = stage.place(model, [...shown.keys()]);
  const nodes = [...shown].map(([id, weight]) => node(model, id, weight, places.get(id) ?? [0, 0], model.linesByActor.size));
  /** @type {Map<string, number>} */
  const placeInPair = new Map();
  const lines = model.lines.filter((line) => shown.has(line.a) && shown.has(line.b)).slice(0, MOST_STROKES);
  // Many strokes are drawn finer, so that single ones can still be told apart.
  const breadth = lines.length > 400 ? 0.6 : lines.length > 90 ? 0.9 : 1.25;
  const strokes = lines.map((line) => {
    const siblings = model.linesByPair.get(line.pair)?.length ?? 1;
    const at = placeInPair.get(line.pair) ?? 0;
    placeInPair.set(line.pair, at + 1);
    const bow = bowsFor(siblings)[at] ?? 0;
    const courses = stage.courses(line, places, bow);
    return { line, bow, courses, width: quiet(line) ? 1.1 : Math.min(9, 0.6 + breadth * Math.sqrt(line.claims.length)), faint: quiet(line) || (stage.shelved?.(line) ?? false), letters: lettersOf(line, model) };
  });
  return { nodes, strokes, total: model.lines.length, byId: new Map(nodes.map((one) => [one.id, one])), involved: new Set(shown.keys()), painted: strokes.length > SVG_STROKES || nodes.length > SVG_NODES };
}

/** Puts a point elsewhere. @param {Scene} scene @param {Stage} stage @param {string} id @param {Point} place @returns {Stroke[]} Those that followed. */
export function moveNode({ nodes, byId, strokes }, stage, id, [x, y]) {
  const node = byId.get(id);
  if (!node) return [];
  [node.x, node.y] = [x, y];
  const places = new Map(nodes.map((one) => [one.id, /** @type {Point} */ ([one.x, one.y])]));
  const followed = strokes.filter(({ line }) => line.a === id || line.b === id);
  for (const stroke of followed) stroke.courses = stage.courses(stroke.line, places, stroke.bow);
  return followed;
}

/** Mere membership: rings and hulls show it, so its stroke stays in the background. @param {Line} line */
export const quiet = (line) => line.claims.every((claim) => claim.kind === 'membership');

/** @param {Line} line @param {Model} model */
const lettersOf = (line, { letters }) => (letters.size === 0 ? '' : [...letters].filter(([id]) => line.claims.some((claim) => claim.document === id && claim.status !== 'denied')).map(([, letter]) => letter).join(''));

/** @param {Model} model @param {string} id @param {number} weight @param {Point} place @param {number} among @returns {SceneNode} */
function node(model, id, weight, [x, y], among) {
  const kind = model.actors.get(id)?.kind ?? 'other';
  const shape = kind === 'state' || kind === 'territory' ? 'circle' : kind === 'organisation' || kind === 'bloc' ? 'square' : 'diamond';
  const radius = (among > 300 ? 2.2 : 3.4) + Math.min(among > 300 ? 5 : 9, Math.sqrt(weight) * 0.95);
  return { id, name: shortName(model, id), x, y, weight, radius, shape };
}

/** The rectangle around all points, and around strokes that bow out of it where they are few. @param {Scene} scene */
export function extent({ nodes, strokes, painted }) {
  if (nodes.length === 0) return null;
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const take = (/** @type {number} */ x, /** @type {number} */ y) => {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  };
  for (const { x, y } of nodes) take(x, y);
  if (!painted) for (const { courses } of strokes) for (const course of courses) for (const [x, y] of course) take(x, y);
  return box;
}
