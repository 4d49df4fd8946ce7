// From pastes, drops and samples to documents in the collection, with a word on each that could not be taken.

/** @import {DocumentInput, Project} from '../types.d.ts' */
/** @import {Controller} from '../controller.js' */
import { plural } from '../model/vocabulary.js';
import { duplicateOf, languageWarning, textId, whyNot } from './check-text.js';
import { readFile, Unreadable } from './read-file.js';

/** @typedef {Omit<DocumentInput, 'id'> & { id?: string }} Offer */

/** @param {Offer[]} offers @param {Controller} controller @returns {Promise<boolean>} Whether something was added. */
export async function addDocuments(offers, controller) {
  /** @type {DocumentInput[]} */
  const fresh = [];
  for (const offer of offers) {
    const name = offer.title ? `“${offer.title}”: ` : '';
    const reason = whyNot(offer.text);
    const twin = reason ? undefined : duplicateOf(offer.text, [...controller.state.documents, ...fresh]);
    if (reason) controller.notify('warning', name + reason);
    else if (twin) controller.notify('info', `${name || 'This text '}is here already${twin.title ? `, as “${twin.title}”` : ''}; it was not added twice.`);
    else {
      const warning = languageWarning(offer.text);
      if (warning) controller.notify('warning', name + warning);
      fresh.push({ ...offer, id: offer.id ?? textId(offer.text) });
    }
  }
  if (fresh.length === 0) return false;
  const done = await controller.add(fresh);
  if (!done) return false;
  sayWhereNothingWasFound(fresh, controller);
  controller.announce(`Read ${plural(fresh.length, 'article')}. ${plural(controller.model.lines.length, 'line')} on the map.`);
  return true;
}

/** @param {DocumentInput[]} fresh @param {Controller} controller */
function sayWhereNothingWasFound(fresh, controller) {
  const { analysis } = controller.state;
  if (!analysis) return;
  const withClaims = new Set(analysis.claims.map((claim) => claim.document));
  const without = fresh.filter((document) => !withClaims.has(document.id));
  if (without.length === 0) return;
  const ids = new Set(without.map((document) => document.id));
  const read = analysis.documents.filter((document) => ids.has(document.id));
  const sentences = read.reduce((sum, document) => sum + document.sentences.length, 0);
  const actors = new Set(analysis.mentions.filter((mention) => ids.has(mention.document)).map((mention) => mention.actor));
  const named = analysis.actors.filter((actor) => actors.has(actor.id)).map((actor) => actor.name);
  const where = read.length === 1 ? `“${read[0].title ?? 'the text'}”` : `${read.length} articles`;
  controller.notify('info', `Read ${plural(sentences, 'sentence')} of ${where}, found no two actors related${named.length ? `; named were ${named.slice(0, 6).join(', ')}` : ''}. What was read is beside the map.`);
  controller.select({ type: 'document', id: read[0].id });
}

/** @param {Iterable<File>} files @param {Controller} controller */
export async function addFiles(files, controller) {
  /** @type {Offer[]} */
  const offers = [];
  for (const file of files) {
    try {
      const read = await readFile(file);
      if ('project' in read) await controller.open(/** @type {Project} */ (read.project));
      else offers.push(read);
    } catch (error) {
      controller.notify('warning', error instanceof Unreadable ? error.message : `${file.name} could not be opened: ${/** @type {Error} */ (error).message}`);
    }
  }
  return addDocuments(offers, controller);
}

/** Files and texts may be dropped anywhere on the map. @param {HTMLElement} area @param {Controller} controller */
export function acceptDrops(area, controller) {
  const over = (/** @type {DragEvent} */ event) => {
    if (controller.readonly) return;
    event.preventDefault();
    area.classList.add('dropping');
  };
  const leave = (/** @type {DragEvent} */ event) => {
    if (!(event.relatedTarget instanceof Node) || !area.contains(event.relatedTarget)) area.classList.remove('dropping');
  };
  area.addEventListener('dragover', over);
  area.addEventListener('dragleave', leave);
  area.addEventListener('drop', (event) => {
    if (controller.readonly) return;
    event.preventDefault();
    area.classList.remove('dropping');
    const { files } = event.dataTransfer ?? {};
    const text = event.dataTransfer?.getData('text/plain');
    if (files?.length) addFiles([...files], controller);
    else if (text) addDocuments([{ text }], controller);
  });
}
