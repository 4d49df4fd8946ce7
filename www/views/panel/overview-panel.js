// The map as a whole: what is contested first, then blocs, strained triangles and the actors that link the sides.

/** @import {Model, State} from '../../types.d.ts' */
/** @import {Controller} from '../../controller.js' */
import { button, html } from '../../dom.js';
import { actorName, shortName } from '../../model/describe.js';
import { findGroups } from '../../model/groups.js';
import { pairKey } from '../../model/lines.js';
import { glyphOf, plural, signWord } from '../../model/vocabulary.js';
import { triangles } from './triangles.js';

const SHOWN = 6;

/** @param {State} state @param {Model} model @param {Controller} controller */
export function overviewPanel(state, model, controller) {
  const tie = (/** @type {string} */ one, /** @type {string} */ other, /** @type {string} */ label) => {
    const [a, b] = pairKey(one, other).split('|');
    return button(label, () => controller.select({ type: 'tie', a, b }), { class: 'link' });
  };
  const actor = (/** @type {string} */ id) => button(shortName(model, id), () => controller.select({ type: 'actor', id }), { class: 'link' });
  return [
    html('h2', { class: 'panel-title', tabindex: '-1' }, 'The map as a whole'),
    html('p', { class: 'kicker' }, `${plural(model.linesByActor.size, 'actor')} · ${plural(model.linesByPair.size, 'pair')} · ${plural(model.claims.length, 'claim')} · ${plural(new Set(model.claims.map((claim) => claim.document)).size, 'article')}`),
    leftOut(model, controller),
    contested(model, tie),
    strongest(model, tie),
    groups(state, model, controller, actor),
    triangles(state, model, controller),
    brokers(state, model, actor),
    html('p', { class: 'tip' }, 'Click a line for the sentences behind it, a point for all of an actor’s ties; double-click a point to keep its neighbours only.'),
  ];
}

/** Nothing is hidden in silence. @param {Model} model @param {Controller} controller */
function leftOut(model, controller) {
  const hidden = model.allClaims.length - model.claims.length;
  return hidden > 0 && html('p', { class: 'aside left-out' }, `${plural(hidden, 'claim')} hidden by the filters, the least sure among them. `, button('Show everything', () => controller.clearFilters(), { class: 'link' }));
}

/** @typedef {(one: string, other: string, label: string) => HTMLElement} TieLink */
/** @typedef {(id: string) => HTMLElement} ActorLink */

/** @param {Model} model @param {TieLink} tie */
function contested(model, tie) {
  if (model.contestedPairs.length === 0) return null;
  return html('section', { class: 'whole contested-first' },
    html('h3', {}, html('span', { class: 'glyph contested' }, '?'), ' Where the articles disagree'),
    html('ul', {}, model.contestedPairs.slice(0, 12).map((pair) => {
      const [a, b] = pair.split('|');
      const claims = (model.linesByPair.get(pair) ?? []).flatMap((line) => line.claims);
      return html('li', {}, tie(a, b, `${actorName(model, a)} and ${actorName(model, b)}`), html('span', { class: 'aside' }, ` ${plural(claims.length, 'claim')}, ${claims.filter((claim) => claim.status === 'denied').length} denying`));
    })));
}

/** @param {Model} model @param {TieLink} tie */
function strongest(model, tie) {
  if (model.lines.length === 0) return null;
  return html('section', { class: 'whole' }, html('h3', {}, 'Most claimed'),
    html('ol', { class: 'strongest' }, model.lines.slice(0, SHOWN).map((line) => html('li', {},
      html('span', { class: `glyph ${line.contested ? 'contested' : signWord(line.sign)}` }, line.contested ? '?' : glyphOf(line.sign)), ' ',
      tie(line.a, line.b, `${shortName(model, line.a)} and ${shortName(model, line.b)}`), html('span', { class: 'aside' }, ` ${plural(line.claims.length, `${signWord(line.sign)} claim`)}`)))));
}

/** @param {State} state @param {Model} model @param {Controller} controller @param {ActorLink} actor */
function groups(state, model, controller, actor) {
  const found = findGroups(model, state);
  if (found.length === 0) return null;
  return html('section', { class: 'whole' }, html('h3', {}, 'Organisations and blocs'),
    html('ul', { class: 'groups-list' }, found.slice(0, 12).map((group) => {
      const box = html('input', { type: 'checkbox', 'prop:checked': state.groups.includes(group.id), onchange: () => controller.outlineGroup(group.id, box.checked) });
      const all = [...group.members, ...group.recorded];
      const between = state.drawn?.blocs?.[Number(group.id.replace('bloc-', '')) - 1]?.between ?? [];
      const betweenNames = group.id.startsWith('bloc-') ? [...new Set(between.map((one) => one.actor).filter((id) => model.linesByActor.has(id)).map((id) => shortName(model, id)))] : [];
      return html('li', {}, html('label', {}, box, html('b', {}, group.name), html('span', { class: 'aside' }, 'outline')),
        html('p', { class: 'members-line' }, all.slice(0, 14).flatMap((id, at) => [html('span', { class: 'whole-name' }, actor(id), at < all.length - 1 && ','), ' ']), all.length > 14 && `and ${all.length - 14} more`),
        betweenNames.length > 0 && html('p', { class: 'aside' }, `Between sides: ${betweenNames.join(', ')}`));
    })));
}

/** @param {State} state @param {Model} model @param {ActorLink} actor */
function brokers(state, model, actor) {
  const found = (state.drawn?.brokers ?? []).filter((one) => model.linesByActor.has(one.actor)).slice(0, SHOWN);
  if (found.length === 0) return null;
  return html('section', { class: 'whole' }, html('h3', {}, 'Who links the sides'),
    html('ul', {}, found.map(({ actor: id, sides }) => html('li', {}, actor(id),
      html('span', { class: 'aside' }, sides.length ? ` friendly with both ${actorName(model, sides[0][0])} and ${actorName(model, sides[0][1])}${sides.length > 1 ? ` and ${plural(sides.length - 1, 'more rival pair')}` : ''}` : ' has friends in several blocs')))));
}
