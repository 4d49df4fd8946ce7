// How to read the map, in four lines, for the first screen.

import { html, svg } from '../dom.js';

/** @type {[string, string, string, string][]} */
const ROWS = [
  ['friendly', '+', '', 'one article calls them allies, partners, supporters'],
  ['hostile', '−', '', 'one opposes, threatens or fights the other'],
  ['friendly', '+', '1.5 4.5', 'it may come about, or is denied'],
  ['contested', '?', '', 'one article claims it, another denies it'],
];

export function readingKey() {
  return html('ul', { class: 'reading-key', 'aria-label': 'How to read the map' }, ROWS.map(([sign, glyph, dash, words]) => {
    const arc = (/** @type {string} */ colour, /** @type {string} */ pattern) => svg('path', { class: `stroke ${colour}`, d: 'M8,26Q64,-6 120,26', 'stroke-width': 3, 'stroke-dasharray': pattern || null, 'stroke-linecap': pattern === '9 9' ? 'butt' : 'round' });
    return html('li', {}, svg('svg', { width: 128, height: 36, viewBox: '0 0 128 36', 'aria-hidden': 'true' },
      sign === 'contested' ? [arc('friendly', ''), arc('hostile', '9 9')] : arc(sign, dash),
      svg('g', { class: 'actor' }, svg('circle', { cx: 8, cy: 26, r: 5 }), svg('circle', { cx: 120, cy: 26, r: 5 })),
      svg('g', { class: `badge ${sign}`, transform: 'translate(64,10)' }, svg('circle', { r: 7.5 }), svg('text', { dy: '0.35em' }, glyph))), html('span', {}, words));
  }));
}
