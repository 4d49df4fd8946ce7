// Actors and lines in words: for labels, screen readers and announcements.

/** @import {Claim, Line, Model} from '../types.d.ts' */
import { kindName, plural, signWord } from './vocabulary.js';

/** @param {Model} model @param {string} id */
export const actorName = (model, id) => model.actors.get(id)?.name ?? id;

/** For labels: organisations with long names by their acronym. @param {Model} model @param {string} id */
export function shortName(model, id) {
  const name = actorName(model, id);
  const kind = model.actors.get(id)?.kind;
  return name.length > 15 && (kind === 'organisation' || kind === 'bloc') && id.length <= 9 ? id : name;
}

/** "Japan: 4 friendly, 2 hostile, 1 contested", in ties. @param {Model} model @param {string} id */
export function describeActor(model, id) {
  const lines = model.linesByActor.get(id) ?? [];
  const count = (/** @type {(line: Line) => boolean} */ test) => lines.filter(test).length;
  const parts = [
    [count((line) => line.sign === '+'), 'friendly'],
    [count((line) => line.sign === '-'), 'hostile'],
    [count((line) => line.sign === '0'), 'neutral'],
    [count((line) => line.contested), 'contested'],
  ].filter(([number]) => number);
  return `${actorName(model, id)}: ${parts.map(([number, word]) => `${number} ${word}`).join(', ') || 'no ties shown'}`;
}

/** "China and North Korea: friendly, 3 claims, contested". @param {Model} model @param {Line} line */
export function describeLine(model, line) {
  const status = line.status === 'asserted' ? '' : `, ${line.status}`;
  return `${actorName(model, line.a)} and ${actorName(model, line.b)}: ${signWord(line.sign)}, ${plural(line.claims.length, 'claim')}${status}${line.contested ? ', contested' : ''}`;
}

/** The kinds of these claims, most frequent first. @param {Claim[]} claims */
export function kindsOf(claims) {
  /** @type {Map<import('../types.d.ts').Kind, number>} */
  const counts = new Map();
  for (const claim of claims) counts.set(claim.kind, (counts.get(claim.kind) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([kind]) => kindName(kind));
}

/** First and last year that a claim speaks of. @param {Claim} claim @returns {[number, number] | null} */
export function yearsOf(claim) {
  const year = (/** @type {string | null | undefined} */ date) => (date && /^-?\d{4}/.test(date) ? parseInt(date, 10) : null);
  const from = year(claim.when?.from) ?? year(claim.when?.to);
  const to = year(claim.when?.to) ?? from;
  return from === null || to === null ? null : [Math.min(from, to), Math.max(from, to)];
}

/** Actors whose name, id or other words hold the query, best match first. @param {Model} model @param {string} query @param {Map<string, string[]>} [known] Further names, by actor. @returns {{ id: string, name: string, alias: string | null }[]} */
export function findActors(model, query, known) {
  const plain = (/** @type {string} */ words) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(query.trim());
  if (!wanted) return [];
  const found = [];
  for (const id of model.linesByActor.keys()) {
    const name = actorName(model, id);
    const words = [name, id, ...(model.aliases.get(id) ?? []), ...(known?.get(id) ?? [])];
    const hits = words.filter((word) => plain(word).includes(wanted)).sort((one, other) => one.length - other.length);
    if (hits.length === 0) continue;
    const rank = Math.min(...hits.map((hit) => (plain(hit).startsWith(wanted) ? 0 : 1000) + hit.length));
    found.push({ id, name, alias: plain(name).includes(wanted) ? null : hits[0], rank });
  }
  return found.sort((one, other) => one.rank - other.rank || (one.name < other.name ? -1 : 1));
}
