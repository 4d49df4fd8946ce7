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
  if (done) for (const document of fresh) sayIfNothingFound(document.id, controller);
  if (done) controller.announce(`Read ${plural(fresh.length, 'article')}. ${plural(controller.model.lines.length, 'line')} on the map.`);
  return done;
}

/** @param {string} id @param {Controller} controller */
function sayIfNothingFound(id, controller) {
  const { analysis } = controller.state;
  const document = analysis?.documents.find((one) => one.id === id);
  if (!analysis || !document || analysis.claims.some((claim) => claim.document === id)) return;
  const actors = new Set(analysis.mentions.filter((mention) => mention.document === id).map((mention) => mention.actor));
  const named = [...actors].map((actor) => analysis.actors.find((one) => one.id === actor)?.name ?? actor);
  controller.notify('info', `Read ${plural(document.sentences.length, 'sentence')} of “${document.title ?? 'the text'}”, found no two actors related${named.length ? `; named were ${named.slice(0, 6).join(', ')}` : ''}. What was read is beside the map.`);
  controller.select({ type: 'document', id });
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
