// Registers <alliance-map>; its files are fetched from the folder that this module lies in.

import { AllianceMapElement } from './alliance-map-element.js';
import { fetchFrom } from './core/assets.js';

fetchFrom(new URL('.', import.meta.url));
if (!customElements.get('alliance-map')) customElements.define('alliance-map', AllianceMapElement);

export { AllianceMapElement };
