// Claims by the years that they speak of, one row per pair; claims without a year stand in a column of their own.

/** @import {Claim, Model, State} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { button, html, svg } from '../dom.js';
import { actorName, yearsOf } from '../model/describe.js';
import { plural, signWord } from '../model/vocabulary.js';

const AT_ONCE = 60;
const ROW = 30;
const UNDATED = { wide: 112, narrow: 66 };
const PAD = 18;

/** @typedef {{ pair: string, dated: { claim: Claim, from: number, to: number }[], undated: Claim[], contested: boolean }} Row */

export class TimelineView {
  #axis = html('div', { class: 'timeline-axis' });
  #rows = html('ul', { class: 'timeline-rows' });
  #more = button('', () => this.#grow(), { class: 'quiet more' });
  node = html('div', { class: 'timeline-frame', role: 'region', 'aria-label': 'Timeline of claims' }, this.#axis, this.#rows, this.#more);
  /** @type {unknown[]} */ #drawnFor = [];
  #shown = AT_ONCE;

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
    this.#rows.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const all = [...this.#rows.querySelectorAll('button')];
      const at = all.indexOf(/** @type {HTMLButtonElement} */ (event.target));
      if (!step || at < 0) return;
      all[Math.max(0, Math.min(all.length - 1, at + step))].focus();
      event.preventDefault();
    });
  }

  /** @param {State} state @param {Model} model */
  update(state, model) {
    const wanted = [model, state.selection, this.node.clientWidth];
    if (wanted.every((one, at) => one === this.#drawnFor[at])) return;
    if (model !== this.#drawnFor[0]) this.#shown = AT_ONCE;
    this.#drawnFor = wanted;
    this.#draw(state, model);
  }

  #grow() {
    this.#shown += AT_ONCE;
    this.#drawnFor = [];
    this.update(this.controller.state, this.controller.model);
  }

  /** @param {State} state @param {Model} model */
  #draw(state, model) {
    const rows = gatherRows(model);
    const all = rows.flatMap((row) => row.dated.flatMap(({ from, to }) => [from, to]));
    const [first, last] = all.length ? [Math.min(...all), Math.max(...all)] : [2000, 2000];
    const narrow = this.node.clientWidth < 620;
    const names = narrow ? 132 : 230;
    const undated = narrow ? UNDATED.narrow : UNDATED.wide;
    const width = Math.max(120, this.node.clientWidth - names - undated - (narrow ? 38 : 58));
    const scale = (/** @type {number} */ year) => PAD + ((year - first) / Math.max(1, last - first)) * (width - 2 * PAD);
    this.node.style.setProperty('--names', `${names}px`);
    this.node.style.setProperty('--undated', `${undated}px`);
    this.#axis.replaceChildren(html('span', { class: 'timeline-name' }, plural(rows.length, 'pair')),
      svg('svg', { width, height: 26, 'aria-hidden': 'true' }, all.length ? ticks(first, last, width).map((year) => [
        svg('line', { class: 'tick', x1: scale(year), x2: scale(year), y1: 20, y2: 26 }),
        svg('text', { x: scale(year), y: 15 }, year)]).flat() : svg('text', { class: 'start', x: 4, y: 15 }, 'no claim here gives a year')),
      html('span', { class: 'undated-head' }, narrow ? 'no year' : 'no year given'));
    const selected = state.selection?.type === 'tie' ? `${state.selection.a}|${state.selection.b}` : '';
    this.#rows.replaceChildren(...rows.slice(0, this.#shown).map((row) => this.#row(row, model, scale, width, undated, row.pair === selected)));
    this.#more.hidden = rows.length <= this.#shown;
    this.#more.textContent = `Show more pairs (${rows.length - this.#shown} left)`;
  }

  /** @param {Row} row @param {Model} model @param {(year: number) => number} scale @param {number} width @param {number} room For what has no year. @param {boolean} chosen */
  #row({ pair, dated, undated }, model, scale, width, room, chosen) {
    const [a, b] = pair.split('|');
    const open = () => this.controller.select({ type: 'tie', a, b });
    /** @type {Map<number, number>} */
    const stacked = new Map();
    const marks = dated.map(({ claim, from, to }) => {
      const level = stacked.get(from) ?? 0;
      stacked.set(from, level + 1);
      const y = ROW / 2 + (level % 2 ? -1 : 1) * Math.ceil(level / 2) * 5;
      const title = svg('title', {}, `${from === to ? from : `${from}–${to}`}: ${claim.kind}, ${claim.status}`);
      return from === to
        ? svg('circle', { class: `when ${signWord(claim.sign)} ${claim.status}`, cx: scale(from), cy: y, r: 5 }, title)
        : svg('rect', { class: `when ${signWord(claim.sign)} ${claim.status}`, x: scale(from) - 4, y: y - 4, width: scale(to) - scale(from) + 8, height: 8, rx: 4 }, title);
    });
    const most = Math.floor((room - 34) / 9);
    const dots = undated.slice(0, most).map((claim, at) => svg('circle', { class: `when ${signWord(claim.sign)} ${claim.status}`, cx: 10 + at * 9, cy: ROW / 2, r: 3.5 }));
    return html('li', { class: chosen ? 'chosen' : null, 'data-pair': pair, onclick: open },
      button(`${actorName(model, a)} – ${actorName(model, b)}`, open, { class: 'link timeline-name', 'aria-label': `${actorName(model, a)} – ${actorName(model, b)}: ${years(dated)}${plural(undated.length, 'claim')} without a year` }),
      svg('svg', { class: 'strip', width, height: ROW, 'aria-hidden': 'true' }, svg('line', { class: 'rail', x1: 0, x2: width, y1: ROW / 2, y2: ROW / 2 }), marks),
      svg('svg', { class: 'undated', width: room, height: ROW, 'aria-hidden': 'true' }, dots, undated.length > most && svg('text', { x: most * 9 + 8, y: ROW / 2, dy: '0.35em' }, `+${undated.length - most}`)));
  }
}

/** @param {Row['dated']} dated */
const years = (dated) => dated.map(({ claim, from, to }) => `${from === to ? from : `${from} to ${to}`} ${claim.kind}, `).join('');

/** Rows with years first, in the order of their first; then those without. @param {Model} model @returns {Row[]} */
function gatherRows(model) {
  const rows = [...model.linesByPair].map(([pair, lines]) => {
    /** @type {Row} */
    const row = { pair, dated: [], undated: [], contested: lines.some((line) => line.contested) };
    for (const claim of lines.flatMap((line) => line.claims)) {
      const span = yearsOf(claim);
      if (span) row.dated.push({ claim, from: span[0], to: span[1] });
      else row.undated.push(claim);
    }
    row.dated.sort((one, other) => one.from - other.from);
    return row;
  });
  const start = (/** @type {Row} */ row) => row.dated[0]?.from ?? Infinity;
  return rows.sort((one, other) => (start(one) === start(other) ? other.undated.length - one.undated.length : start(one) - start(other)));
}

/** Round years, at least 70 pixels apart. @param {number} first @param {number} last @param {number} width */
function ticks(first, last, width) {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((size) => ((last - first) / size) * 70 <= width) ?? 1000;
  const years = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years.length ? years : [first];
}
