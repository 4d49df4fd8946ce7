// Stands in for d3-transition and d3-interpolate where d3-zoom asks for them: nothing here moves by itself.

import { selection } from 'd3-selection';

Object.assign(selection.prototype, {
  /** @this {unknown} */
  interrupt() {
    return this;
  },
});

export const interrupt = () => undefined;

/** Asked for when a zoom is made, called only by a transition. */
export const interpolateZoom = () => undefined;
