// Finds an actor by its name, code or any other name that the articles or the core's tables have for it.

/** @import {Controller} from '../controller.js' */
import { html } from '../dom.js';
import { findActors } from '../model/describe.js';

let serial = 0;

/** @param {Controller} controller */
export function searchView(controller) {
  const listId = `am-found-${++serial}`;
  const list = html('ul', { id: listId, role: 'listbox', 'aria-label': 'Actors found', hidden: true });
  const box = html('input', { type: 'search', placeholder: 'Find an actor', 'aria-label': 'Find an actor', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': listId, autocomplete: 'off' });
  /** @type {ReturnType<typeof findActors>} */ let found = [];
  let at = 0;
  /** What the tables call the actors of the map. @type {{ actors: import('../types.d.ts').Model['linesByActor'] | null, names: Map<string, string[]> }} */
  let known = { actors: null, names: new Map() };
  const learn = async () => {
    const { linesByActor } = controller.model;
    if (known.actors === linesByActor) return;
    known = { ...known, actors: linesByActor };
    const ids = [...linesByActor.keys()];
    const names = await controller.drawing.namesOf(ids);
    known = { ...known, names: new Map(ids.map((id, place) => [id, names[place] ?? []])) };
    if (box.value) look();
  };
  const close = () => {
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  /** @param {number} index */
  const choose = (index) => {
    if (!found[index]) return;
    controller.select({ type: 'actor', id: found[index].id });
    box.value = '';
    close();
  };
  const draw = () => {
    list.replaceChildren(...found.map(({ name, alias }, index) =>
      html('li', { id: `${listId}-${index}`, role: 'option', 'aria-selected': String(index === at), onmousedown: (/** @type {Event} */ event) => { event.preventDefault(); choose(index); } }, name, alias && html('span', { class: 'aside' }, ` ${alias}`))));
    list.hidden = found.length === 0;
    box.setAttribute('aria-expanded', String(found.length > 0));
    if (found.length) box.setAttribute('aria-activedescendant', `${listId}-${at}`);
  };
  const look = () => {
    found = findActors(controller.model, box.value, known.names).slice(0, 12);
    at = 0;
    draw();
  };
  box.addEventListener('focus', learn);
  box.addEventListener('input', () => {
    learn();
    look();
    if (box.value.trim()) controller.announce(found.length ? `${found.length} found` : 'Nobody of that name on the map');
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') choose(at);
    else if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      at = (at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length);
      draw();
      event.preventDefault();
    }
  });
  box.addEventListener('blur', close);
  return html('div', { class: 'search' }, box, list);
}
