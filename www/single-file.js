// The whole page in one file: everything is taken from the page itself, nothing is fetched.

import { AllianceMapElement } from './alliance-map-element.js';
import { jsonFromPage, takeFromPage } from './core/assets.js';

takeFromPage();
customElements.define('alliance-map', AllianceMapElement);
for (const map of document.querySelectorAll('alliance-map')) {
  if (!(map instanceof AllianceMapElement)) continue;
  map.samples = jsonFromPage('alliance-map-samples') ?? [];
  const project = jsonFromPage('alliance-map-project');
  if (project) map.project = project;
}
