// The picture's lines as a table that can be sorted: the same rows, for the eye, the keyboard and the screen reader.

/** @import {Line, Model, State} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { button, html } from '../dom.js';
import { actorName, kindsOf, yearsOf } from '../model/describe.js';
import { glyphOf, grouped, signWord } from '../model/vocabulary.js';

const AT_ONCE = 200;

/** @typedef {{ name: string, value: (line: Line, model: Model) => string | number, numeric?: boolean, wide?: boolean }} Column */

/** @type {Column[]} */
const COLUMNS = [
  { name: 'Actor', value: (line, model) => actorName(model, line.backward && !line.forward ? line.b : line.a) },
  { name: 'towards', value: (line, model) => actorName(model, line.backward && !line.forward ? line.a : line.b) },
  { name: 'Sign', value: (line) => (line.contested ? 'contested' : signWord(line.sign)) },
  { name: 'Claims', value: (line) => line.claims.length, numeric: true },
  { name: 'Kinds', value: (line) => kindsOf(line.claims).join(', '), wide: true },
  { name: 'Status', value: (line) => [...new Set(line.claims.map((claim) => claim.status))].join(', ') },
  { name: 'Articles', value: (line) => new Set(line.claims.map((claim) => claim.document)).size, numeric: true },
  { name: 'Years', value: (line) => years(line) },
];

export class TableView {
  #head = html('tr', {});
  #body = html('tbody', {});
  #caption = html('caption', {});
  #more = button('', () => this.#grow(), { class: 'quiet more' });
  node = html('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': 'Table of ties' });
  #sorted = { column: 3, down: true };
  #shown = AT_ONCE;
  /** @type {Model | null} */ #model = null;
  /** @type {State['selection']} */ #selection = null;

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
    this.node.append(html('table', { class: 'ties' }, this.#caption, html('thead', {}, this.#head), this.#body), this.#more);
  }

  /** @param {State} state @param {Model} model */
  update(state, model) {
    if (model === this.#model && state.selection === this.#selection) return;
    this.#selection = state.selection;
    if (model === this.#model) {
      for (const row of this.#body.rows) row.classList.toggle('chosen', this.#isChosen(row.dataset.line ?? ''));
      return;
    }
    this.#shown = AT_ONCE;
    this.#model = model;
    this.#draw();
  }

  /** @param {string} key */
  #isChosen(key) {
    return this.#selection?.type === 'tie' && key.startsWith(`${this.#selection.a}|${this.#selection.b}|`);
  }

  #draw() {
    const model = this.#model;
    if (!model) return;
    const { column, down } = this.#sorted;
    this.#head.replaceChildren(...COLUMNS.map(({ name, numeric }, at) =>
      html('th', { scope: 'col', class: numeric ? 'number' : null, 'aria-sort': at === column ? (down ? 'descending' : 'ascending') : null },
        button(name, () => this.#sort(at), { class: 'sort' }), at === column && html('span', { 'aria-hidden': 'true' }, down ? ' ▾' : ' ▴'))));
    const value = COLUMNS[column].value;
    const order = new Map(model.lines.map((line) => [line, value(line, model)]));
    const rows = [...model.lines].sort((one, other) => {
      const [a, b] = [order.get(one) ?? '', order.get(other) ?? ''];
      return (a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1) || (one.key < other.key ? -1 : 1);
    });
    this.#caption.textContent = `${grouped(model.lines.length)} lines of the map, one per pair and sign`;
    this.#body.replaceChildren(...rows.slice(0, this.#shown).map((line) => this.#row(line, model)));
    this.#more.hidden = rows.length <= this.#shown;
    this.#more.textContent = `Show more rows (${grouped(rows.length - this.#shown)} left)`;
  }

  /** @param {Line} line @param {Model} model */
  #row(line, model) {
    const cells = COLUMNS.map(({ value }) => value(line, model));
    const open = () => this.controller.select({ type: 'tie', a: line.a, b: line.b });
    return html('tr', { 'data-line': line.key, class: this.#isChosen(line.key) ? 'chosen' : null, onclick: open },
      html('th', { scope: 'row' }, button(String(cells[0]), open, { class: 'link' })),
      html('td', {}, line.forward !== line.backward && html('span', { class: 'towards', 'aria-hidden': 'true' }, '→ '), cells[1]),
      html('td', { class: 'whole-name' }, html('span', { class: `glyph ${line.contested ? 'contested' : signWord(line.sign)}`, 'aria-hidden': 'true' }, line.contested ? '?' : glyphOf(line.sign)), ' ', cells[2]),
      cells.slice(3).map((cell, at) => html('td', { class: COLUMNS[at + 3].numeric ? 'number' : COLUMNS[at + 3].wide ? 'wide' : null }, cell)));
  }

  /** @param {number} column */
  #sort(column) {
    this.#sorted = { column, down: this.#sorted.column === column ? !this.#sorted.down : Boolean(COLUMNS[column].numeric) };
    this.#draw();
    /** @type {HTMLElement | null} */ (this.#head.children[column]?.querySelector('button'))?.focus();
    this.controller.announce(`Sorted by ${COLUMNS[column].name}, ${this.#sorted.down ? 'descending' : 'ascending'}`);
  }

  #grow() {
    this.#shown += AT_ONCE;
    this.#draw();
  }
}

/** @param {Line} line */
function years(line) {
  const all = line.claims.flatMap((claim) => yearsOf(claim) ?? []);
  if (all.length === 0) return '';
  const [from, to] = [Math.min(...all), Math.max(...all)];
  return from === to ? String(from) : `${from}–${to}`;
}
