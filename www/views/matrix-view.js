// Actors against actors: rows act, columns are acted on. Two compared articles share it, one above the diagonal, one below.

/** @import {Claim, Model, State} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { html, svg } from '../dom.js';
import { actorName, shortName } from '../model/describe.js';
import { pairKey } from '../model/lines.js';
import { glyphOf, grouped, plural, signWord } from '../model/vocabulary.js';
import { orderActors } from '../model/order-actors.js';
import { textWidth } from './graph/label-placement.js';

const MOST = 120;

/** @typedef {{ row: number, column: number, claims: Claim[] }} Cell */

export class MatrixView {
  #svg = svg('svg', { class: 'matrix', tabindex: '0', role: 'application', 'aria-roledescription': 'matrix of ties' });
  #note = html('p', { class: 'matrix-note' });
  node = html('div', { class: 'matrix-frame' }, this.#note, this.#svg);
  /** @type {unknown[]} */ #drawnFor = [];
  /** @type {Map<string, Cell>} */ #cells = new Map();
  /** @type {string[]} */ #order = [];
  #at = { row: 0, column: 1 };
  #size = { cell: 20, left: 100, top: 90 };
  /** @type {Model | null} */ #model = null;

  /** @param {Controller} controller */
  constructor(controller) {
    this.controller = controller;
    this.#svg.addEventListener('click', (event) => {
      const box = this.#svg.getBoundingClientRect();
      const { cell, left, top } = this.#size;
      this.#go(Math.floor((event.clientY - box.top - top) / cell), Math.floor((event.clientX - box.left - left) / cell));
      this.#open();
    });
    this.#svg.addEventListener('keydown', (event) => this.#key(event));
  }

  get svgNode() {
    return this.#svg;
  }

  /** @param {State} state @param {Model} model */
  update(state, model) {
    const wanted = [model, state.compared, state.drawn, state.selection, this.node.clientWidth];
    if (wanted.every((one, at) => one === this.#drawnFor[at])) return;
    this.#drawnFor = wanted;
    this.#model = model;
    const all = orderActors(model, state);
    this.#order = all.slice(0, MOST);
    const [upper, lower] = state.comparing && state.compared.length === 2 ? state.compared : [];
    this.#cells = this.#gather(model, upper, lower);
    const title = (/** @type {string} */ id) => model.documents.get(id)?.title ?? id;
    this.#note.textContent = upper && lower
      ? `Above the diagonal: ${title(upper)}. Below: ${title(lower)}.`
      : `Rows act, columns are acted on; what goes both ways stands twice. ${all.length > MOST ? `${MOST} of ${grouped(all.length)} actors shown, those with most claims.` : ''}`;
    this.#draw(state);
  }

  /** @param {Model} model @param {string | undefined} upper @param {string | undefined} lower */
  #gather(model, upper, lower) {
    const place = new Map(this.#order.map((id, at) => [id, at]));
    /** @type {Map<string, Cell>} */
    const cells = new Map();
    const put = (/** @type {number} */ row, /** @type {number} */ column, /** @type {Claim} */ claim) => {
      const key = `${row},${column}`;
      const cell = cells.get(key) ?? { row, column, claims: [] };
      cell.claims.push(claim);
      cells.set(key, cell);
    };
    for (const claim of model.lines.flatMap((line) => line.claims)) {
      const [one, other] = [place.get(claim.source), place.get(claim.target)];
      if (one === undefined || other === undefined) continue;
      if (upper && lower) {
        if (claim.document === upper) put(Math.min(one, other), Math.max(one, other), claim);
        if (claim.document === lower) put(Math.max(one, other), Math.min(one, other), claim);
      } else {
        put(one, other, claim);
        if (!claim.directed) put(other, one, claim);
      }
    }
    return cells;
  }

  /** @param {State} state */
  #draw(state) {
    const model = /** @type {Model} */ (this.#model);
    const names = this.#order.map((id) => shortName(model, id));
    const count = names.length;
    const font = '12px system-ui, sans-serif';
    const longest = Math.min(170, Math.max(40, ...names.map((name) => textWidth(name, font))));
    const room = Math.max(320, this.node.clientWidth - longest - 80);
    const cell = Math.max(13, Math.min(34, Math.floor(room / Math.max(1, count))));
    // Steeper where cells are small, so that no name lies on the next.
    const angle = cell < 18 ? 68 : 48;
    const [rise, run] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
    const [left, top] = [longest + 34, longest * rise + 22];
    this.#size = { cell, left, top };
    const [width, height] = [left + count * cell + longest * run + 10, top + count * cell + 24];
    const selected = state.selection?.type === 'tie' ? pairKey(state.selection.a, state.selection.b) : '';
    const picked = this.#order.indexOf(state.selection?.type === 'actor' ? state.selection.id : '');
    const contested = new Set(model.contestedPairs);
    assignSize(this.#svg, width, height);
    this.#svg.classList.toggle('fine', cell < 18);
    this.#svg.setAttribute('aria-label', `Matrix of ${plural(count, 'actor')}. Arrow keys move between cells, Enter opens the sentences.`);
    this.#svg.replaceChildren(
      svg('g', { class: 'grid' }, names.map((_, at) => svg('rect', { class: `band${at === picked ? ' picked' : ''}`, x: left, y: top + at * cell, width: count * cell, height: cell })),
        names.map((_, at) => svg('rect', { class: 'self', x: left + at * cell, y: top + at * cell, width: cell, height: cell }))),
      svg('g', { class: 'names' }, names.map((name, at) => [
        svg('text', { x: left - 8, y: top + (at + 0.5) * cell, dy: '0.35em', 'text-anchor': 'end' }, name),
        svg('text', { transform: `translate(${left + (at + 0.5) * cell + 3},${top - 8}) rotate(${-angle})` }, name)]).flat()),
      svg('g', { class: 'cells' }, [...this.#cells.values()].map((one) => this.#cellMark(one, selected, contested))),
      svg('rect', { class: 'cursor', width: cell, height: cell, ...this.#cursor() }));
  }

  /** @param {Cell} cell @param {string} selected @param {Set<string>} contested */
  #cellMark({ row, column, claims }, selected, contested) {
    const { cell, left, top } = this.#size;
    const signs = ['+', '-', '0'].map((sign) => claims.filter((claim) => claim.sign === sign)).filter((group) => group.length);
    const pair = pairKey(this.#order[row], this.#order[column]);
    const disputed = contested.has(pair) && claims.some((claim) => claim.sign === '+');
    const [x, y, inner] = [left + column * cell + 1, top + row * cell + 1, cell - 2];
    const bands = signs.map((group, at) => svg('rect', {
      class: `cell ${signWord(group[0].sign)}${group.every((claim) => claim.status !== 'asserted') ? ' weak' : ''}`,
      x: x + (inner * at) / signs.length, y, width: inner / signs.length, height: inner, 'fill-opacity': Math.min(1, 0.42 + group.length * 0.12),
    }));
    const glyph = disputed ? '?' : signs.length === 1 ? glyphOf(signs[0][0].sign) : '±';
    return svg('g', { 'data-cell': `${row},${column}`, 'data-pair': pair, class: pair === selected ? 'chosen' : null }, bands,
      cell >= 16 && svg('text', { class: 'cell-glyph', x: x + inner / 2, y: y + inner / 2, dy: '0.35em' }, glyph),
      pair === selected && svg('rect', { class: 'chosen-frame', x, y, width: inner, height: inner }));
  }

  #cursor() {
    const { cell, left, top } = this.#size;
    return { x: left + this.#at.column * cell, y: top + this.#at.row * cell };
  }

  /** @param {number} row @param {number} column */
  #go(row, column) {
    const last = this.#order.length - 1;
    this.#at = { row: Math.max(0, Math.min(last, row)), column: Math.max(0, Math.min(last, column)) };
    const cursor = this.#svg.querySelector('.cursor');
    for (const [name, value] of Object.entries(this.#cursor())) cursor?.setAttribute(name, String(value));
  }

  #open() {
    const found = this.#cells.get(`${this.#at.row},${this.#at.column}`);
    if (!found) return;
    const [a, b] = pairKey(this.#order[found.row], this.#order[found.column]).split('|');
    this.controller.select({ type: 'tie', a, b });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (event.key === 'Enter' || event.key === ' ') this.#open();
    else if (step) {
      this.#go(this.#at.row + step[0], this.#at.column + step[1]);
      this.#svg.querySelector('.cursor')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      this.controller.announce(this.#describe());
    } else return;
    event.preventDefault();
  }

  #describe() {
    const model = /** @type {Model} */ (this.#model);
    const { row, column } = this.#at;
    const claims = this.#cells.get(`${row},${column}`)?.claims ?? [];
    const names = `${actorName(model, this.#order[row])} towards ${actorName(model, this.#order[column])}`;
    const signs = [...new Set(claims.map((claim) => signWord(claim.sign)))].join(' and ');
    return `${names}: ${claims.length ? `${signs}, ${plural(claims.length, 'claim')}` : 'nothing'}`;
  }
}

/** @param {SVGSVGElement} node @param {number} width @param {number} height */
function assignSize(node, width, height) {
  node.setAttribute('width', String(width));
  node.setAttribute('height', String(height));
  node.setAttribute('viewBox', `0 0 ${width} ${height}`);
}
