// Everything that the articles claim about one actor, and what a person may correct about it.

/** @import {Model, State} from '../../types.d.ts' */
/** @import {Controller} from '../../controller.js' */
import { button, html } from '../../dom.js';
import { actorName, describeActor } from '../../model/describe.js';
import { findGroups } from '../../model/groups.js';
import { pairKey } from '../../model/lines.js';
import { glyphOf, signWord } from '../../model/vocabulary.js';
import { choice } from './correction-form.js';
import { evidenceList } from './evidence-list.js';

/** @param {string} id @param {State} state @param {Model} model @param {Controller} controller */
export function actorPanel(id, state, model, controller) {
  const lines = model.linesByActor.get(id) ?? [];
  const actor = model.actors.get(id);
  const aliases = (model.aliases.get(id) ?? []).filter((alias) => alias !== actor?.name).slice(0, 8);
  const alone = state.neighbourhood === id;
  return [
    html('h2', { class: 'panel-title', tabindex: '-1' }, actorName(model, id)),
    html('p', { class: 'kicker' }, `${actor?.kind ?? 'actor'} · ${describeActor(model, id).split(': ')[1]}`),
    aliases.length > 0 && html('p', { class: 'aliases' }, `Named here as ${aliases.join(', ')}`),
    html('div', { class: 'panel-steps' },
      button(alone ? 'Show everyone again' : 'Only its neighbours', () => controller.keepNeighbourhood(alone ? null : id)),
      !controller.readonly && button('Hide', () => controller.correct({ type: 'hide', actor: id }))),
    state.view === 'network' && moveButtons(id, state, controller),
    membersOf(id, state, model, controller),
    html('h3', {}, 'Ties'),
    html('ul', { class: 'tie-list' }, lines.map((line) => html('li', {}, tieRow(line, id, model, controller)))),
    html('h3', {}, 'Sentences'),
    evidenceList(lines.flatMap((line) => line.claims), model, controller),
    !controller.readonly && identityForm(id, model, controller),
  ];
}

/** How far one press moves an actor, in the network's own units. */
const STEP = 40;
/** @type {[string, string, number, number][]} */
const WAYS = [['←', 'left', -STEP, 0], ['↑', 'up', 0, -STEP], ['↓', 'down', 0, STEP], ['→', 'right', STEP, 0]];

/** What dragging does, by buttons. @param {string} id @param {State} state @param {Controller} controller */
function moveButtons(id, state, controller) {
  const [x, y] = state.pins.get(id) ?? state.places.get(id) ?? [0, 0];
  return html('div', { class: 'move-buttons', role: 'group', 'aria-label': 'Move in the network' }, html('span', {}, 'Move'),
    WAYS.map(([sign, way, right, down]) => button(sign, () => controller.pin(id, [x + right, y + down]), { 'aria-label': `Move ${way}`, 'data-keep': way })),
    state.pins.has(id) && button('Put back', () => controller.unpin(id), { class: 'quiet' }));
}

/** @param {import('../../types.d.ts').Line} line @param {string} id @param {Model} model @param {Controller} controller */
function tieRow(line, id, model, controller) {
  const row = button('', () => controller.select({ type: 'tie', a: line.a, b: line.b }), { class: 'tie-row' });
  row.append(
    html('span', { class: `glyph ${line.contested ? 'contested' : signWord(line.sign)}` }, line.contested ? '?' : glyphOf(line.sign)),
    html('span', { class: 'tie-name' }, actorName(model, line.a === id ? line.b : line.a)),
    html('span', { class: 'tie-count' }, line.claims.length));
  return row;
}

/** @param {string} id @param {State} state @param {Model} model @param {Controller} controller */
function membersOf(id, state, model, controller) {
  const group = findGroups(model, state).find((one) => one.id === id);
  if (!group) return null;
  const member = (/** @type {string} */ one) => html('li', {}, button(actorName(model, one), () => controller.select({ type: 'tie', ...between(id, one) }), { class: 'link' }));
  return html('div', { class: 'members' },
    group.members.length > 0 && html('h3', {}, 'Members, as claimed'), html('ul', { class: 'inline-list' }, group.members.map(member)),
    group.recorded.length > 0 && html('h3', {}, 'Further members on record'), html('ul', { class: 'inline-list' }, group.recorded.map((one) => html('li', {}, actorName(model, one)))));
}

/** @param {string} one @param {string} other */
function between(one, other) {
  const [a, b] = pairKey(one, other).split('|');
  return { a, b };
}

/** Merge, split off, name otherwise. @param {string} id @param {Model} model @param {Controller} controller */
function identityForm(id, model, controller) {
  const others = [...model.linesByActor.keys()].filter((other) => other !== id).map((other) => [other, actorName(model, other)]).sort((one, other) => (one[1] < other[1] ? -1 : 1));
  const words = model.aliases.get(id) ?? [];
  const split = html('form', { class: 'correction', onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    const values = new FormData(split);
    const name = String(values.get('name')).trim();
    if (name) controller.correct({ type: 'reassign', words: String(values.get('words')), from: id, to: name.toUpperCase().replace(/\s+/g, ''), name });
  } },
    html('label', { class: 'choice' }, html('span', {}, 'Words'), html('select', { name: 'words' }, words.map((alias) => html('option', {}, alias)))),
    html('label', { class: 'choice' }, html('span', {}, 'stand for'), html('input', { name: 'name', required: true, placeholder: 'name of the other actor' })),
    html('button', { type: 'submit' }, 'Split off'));
  const alias = html('form', { class: 'correction', onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    const value = String(new FormData(alias).get('alias')).trim();
    if (value) controller.correct({ type: 'alias', words: value, actor: id });
  } }, html('label', { class: 'choice' }, html('span', {}, 'Also called'), html('input', { name: 'alias', required: true })), html('button', { type: 'submit' }, 'Add name'));
  return html('details', { class: 'identity' }, html('summary', {}, 'Merge, split or name this actor'),
    html('div', { class: 'correction' }, choice('Same as', [['', 'choose …'], ...others], '', (into) => into && controller.correct({ type: 'merge', from: id, into }))),
    words.length > 1 && split, alias);
}
