// The words, glyphs and colours of kinds, signs and statuses, in one place, as the guide fixes them.

/** @import {Kind, Sign, Status} from '../types.d.ts' */

/** @type {{ sign: Sign, glyph: string, name: string, noun: string }[]} */
export const SIGNS = [
  { sign: '+', glyph: '+', name: 'Friendly', noun: 'friendly' },
  { sign: '-', glyph: '−', name: 'Hostile', noun: 'hostile' },
  { sign: '0', glyph: '0', name: 'Neither', noun: 'neutral' },
];

/** @type {{ kind: Kind, sign: Sign, name: string }[]} */
export const KINDS = [
  { kind: 'alliance', sign: '+', name: 'alliance' },
  { kind: 'partnership', sign: '+', name: 'partnership' },
  { kind: 'membership', sign: '+', name: 'membership' },
  { kind: 'military-cooperation', sign: '+', name: 'military cooperation' },
  { kind: 'economic-cooperation', sign: '+', name: 'economic cooperation' },
  { kind: 'support', sign: '+', name: 'support' },
  { kind: 'consultation', sign: '0', name: 'consultation' },
  { kind: 'neutrality', sign: '0', name: 'neutrality' },
  { kind: 'opposition', sign: '-', name: 'opposition' },
  { kind: 'coercion', sign: '-', name: 'coercion' },
  { kind: 'territorial-dispute', sign: '-', name: 'territorial dispute' },
  { kind: 'conflict', sign: '-', name: 'conflict' },
];

/** Strongest first: a line takes the first status that one of its claims has. @type {{ status: Status, name: string, dash: string }[]} */
export const STATUSES = [
  { status: 'asserted', name: 'asserted', dash: '' },
  { status: 'ended', name: 'ended', dash: '9 5' },
  { status: 'possible', name: 'possible', dash: '1.5 4.5' },
  { status: 'denied', name: 'denied', dash: '1.5 4.5' },
];

/** @param {Sign} sign */
export const glyphOf = (sign) => (sign === '+' ? '+' : sign === '-' ? '−' : '0');

/** @param {Sign} sign A word that is safe in a class name. */
export const signWord = (sign) => (sign === '+' ? 'friendly' : sign === '-' ? 'hostile' : 'neutral');

/** @param {Kind} kind */
export const signOfKind = (kind) => KINDS.find((row) => row.kind === kind)?.sign ?? '0';

/** @param {Kind} kind */
export const kindName = (kind) => KINDS.find((row) => row.kind === kind)?.name ?? kind;

/** @param {Status} status */
export const dashOf = (status) => STATUSES.find((row) => row.status === status)?.dash ?? '';

/** 12,345. Not by toLocaleString, whose first call takes longer than drawing the page. @param {number} count */
export const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** @param {number} count @param {string} one @param {string} [many] */
export const plural = (count, one, many = `${one}s`) => `${grouped(count)} ${count === 1 ? one : many}`;
