// What the strokes mean; always under the picture, and in every exported picture.

import { html, svg } from '../dom.js';

/** @type {{ name: string, draw: () => Node[] }[]} */
export const LEGEND = [
  { name: 'friendly', draw: () => [sample('friendly'), badge('friendly', '+')] },
  { name: 'hostile', draw: () => [sample('hostile'), badge('hostile', '−')] },
  { name: 'neither', draw: () => [sample('neutral'), badge('neutral', '0')] },
  { name: 'contested', draw: () => [sample('friendly', '', 4), sample('hostile', '6 6', 4), badge('contested', '?')] },
  { name: 'possible or denied', draw: () => [sample('ink', '1.5 4.5')] },
  { name: 'ended', draw: () => [sample('ink', '9 5')] },
  { name: 'width: number of claims', draw: () => [svg('path', { class: 'stroke ink solid', d: 'M1,8L43,4V12Z' })] },
  { name: 'one-sided', draw: () => [sample('ink'), svg('path', { class: 'arrow ink', d: 'M34,8L26,12L28,8L26,4Z' })] },
  { name: 'state', draw: () => [svg('g', { class: 'actor', transform: 'translate(22,8)' }, svg('circle', { r: 5 }))] },
  { name: 'organisation', draw: () => [svg('g', { class: 'actor square', transform: 'translate(22,8)' }, svg('rect', { x: -5, y: -5, width: 10, height: 10, rx: 1.5 }))] },
];

export function legendView() {
  return html('ul', { class: 'legend', part: 'legend', tabindex: '0', 'aria-label': 'Legend' },
    LEGEND.map(({ name, draw }) => html('li', {}, svg('svg', { width: 44, height: 16, viewBox: '0 0 44 16', 'aria-hidden': 'true' }, draw()), html('span', {}, name))));
}

/** @param {string} colour @param {string} [dash] @param {number} [width] */
const sample = (colour, dash, width = 2.5) => svg('path', { class: `stroke ${colour}`, d: 'M1,8H43', 'stroke-width': width, 'stroke-dasharray': dash || null, 'stroke-linecap': dash === '1.5 4.5' ? 'round' : 'butt' });

/** @param {string} sign @param {string} glyph */
const badge = (sign, glyph) => svg('g', { class: `badge ${sign}`, transform: 'translate(22,8)' }, svg('circle', { r: 7 }), svg('text', { dy: '0.35em' }, glyph));
