// A person adds a claim about a pair that the reader has missed.

/** @import {Claim, Kind, Model, Status} from '../../types.d.ts' */
/** @import {Controller} from '../../controller.js' */
import { html } from '../../dom.js';
import { actorName } from '../../model/describe.js';
import { claimKey } from '../../model/apply-corrections.js';
import { KINDS, STATUSES, signOfKind } from '../../model/vocabulary.js';

/** @param {string} a @param {string} b @param {Model} model @param {Controller} controller */
export function addClaimForm(a, b, model, controller) {
  const select = (/** @type {string} */ name, /** @type {string[][]} */ options) => html('select', { name }, options.map(([value, label]) => html('option', { value }, label)));
  const field = (/** @type {string} */ label, /** @type {Node} */ control) => html('label', { class: 'choice' }, html('span', {}, label), control);
  const ways = [[`${a}>${b}`, `${actorName(model, a)} → ${actorName(model, b)}`], [`${b}>${a}`, `${actorName(model, b)} → ${actorName(model, a)}`], ['both', 'both ways']];
  const form = html('form', { class: 'correction' },
    field('Article', select('document', [...model.documents.values()].map((document) => [document.id, document.title ?? document.id]))),
    field('Sentence', html('input', { name: 'words', required: true, placeholder: 'first words of the sentence' })),
    field('Kind', select('kind', KINDS.map((row) => [row.kind, row.name]))),
    field('Status', select('status', STATUSES.map((row) => [row.status, row.name]))),
    field('Direction', select('way', [ways[2], ways[0], ways[1]])),
    html('button', { type: 'submit' }, 'Add'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = new FormData(form);
    const value = (/** @type {string} */ name) => String(values.get(name));
    const document = model.documents.get(value('document'));
    const flat = (/** @type {string} */ words) => words.toLowerCase().replace(/\s+/g, ' ').trim();
    const sentence = document?.sentences.findIndex(({ start, end }) => flat(document.text.slice(start, end)).includes(flat(value('words')))) ?? -1;
    if (!document || sentence < 0) return controller.notify('warning', `No sentence of that article has the words “${value('words')}”.`);
    const { start, end } = document.sentences[sentence];
    const way = value('way');
    const [source, target] = way === `${b}>${a}` ? [b, a] : [a, b];
    const kind = /** @type {Kind} */ (value('kind'));
    /** @type {Claim} */
    const claim = {
      document: document.id, sentence, start, end, source, target, kind, directed: way !== 'both', sign: signOfKind(kind),
      status: /** @type {Status} */ (value('status')), attribution: null, when: null, cue: { start, end: start },
      sourceMention: { start, end: start }, targetMention: { start, end: start }, certainty: 1, frame: 'by hand',
    };
    controller.correct({ type: 'add', claim: { ...claim, key: `${claimKey(claim)}|by hand` } });
  });
  return html('details', { class: 'add-claim' }, html('summary', {}, 'Add a claim about this pair'), form);
}
