// Where names go: beside their points, most important first, never over one another or over a point.

/** @typedef {{ id: string, x: number, y: number, radius: number, width: number, height: number }} Wish In pixels. */

/** Right, left, above, below, then the corners. */
const SIDES = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
const CELL = 64;

/** The first so many may cover lesser points, so that the main actors are never nameless. */
const MAIN = 14;

/**
 * @param {Wish[]} wishes In order of importance. @param {{ width: number, height: number }} frame
 * @returns {Map<string, { x: number, y: number }>} Left edge and middle of those that found room.
 */
export function placeLabels(wishes, frame) {
  const taken = new Boxes();
  const points = new Boxes();
  const inside = wishes.filter((wish) => wish.x > -20 && wish.y > -20 && wish.x < frame.width + 20 && wish.y < frame.height + 20);
  const placed = new Map();
  const fits = (/** @type {Box} */ box) => box[0] >= 2 && box[2] <= frame.width - 2 && box[1] >= 2 && box[3] <= frame.height - 2 && taken.free(box);
  inside.forEach(({ x, y, radius: r }, at) => (at < MAIN ? taken : points).add([x - r, y - r, x + r, y + r]));
  inside.forEach((wish, at) => {
    const spots = SIDES.map((side) => beside(wish, side)).filter(({ box }) => fits(box));
    const spot = spots.find(({ box }) => points.free(box)) ?? (at < MAIN ? spots[0] : undefined);
    if (!spot) return;
    taken.add(spot.box);
    placed.set(wish.id, { x: spot.left, y: spot.middle });
  });
  return placed;
}

/** @typedef {[number, number, number, number]} Box Left, top, right, bottom. */

/** @param {Wish} wish @param {number[]} side @returns {{ box: Box, left: number, middle: number }} */
function beside({ x, y, radius, width, height }, [sideX, sideY]) {
  const gap = (radius + 4) * (sideX !== 0 && sideY !== 0 ? 0.75 : 1);
  const left = x + (sideX === 0 ? -width / 2 : sideX > 0 ? gap : -gap - width);
  const middle = y + sideY * (gap + height / 2 - (sideX === 0 ? 2 : 5));
  return { box: [left - 1, middle - height / 2, left + width + 1, middle + height / 2], left, middle };
}

/** Boxes by the cells that they lie in, so that asking is cheap. */
class Boxes {
  /** @type {Map<string, Box[]>} */ #cells = new Map();

  /** @param {Box} box */
  add(box) {
    for (const key of cellsOf(box)) this.#cells.get(key)?.push(box) ?? this.#cells.set(key, [box]);
  }

  /** @param {Box} box */
  free(box) {
    const [left, top, right, bottom] = box;
    return cellsOf(box).every((key) => (this.#cells.get(key) ?? []).every((other) => left >= other[2] || right <= other[0] || top >= other[3] || bottom <= other[1]));
  }
}

/** @param {Box} box */
function cellsOf([left, top, right, bottom]) {
  const keys = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) keys.push(`${column},${row}`);
  }
  return keys;
}

/** @type {CanvasRenderingContext2D | null} */ let pen = null;
/** @type {Map<string, number>} */ const widths = new Map();

/** @param {string} words @param {string} font @returns {number} Pixels. */
export function textWidth(words, font) {
  const key = font + words;
  const known = widths.get(key);
  if (known !== undefined) return known;
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return words.length * 7;
  pen.font = font;
  const { width } = pen.measureText(words);
  widths.set(key, width);
  return width;
}
