// The sentences behind a set of claims, grouped by article.

/** @import {Claim, Model} from '../../types.d.ts' */
/** @import {Controller} from '../../controller.js' */
import { button, html } from '../../dom.js';
import { actorName } from '../../model/describe.js';
import { plural } from '../../model/vocabulary.js';
import { claimRow } from './claim-row.js';
import { markedText, marksOfClaim } from './marked-text.js';
import { sentenceWords } from './sentence-words.js';

const AT_ONCE = 30;

/** @param {Claim[]} claims @param {Model} model @param {Controller} controller @returns {HTMLElement} */
export function evidenceList(claims, model, controller) {
  const sentences = bySentence(claims);
  const list = html('div', { class: 'evidence' });
  let shown = 0;
  /** @type {HTMLElement | null} */ let group = null;
  let present = '';
  const more = button('', () => show(), { class: 'quiet more' });
  const show = () => {
    for (const claimsThere of sentences.slice(shown, shown + AT_ONCE)) {
      const { document } = claimsThere[0];
      if (document !== present || !group) {
        present = document;
        group = html('section', { class: 'source', 'data-document': document }, documentHeading(document, sentences, model, controller));
        list.append(group);
      }
      group.append(quotation(claimsThere, model, controller));
    }
    shown = Math.min(sentences.length, shown + AT_ONCE);
    more.textContent = `Show more sentences (${sentences.length - shown} left)`;
    if (shown < sentences.length) list.append(more);
    else more.remove();
  };
  show();
  return list;
}

/** @param {Claim[]} claims @returns {Claim[][]} */
function bySentence(claims) {
  /** @type {Map<string, Claim[]>} */
  const sentences = new Map();
  const sorted = [...claims].sort((one, other) => (one.document < other.document ? -1 : one.document > other.document ? 1 : one.start - other.start));
  for (const claim of sorted) {
    const key = `${claim.document}|${claim.start}`;
    sentences.get(key)?.push(claim) ?? sentences.set(key, [claim]);
  }
  return [...sentences.values()];
}

/** @param {string} id @param {Claim[][]} sentences @param {Model} model @param {Controller} controller */
function documentHeading(id, sentences, model, controller) {
  const document = model.documents.get(id);
  const count = sentences.filter((claims) => claims[0].document === id).length;
  return html('h4', { class: 'source-title' },
    button(document?.title ?? id, () => controller.select({ type: 'document', id }), { class: 'link', title: 'Open the whole article' }),
    html('span', { class: 'source-facts' }, [document?.source, document?.date, plural(count, 'sentence')].filter(Boolean).join(' · ')));
}

/** A sentence, its claims and what can be asked about it. @param {Claim[]} claims @param {Model} model @param {Controller} controller */
export function quotation(claims, model, controller) {
  const [first] = claims;
  const text = model.documents.get(first.document)?.text ?? '';
  const marks = claims.flatMap((claim) => marksOfClaim(claim, (id) => actorName(model, id)));
  const quote = text
    ? html('blockquote', { class: 'quote' }, markedText(text, first.start, first.end, marks))
    : html('p', { class: 'quote missing' }, 'This link carries the map without the articles’ text, so the sentence is not here.');
  return html('article', { class: 'quotation', 'data-sentence': `${first.document}|${first.sentence}` },
    quote,
    html('ul', { class: 'claims' }, claims.map((claim) => claimRow(claim, model, controller))),
    text && html('div', { class: 'quotation-steps' },
      button('In the article', () => controller.select({ type: 'document', id: first.document, claim: first.key }), { class: 'link' }),
      controller.canRead && sentenceWords(first.document, first.sentence, controller)));
}
