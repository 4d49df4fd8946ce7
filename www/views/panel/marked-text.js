// A stretch of an article with spans marked in it, as text nodes and <mark> elements.

import { html } from '../../dom.js';

/** @typedef {{ start: number, end: number, mark: string, title?: string }} Mark */

/** @param {string} text @param {number} start @param {number} end @param {Mark[]} marks May overlap. @returns {Node[]} */
export function markedText(text, start, end, marks) {
  const inside = marks.map((mark) => ({ ...mark, start: Math.max(start, mark.start), end: Math.min(end, mark.end) })).filter((mark) => mark.end > mark.start);
  const edges = [...new Set([start, end, ...inside.flatMap((mark) => [mark.start, mark.end])])].sort((one, other) => one - other);
  return edges.slice(1).map((edge, at) => {
    const from = edges[at];
    const words = text.slice(from, edge);
    const here = inside.filter((mark) => mark.start <= from && mark.end >= edge);
    if (here.length === 0) return document.createTextNode(words);
    const names = [...new Set(here.map((mark) => mark.mark))].join(' ');
    const titles = [...new Set(here.flatMap((mark) => mark.title ?? []))].join(', ');
    return html('mark', { class: names, title: titles || null }, words);
  });
}

/** What a claim marks in its sentence. @param {import('../../types.d.ts').Claim} claim @param {(id: string) => string} name @returns {Mark[]} */
export function marksOfClaim(claim, name) {
  return [
    { ...claim.sourceMention, mark: 'actor', title: name(claim.source) },
    { ...claim.targetMention, mark: 'actor', title: name(claim.target) },
    { ...claim.cue, mark: `cue ${claim.sign === '+' ? 'friendly' : claim.sign === '-' ? 'hostile' : 'neutral'}`, title: claim.kind },
  ];
}
