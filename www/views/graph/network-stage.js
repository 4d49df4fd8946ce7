// Places actors by their ties alone, as the worker laid them out.

/** @import {Line, Model, State} from '../../types.d.ts' */
/** @import {Point} from './line-geometry.js' */
import { svg } from '../../dom.js';
import { bowedCurve } from './line-geometry.js';

export class NetworkStage {
  name = 'network';
  movable = true;
  /** @type {State['places']} */ places = new Map();
  /** Where a person has put actors. @type {State['pins']} */ pins = new Map();
  #background = svg('g');

  /** @param {Model} _model @param {string[]} ids @returns {Map<string, Point>} */
  place(_model, ids) {
    const places = new Map();
    ids.forEach((id, at) => places.set(id, this.pins.get(id) ?? this.places.get(id) ?? onCircle(at, ids.length)));
    return places;
  }

  /** @param {Line} line @param {Map<string, Point>} places @param {number} bow @returns {Point[][]} */
  courses(line, places, bow) {
    const [from, to] = [places.get(line.a), places.get(line.b)];
    return from && to ? [bowedCurve(from, to, bow)] : [];
  }

  background() {
    return this.#background;
  }

  get outline() {
    return null;
  }
}

/** Until the worker has answered. @param {number} at @param {number} count @returns {Point} */
function onCircle(at, count) {
  const radius = 60 + count * 8;
  return [radius * Math.cos((2 * Math.PI * at) / count), radius * Math.sin((2 * Math.PI * at) / count)];
}
