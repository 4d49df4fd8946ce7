// Where names go: beside their points, most important first, never over one another or over a point.

/** @typedef {{ id: string, x: number, y: number, radius: number, width: number, height: number }} Wish */

/** Right, left, above, below, then the corners. */
const SIDES = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
const CELL = 64;

/**
 * @param {Wish[]} wishes In order of importance. @param {{ width: number, height: number }} frame
 * @returns {Map<string, { x: number, y: number }>} Left edge and baseline middle of those that found room.
 */
export function placeLabels(wishes, frame) {
  /** @type {Map<string, [number, number, number, number][]>} */
  const taken = new Map();
  /** @param {number} left @param {number} top @param {number} right @param {number} bottom @param {(key: string) => boolean | void} visit */
  const cells = (left, top, right, bottom, visit) => {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) if (visit(`${column},${row}`)) return true;
    }
    return false;
  };
  /** @param {[number, number, number, number]} box */
  const block = (box) => void cells(...box, (key) => void (taken.get(key)?.push(box) ?? taken.set(key, [box])));
  /** @param {[number, number, number, number]} box */
  const free = ([left, top, right, bottom]) =>
    !cells(left, top, right, bottom, (key) =>
      (taken.get(key) ?? []).some((other) => left < other[2] && right > other[0] && top < other[3] && bottom > other[1]),
    );

  const inside = wishes.filter((wish) => wish.x > -20 && wish.y > -20 && wish.x < frame.width + 20 && wish.y < frame.height + 20);
  for (const { x, y, radius } of inside) block([x - radius, y - radius, x + radius, y + radius]);
  const placed = new Map();
  for (const wish of inside) {
    const gap = wish.radius + 4;
    for (const [sideX, sideY] of SIDES) {
      const slant = sideX !== 0 && sideY !== 0 ? 0.75 : 1;
      const left = wish.x + (sideX === 0 ? -wish.width / 2 : sideX > 0 ? gap * slant : -gap * slant - wish.width);
      const middle = wish.y + sideY * (gap * slant + wish.height / 2 - (sideX === 0 ? 2 : 5));
      /** @type {[number, number, number, number]} */
      const box = [left - 1, middle - wish.height / 2, left + wish.width + 1, middle + wish.height / 2];
      if (box[0] < 2 || box[2] > frame.width - 2 || box[1] < 2 || box[3] > frame.height - 2 || !free(box)) continue;
      block(box);
      placed.set(wish.id, { x: left, y: middle });
      break;
    }
  }
  return placed;
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
