// The served page: hands the samples to its map.

/** @import {AllianceMapElement} from './alliance-map-element.js' */

const map = /** @type {AllianceMapElement | null} */ (document.querySelector('alliance-map'));
const folder = new URL('samples/', import.meta.url);
const response = await fetch(new URL('index.json', folder));
if (map && response.ok) {
  const index = /** @type {{ file: string }[]} */ (await response.json());
  map.samples = await Promise.all(
    index.map(async (sample) => /** @type {any} */ ({ ...sample, text: await (await fetch(new URL(sample.file, folder))).text() })),
  );
}
