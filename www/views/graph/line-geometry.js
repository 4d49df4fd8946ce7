// Points of curves in a plane: bowing, lengths, the middle with its direction.

/** @typedef {[number, number]} Point */

/** Quadratic curve from one place to another. @param {Point} from @param {Point} to @param {number} bow Share of the length that it stands off to the left. @param {number} [steps] @returns {Point[]} */
export function bowedCurve(from, to, bow, steps = 14) {
  const [x, y] = [(from[0] + to[0]) / 2 + (to[1] - from[1]) * bow * 2, (from[1] + to[1]) / 2 - (to[0] - from[0]) * bow * 2];
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps;
    const [before, middle, after] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    return /** @type {Point} */ ([before * from[0] + middle * x + after * to[0], before * from[1] + middle * y + after * to[1]]);
  });
}

/** Bows for the strokes of one pair, so that they lie beside each other. @param {number} count @returns {number[]} */
export const bowsFor = (count) => (count === 1 ? [0] : count === 2 ? [-0.055, 0.055] : [-0.09, 0, 0.09]);

/** Pushes a sampled course aside in its middle. @param {Point[]} course @param {number} offset */
export function pushAside(course, offset) {
  if (offset === 0 || course.length < 2) return course;
  const [first, last] = [course[0], course[course.length - 1]];
  const length = Math.hypot(last[0] - first[0], last[1] - first[1]) || 1;
  const [nx, ny] = [(last[1] - first[1]) / length, -(last[0] - first[0]) / length];
  return course.map((point, at) => {
    const push = 4 * offset * (at / (course.length - 1)) * (1 - at / (course.length - 1));
    return /** @type {Point} */ ([point[0] + nx * push, point[1] + ny * push]);
  });
}

/** Where a share of the whole length is reached, and which way the course runs there. @param {Point[][]} courses @param {number} share @returns {{ x: number, y: number, angle: number }} */
export function pointAlong(courses, share) {
  const steps = courses.flatMap((course) =>
    course.slice(1).map((point, at) => ({ from: course[at], to: point, length: Math.hypot(point[0] - course[at][0], point[1] - course[at][1]) })),
  );
  let left = share * steps.reduce((sum, step) => sum + step.length, 0);
  for (const { from, to, length } of steps) {
    if (left <= length || length === 0) {
      const t = length ? left / length : 0;
      return { x: from[0] + (to[0] - from[0]) * t, y: from[1] + (to[1] - from[1]) * t, angle: Math.atan2(to[1] - from[1], to[0] - from[0]) };
    }
    left -= length;
  }
  const end = steps.at(-1)?.to ?? courses[0]?.[0] ?? [0, 0];
  return { x: end[0], y: end[1], angle: 0 };
}

/** @param {Point[][]} courses */
export const pathOf = (courses) =>
  courses.map((course) => `M${course.map(([x, y]) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`).join('L')}`).join('');

/** Squared distance of a point from a course. @param {Point[]} course @param {number} x @param {number} y */
export function distanceToCourse(course, x, y) {
  let nearest = Infinity;
  for (let at = 1; at < course.length; at++) {
    const [ax, ay] = course[at - 1];
    const [dx, dy] = [course[at][0] - ax, course[at][1] - ay];
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    nearest = Math.min(nearest, (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2);
  }
  return nearest;
}

/** Convex hull, padded outwards and rounded by its stroke. @param {Point[]} points @returns {Point[]} */
export function convexHull(points) {
  const sorted = [...points].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  if (sorted.length < 3) return sorted;
  const turn = (/** @type {Point} */ o, /** @type {Point} */ a, /** @type {Point} */ b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  /** @param {Point[]} from */
  const half = (from) => {
    /** @type {Point[]} */
    const side = [];
    for (const point of from) {
      while (side.length > 1 && turn(side[side.length - 2], side[side.length - 1], point) <= 0) side.pop();
      side.push(point);
    }
    return side.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
