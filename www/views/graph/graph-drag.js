// A point of the network is taken by mouse, pen or finger and put elsewhere; the panel has buttons that do the same.

/** @import {GraphView} from './graph-view.js' */

/** Pixels before a press counts as a drag. */
const SLACK = 5;

/** @param {GraphView} graph */
export function listenToDrags(graph) {
  const surface = graph.svgNode;
  /** @type {{ id: string, pointer: number, fromX: number, fromY: number, moved: boolean } | null} */
  let held = null;
  const spot = (/** @type {PointerEvent} */ event) => {
    const box = surface.getBoundingClientRect();
    return /** @type {const} */ ([event.clientX - box.left, event.clientY - box.top]);
  };
  surface.addEventListener('pointerdown', (event) => {
    // Inside an article a finger belongs to the page's scroll.
    if (event.button || !graph.stage.movable || !event.isPrimary || (event.pointerType === 'touch' && !graph.controller.wholePage())) return;
    const found = graph.whatIsAt(...spot(event), event.pointerType === 'touch' ? 22 : 9);
    if (!found || !('actor' in found)) return;
    held = { id: found.actor, pointer: event.pointerId, fromX: event.clientX, fromY: event.clientY, moved: false };
    graph.dragging = true;
  });
  surface.addEventListener('pointermove', (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    if (!held.moved && Math.hypot(event.clientX - held.fromX, event.clientY - held.fromY) < SLACK) return;
    if (!held.moved) surface.setPointerCapture(held.pointer);
    held.moved = true;
    graph.drag(held.id, ...spot(event), false);
  });
  const release = (/** @type {PointerEvent} */ event) => {
    if (!held || event.pointerId !== held.pointer) return;
    const { id, moved } = held;
    held = null;
    graph.dragging = false;
    if (!moved) return;
    graph.dragEnded = event.timeStamp;
    if (event.type === 'pointercancel') graph.redraw();
    else graph.drag(id, ...spot(event), true);
  };
  surface.addEventListener('pointerup', release);
  surface.addEventListener('pointercancel', release);
}
