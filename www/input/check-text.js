// What can be said of a text before it is read: empty, binary, huge, in another language, there already.

/** @import {DocumentInput} from '../types.d.ts' */

const LARGE = 10_000_000;
const COMMON = new Set('the of and to in a is that for it was on with as by at from be are this has have not but its an will'.split(' '));

/** @param {string} text @returns {string | null} Why this is not worth reading, or null. */
export function whyNot(text) {
  if (!text.trim()) return 'There is no text to read: paste an article first, or open a file.';
  const sample = text.slice(0, 20000);
  const odd = [...sample].filter((letter) => letter === '\0' || letter === '\uFFFD' || (letter < ' ' && !/\s/.test(letter))).length;
  if (odd > sample.length * 0.02) return 'This is binary data, not text. Copy the article’s text and paste that, or open its .txt, .html or .docx file.';
  if (text.length > LARGE) return `This is ${(text.length / 1e6).toFixed(1)} million characters long; the page reads up to ${LARGE / 1e6} million at once. Paste it in parts.`;
  return null;
}

/** @param {string} text @returns {string | null} A warning that goes with the reading. */
export function languageWarning(text) {
  const words = text.slice(0, 30000).toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 30) return null;
  const latin = words.filter((word) => /^[\p{Script=Latin}]+$/u.test(word)).length / words.length;
  const english = words.filter((word) => COMMON.has(word)).length / words.length;
  if (latin < 0.5) return 'This text is not in Latin letters. The page reads English only, so it will find little here.';
  return english < 0.08 ? 'This text does not look like English. The page reads English only, so it may find little here.' : null;
}

/** An id that stays the same for the same text. @param {string} text */
export function textId(text) {
  let [one, other] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193) >>> 0;
    other = Math.imul(other ^ code, 0x85ebca6b) >>> 0;
  }
  return `t${one.toString(36)}${other.toString(36)}`;
}

/** @param {string} text @param {DocumentInput[]} documents @returns {DocumentInput | undefined} The same article, if it is there. */
export function duplicateOf(text, documents) {
  const plain = (/** @type {string} */ words) => words.replace(/\s+/g, ' ').trim();
  const wanted = plain(text);
  return documents.find((document) => document.text.length < text.length * 1.2 + 40 && plain(document.text) === wanted);
}
