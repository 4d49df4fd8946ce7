// A whole article with its claims in the margin, what was skipped and why, and what was seen but not read.

/** @import {Claim, DocumentView, Model, State} from '../../types.d.ts' */
/** @import {Controller} from '../../controller.js' */
import { button, html } from '../../dom.js';
import { actorName } from '../../model/describe.js';
import { pairKey } from '../../model/lines.js';
import { glyphOf, kindName, plural, signWord } from '../../model/vocabulary.js';
import { markedText, marksOfClaim } from './marked-text.js';

/** @param {{ id: string, claim?: string }} wanted @param {State} state @param {Model} model @param {Controller} controller */
export function documentPanel({ id, claim: wantedClaim }, state, model, controller) {
  const document = model.documents.get(id);
  if (!document) return [html('p', { class: 'empty' }, 'This article is no longer here.')];
  const claims = model.claims.filter((claim) => claim.document === id);
  const unread = state.analysis?.unread.filter((one) => one.document === id) ?? [];
  return [
    html('h2', { class: 'panel-title', tabindex: '-1' }, document.title ?? id),
    html('p', { class: 'kicker' }, [document.source, document.date, plural(document.sentences.length, 'sentence'), plural(claims.length, 'claim'), unread.length ? `${unread.length} seen but not read` : ''].filter(Boolean).join(' · ')),
    !controller.readonly && detailsForm(document, controller),
    document.text ? body(document, claims, unread, wantedClaim, model, controller) : html('p', { class: 'empty' }, 'This link carries the map without the article’s text.'),
    unread.length > 0 && unreadList(document, unread, model),
  ];
}

/** @param {DocumentView} document @param {Claim[]} claims @param {import('../../types.d.ts').Unread[]} unread @param {string | undefined} wanted @param {Model} model @param {Controller} controller */
function body(document, claims, unread, wanted, model, controller) {
  const parts = [
    ...document.sentences.map((sentence) => ({ ...sentence, reason: '' })),
    ...document.skipped.map((skipped) => ({ ...skipped })),
  ].sort((one, other) => one.start - other.start);
  const article = html('div', { class: 'article-text' });
  let end = 0;
  for (const part of parts) {
    if (part.start < end) continue;
    const between = document.text.slice(end, part.start);
    if (/\n\s*\n/.test(between)) article.append(html('span', { class: 'paragraph-end' }));
    else if (between) article.append(' ');
    article.append(part.reason ? skippedPart(document.text, part) : sentence(part, document, claims, unread, wanted, model, controller));
    end = part.end;
  }
  requestAnimationFrame(() => keepApart(article));
  return article;
}

/** Sentences that begin on one line have their claims below each other in the margin. @param {HTMLElement} article */
function keepApart(article) {
  const margins = [...article.querySelectorAll('.margin')].map((node) => ({ node: /** @type {HTMLElement} */ (node), top: /** @type {HTMLElement} */ (node).offsetTop, height: /** @type {HTMLElement} */ (node).offsetHeight }));
  let free = 0;
  for (const { node, top, height } of margins) {
    if (top < free) node.style.top = `${free}px`;
    free = Math.max(free, top) + height;
  }
}

/** @param {string} text @param {{ start: number, end: number, reason: string }} part */
function skippedPart(text, { start, end, reason }) {
  const words = text.slice(start, end);
  return html('span', { class: 'skipped', title: `Not read: ${reason}` }, words.length > 400 ? `${words.slice(0, 380)} …` : words, html('small', {}, ` [not read: ${reason}]`));
}

/** @param {{ start: number, end: number }} part @param {DocumentView} document @param {Claim[]} claims @param {import('../../types.d.ts').Unread[]} unread @param {string | undefined} wanted @param {Model} model @param {Controller} controller */
function sentence({ start, end }, document, claims, unread, wanted, model, controller) {
  const here = claims.filter((claim) => claim.start === start);
  const name = (/** @type {string} */ id) => actorName(model, id);
  const marks = [
    ...here.flatMap((claim) => marksOfClaim(claim, name)),
    ...unread.filter((one) => one.start === start).map((one) => ({ ...one.cue, mark: 'unread', title: 'seen but not read' })),
  ];
  const margin = html('span', { class: 'margin' }, here.map((claim) => {
    const label = `${name(claim.source)} ${claim.directed ? '→' : '–'} ${name(claim.target)}: ${kindName(claim.kind)}${claim.status === 'asserted' ? '' : `, ${claim.status}`}`;
    const [a, b] = pairKey(claim.source, claim.target).split('|');
    return button(glyphOf(claim.sign), () => controller.select({ type: 'tie', a, b }), { class: `glyph ${signWord(claim.sign)}`, title: label, 'aria-label': label });
  }));
  const current = here.some((claim) => claim.key === wanted) && wanted;
  return html('span', { class: `sentence${here.length ? ' has-claims' : ''}${current ? ' current' : ''}`, tabindex: current ? '-1' : null }, here.length > 0 && margin, markedText(document.text, start, end, marks));
}

/** @param {DocumentView} document @param {import('../../types.d.ts').Unread[]} unread @param {Model} model */
function unreadList(document, unread, model) {
  return html('details', { class: 'unread-list' }, html('summary', {}, `Seen but not read (${unread.length})`),
    html('p', {}, 'Two actors and a word that may relate them stand in these sentences, but too unsurely for a claim.'),
    html('ul', {}, unread.slice(0, 200).map((one) => html('li', {}, html('b', {}, `${actorName(model, one.source)} – ${actorName(model, one.target)} `), markedText(document.text, one.start, one.end, [{ ...one.cue, mark: 'unread' }])))));
}

/** @param {DocumentView} document @param {Controller} controller */
function detailsForm(document, controller) {
  const field = (/** @type {string} */ label, /** @type {'title' | 'source' | 'date'} */ name, /** @type {string} */ hint) =>
    html('label', { class: 'choice' }, html('span', {}, label), html('input', { name, value: document[name] ?? '', placeholder: hint }));
  const form = html('form', { class: 'correction' }, field('Title', 'title', ''), field('Source', 'source', 'paper or site'), field('Date', 'date', '2021-03-18'), html('button', { type: 'submit' }, 'Save'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = new FormData(form);
    const value = (/** @type {string} */ name) => String(values.get(name)).trim() || undefined;
    controller.describe(document.id, { title: value('title'), source: value('source'), date: value('date') });
  });
  return html('details', { class: 'identity' }, html('summary', {}, 'Title, source, date'), form);
}
