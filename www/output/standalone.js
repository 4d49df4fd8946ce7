// This very map as one file that opens anywhere: the whole page with the project in it.

/** @import {Project} from '../types.d.ts' */
import { wholePageSource } from '../core/assets.js';

/** @param {Project} project @param {string} title @returns {Promise<string>} */
export async function standaloneHtml(project, title) {
  const page = await wholePageSource();
  const map = page.querySelector('alliance-map');
  const script = page.getElementById('alliance-map-script');
  if (!map || !script) throw new Error('the page that should carry the map has no <alliance-map>');
  page.getElementById('alliance-map-project')?.remove();
  page.title = title;
  for (const name of ['style', 'theme', 'src']) map.removeAttribute(name);
  map.setAttribute('view', project.view ?? 'map');
  map.setAttribute('readonly', '');
  const data = page.createElement('script');
  data.type = 'application/json';
  data.id = 'alliance-map-project';
  // Nothing in an article may end the element early.
  data.textContent = JSON.stringify(project).replaceAll('<', '\\u003c');
  script.before(data);
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}
