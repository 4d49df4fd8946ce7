// The words, tags and arcs of a sentence, fetched from the core when they are asked for.

/** @import {Controller} from '../../controller.js' */
import { html, svg } from '../../dom.js';

/** @typedef {{ start: number, end: number, form: string, lemma: string, upos: string, xpos: string, head: number | null, relation: string }} Word */

const WORD_GAP = 14;
const LEVEL = 15;

/** @param {string} document @param {number} sentence @param {Controller} controller */
export function sentenceWords(document, sentence, controller) {
  const body = html('div', { class: 'words', tabindex: '0', role: 'group', 'aria-label': 'Words, tags and arcs of the sentence' });
  const details = html('details', { class: 'how-read' }, html('summary', {}, 'Words, tags, arcs'), body);
  details.addEventListener('toggle', async () => {
    if (!details.open || body.childElementCount) return;
    try {
      const words = /** @type {Word[]} */ (await controller.reader.call('words', document, sentence));
      body.replaceChildren(words.length ? arcDiagram(words) : html('p', {}, 'The core gave no words for this sentence.'));
    } catch (error) {
      body.replaceChildren(html('p', {}, `The words cannot be shown: ${/** @type {Error} */ (error).message}`));
    }
  });
  return details;
}

/** @param {Word[]} words */
function arcDiagram(words) {
  let x = 8;
  const spots = words.map((word) => {
    const width = Math.max(word.form.length * 7.4, word.upos.length * 6.4, 26);
    const spot = { left: x, middle: x + width / 2 };
    x += width + WORD_GAP;
    return spot;
  });
  const arcs = words.flatMap((word, at) => (word.head === null || word.head === undefined || word.head === at || !words[word.head] ? [] : [{ from: word.head, to: at, relation: word.relation }]));
  arcs.sort((one, other) => Math.abs(one.from - one.to) - Math.abs(other.from - other.to));
  /** @type {number[]} */
  const levels = words.map(() => 0);
  const drawn = arcs.map((arc) => {
    const [low, high] = [Math.min(arc.from, arc.to), Math.max(arc.from, arc.to)];
    const level = 1 + Math.max(...levels.slice(low, high));
    levels.fill(level, low, high);
    return { ...arc, level };
  });
  const height = LEVEL * Math.max(1, ...drawn.map((arc) => arc.level)) + 16;
  return svg('svg', { class: 'arcs', width: x, height: height + 40, role: 'img', 'aria-label': words.map((word) => `${word.form}: ${word.upos}, ${word.relation}`).join('; ') },
    drawn.map(({ from, to, relation, level }) => {
      const [a, b] = [spots[from].middle, spots[to].middle];
      const top = height - level * LEVEL;
      return svg('g', {},
        svg('path', { class: 'arc', d: `M${a},${height}V${top + 5}Q${a},${top} ${a + Math.sign(b - a) * 5},${top}H${b - Math.sign(b - a) * 5}Q${b},${top} ${b},${top + 5}V${height - 3}` }),
        svg('path', { class: 'arc-head', d: `M${b},${height}l-3.4,-6h6.8z` }),
        svg('text', { class: 'relation', x: (a + b) / 2, y: top - 3 }, relation));
    }),
    words.map((word, at) => svg('g', {}, svg('text', { class: 'word', x: spots[at].middle, y: height + 15 }, word.form), svg('text', { class: 'tag', x: spots[at].middle, y: height + 30 }, word.upos))));
}
