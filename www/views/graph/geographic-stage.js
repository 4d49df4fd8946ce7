// Places actors on the earth: a projection turned so that it cuts few lines, great circles, a shelf for those without a place.

/** @import {Actor, Line, Model, State} from '../../types.d.ts' */
/** @import {Point} from './line-geometry.js' */
import { geoInterpolate, geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { worldTopology } from '../../core/assets.js';
import { svg } from '../../dom.js';
import { bowedCurve, pushAside } from './line-geometry.js';

const WIDTH = 1000;
const HEIGHT = 520;
const SHELF = 470;

export class GeographicStage {
  name = 'map';
  #projection = geoNaturalEarth1().fitExtent([[0, 0], [WIDTH, HEIGHT]], { type: 'Sphere' });
  #turned = NaN;
  #land = svg('g', { class: 'land', 'aria-hidden': 'true' });
  /** @type {any} */ #countries = null;
  /** @type {Map<string, Actor>} */ #actors = new Map();
  /** @type {Path2D | null} */ #outline = null;
  /** Each country's path, by code; drawn once for each turn of the map. @type {[string, SVGPathElement][]} */ #shapes = [];
  #drawnAt = NaN;
  /** Projecting is slow, and filters bring the same arcs back. @type {Map<string, Point[][]>} */ #arcs = new Map();

  /** @param {() => void} redraw Called when the base map has come. */
  constructor(redraw) {
    // The page's frame is seen first; projecting the land takes longer than drawing all else.
    afterNextFrame().then(worldTopology).then(
      (topology) => {
        this.#countries = feature(topology, topology.objects.countries);
        redraw();
      },
      () => undefined,
    );
  }

  /** @param {Model} model @param {string[]} ids @returns {Map<string, Point>} */
  place(model, ids) {
    if (model.actors !== this.#actors) this.#arcs.clear();
    this.#actors = model.actors;
    this.#turn(bestCentre(model));
    /** @type {Map<string, Point>} */
    const places = new Map();
    const shelved = [];
    for (const id of ids) {
      const actor = model.actors.get(id);
      const spot = onMap(actor) ? this.#projection([actor.longitude ?? 0, actor.latitude ?? 0]) : null;
      if (spot) places.set(id, spot);
      else shelved.push(id);
    }
    shelve(shelved, places);
    return places;
  }

  /** The course of a stroke, cut where the map is cut. @param {Line} line @param {Map<string, Point>} places @param {number} bow @returns {Point[][]} */
  courses(line, places, bow) {
    const [from, to] = [places.get(line.a), places.get(line.b)];
    const [one, other] = [this.#actors.get(line.a), this.#actors.get(line.b)];
    if (!from || !to) return [];
    const flat = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const leftward = from[0] > to[0] ? -1 : 1;
    if (!onMap(one) || !onMap(other)) return [pushAside(sample(from, to), flat * (0.06 * leftward + bow))];
    const key = `${line.pair}|${bow}`;
    const known = this.#arcs.get(key) ?? this.#arc(one, other, from, to, bow, flat, leftward);
    this.#arcs.set(key, known);
    return known;
  }

  /** @param {Actor} one @param {Actor} other @param {Point} from @param {Point} to @param {number} bow @param {number} flat @param {number} leftward @returns {Point[][]} */
  #arc(one, other, from, to, bow, flat, leftward) {
    const along = geoInterpolate([one.longitude ?? 0, one.latitude ?? 0], [other.longitude ?? 0, other.latitude ?? 0]);
    /** @type {Point[]} */
    const course = [from];
    for (let step = 1; step <= 28; step++) {
      const spot = step === 28 ? to : this.#projection(along(step / 28));
      if (!spot) continue;
      // A line that leaves the map on one side and comes back on the other is hard to follow: it goes the long way instead.
      if (Math.abs(spot[0] - course[course.length - 1][0]) > WIDTH * 0.3) return [bowedCurve(from, to, 0.14 * leftward + bow, 28)];
      course.push(spot);
    }
    // Short great circles look straight; a bow tells them from borders.
    return [pushAside(course, flat * ((flat < 220 ? 0.1 : 0.03) * leftward + bow))];
  }

  /** Strokes to the shelf cross half the earth and mean no place on it. @param {Line} line */
  shelved(line) {
    return [line.a, line.b].some((id) => !onMap(this.#actors.get(id)));
  }

  /** @param {State} state @param {Set<string>} involved @returns {SVGGElement} */
  background(state, involved) {
    if (this.#countries && this.#drawnAt !== this.#turned) this.#drawLand();
    this.#land.classList.toggle('borderless', !state.borders);
    for (const [code, shape] of this.#shapes) shape.classList.toggle('involved', involved.has(code));
    return this.#land;
  }

  #drawLand() {
    this.#drawnAt = this.#turned;
    this.#outline = null;
    const path = geoPath(this.#projection).digits(2);
    const sphere = path({ type: 'Sphere' });
    // Coasts have points enough: bending what is between them would take twice as long and show nothing.
    const precision = this.#projection.precision();
    this.#projection.precision(0);
    this.#shapes = this.#countries.features.map((/** @type {any} */ shape) => [shape.id, svg('path', { class: 'country', d: path(shape) })]);
    this.#projection.precision(precision);
    this.#land.replaceChildren(svg('path', { class: 'sphere', d: sphere }), ...this.#shapes.map(([, shape]) => shape));
  }

  /** The land as one path, for the canvas. */
  get outline() {
    if (!this.#outline && this.#shapes.length) {
      this.#outline = new Path2D();
      for (const [, shape] of this.#shapes) this.#outline.addPath(new Path2D(shape.getAttribute('d') ?? ''));
    }
    return this.#outline;
  }

  /** @param {number} longitude */
  #turn(longitude) {
    if (longitude === this.#turned) return;
    this.#turned = longitude;
    this.#arcs.clear();
    this.#projection.rotate([-longitude, 0]).fitExtent([[0, 0], [WIDTH, HEIGHT]], { type: 'Sphere' });
  }
}

/** Organisations and blocs stand on the shelf: their seats would hide the states that host them. @param {Actor | undefined} actor @returns {actor is Actor} */
function onMap(actor) {
  return actor !== undefined && typeof actor.latitude === 'number' && typeof actor.longitude === 'number' && actor.kind !== 'organisation' && actor.kind !== 'bloc';
}

/** Not by the frame alone, which does not come while the page is out of sight. */
const afterNextFrame = () => new Promise((go) => {
  requestAnimationFrame(() => setTimeout(go));
  setTimeout(go, 100);
});

/** @param {Point} from @param {Point} to @returns {Point[]} */
const sample = (from, to) => Array.from({ length: 13 }, (_, at) => [from[0] + ((to[0] - from[0]) * at) / 12, from[1] + ((to[1] - from[1]) * at) / 12]);

/** In rows under the middle of what is on the map. @param {string[]} ids @param {Map<string, Point>} places */
function shelve(ids, places) {
  const xs = [...places.values()].map(([x]) => x);
  const ys = [...places.values()].map(([, y]) => y);
  const [left, right] = xs.length ? [Math.min(...xs), Math.max(...xs)] : [200, 800];
  const width = Math.max(right - left, 160);
  const below = ys.length ? Math.min(SHELF, Math.max(...ys) + Math.max(28, width * 0.09)) : SHELF / 2;
  const perRow = Math.max(4, Math.ceil(Math.sqrt(ids.length * 4)));
  const step = width / perRow;
  const start = (left + right) / 2;
  [...ids].sort().forEach((id, at) => {
    const row = Math.floor(at / perRow);
    const inRow = Math.min(perRow, ids.length - row * perRow);
    // Every other row stands between the names of the one above.
    places.set(id, [start + ((at % perRow) - (inRow - 1) / 2 + (row % 2 && (perRow - inRow) % 2 === 0 ? 0.5 : 0)) * step, below + row * Math.max(14, width * 0.064)]);
  });
}

/** The meridian to centre: the map is cut in the Pacific or in the Atlantic, whichever parts fewer actors. @param {Model} model */
function bestCentre(model) {
  let [pacific, atlantic] = [0, 0];
  for (const line of model.lines.slice(0, 2000)) {
    const [one, other] = [model.actors.get(line.a), model.actors.get(line.b)];
    if (!onMap(one) || !onMap(other)) continue;
    if (Math.abs((one.longitude ?? 0) - (other.longitude ?? 0)) > 180) pacific += line.claims.length;
    else if ((one.longitude ?? 0) < -30 !== (other.longitude ?? 0) < -30) atlantic += line.claims.length;
  }
  return pacific > atlantic * 1.2 ? 150 : 11;
}
