// The licences of everything from others that ships inside pkg/: crates in the core, npm packages in the page.
//
//   node scripts/notices.mjs > pkg/NOTICES.txt

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ name: string, licence: string, folder: string }} Package */

/** Crates that are linked into the core; what only runs while building is left out. @returns {Package[]} */
function crates() {
  const words = ['metadata', '--format-version=1', '--locked', '--filter-platform=wasm32-unknown-unknown'];
  const { packages, resolve } = JSON.parse(execFileSync('cargo', words, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }));
  const byId = new Map(packages.map((/** @type {any} */ found) => [found.id, found]));
  const nodes = new Map(resolve.nodes.map((/** @type {any} */ node) => [node.id, node]));
  const isMacro = (/** @type {string} */ id) => byId.get(id).targets.some((/** @type {any} */ target) => target.kind.includes('proc-macro'));
  const linked = new Set([resolve.root]);
  for (const id of linked) {
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      if (kinds.some((/** @type {any} */ { kind }) => kind === null) && !isMacro(pkg)) linked.add(pkg);
    }
  }
  linked.delete(resolve.root);
  return [...linked].map((id) => byId.get(id)).map(({ name, version, license, manifest_path }) => (
    { name: `${name} ${version} (crate)`, licence: license, folder: dirname(manifest_path) }));
}

/** Packages that the page is bundled from. @returns {Package[]} */
function npmPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev).map(([path, { version, license }]) => (
    { name: `${path.replace('node_modules/', '')} ${version} (npm)`, licence: license, folder: join(root, path) }));
}

/** The text of a package's licence, the shortest where it lets choose; its name alone where no file came with it. @param {Package} found */
function licenceText({ licence, folder }) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^(licen[sc]e|copying|unlicense)/i.test(name)) : [];
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8').trim());
  return texts.sort((one, other) => one.length - other.length)[0] ?? `${licence} (the package came without the licence's text)`;
}

/** @type {Map<string, string[]>} */
const byText = new Map();
for (const found of [...crates(), ...npmPackages()].sort((one, other) => (one.name < other.name ? -1 : 1))) {
  const text = licenceText(found);
  byText.set(text, [...(byText.get(text) ?? []), `${found.name}, ${found.licence}`]);
}
console.log(`Alliance Map is under the MIT licence or the Apache licence 2.0, as you choose.

Its model for tags and arcs is made from the UD English Web Treebank (Silveira et al. 2014, "A Gold Standard Dependency Corpus
for English", LREC) and is under CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/. Names and facts of countries come
from the CIA World Factbook (public domain), cldr-localenames-full (Unicode-3.0), countries-list, i18n-iso-countries and
i18n-nationality (MIT). Further parts and their licences:`);
for (const [text, names] of byText) console.log(`\n${'-'.repeat(100)}\n${names.join('\n')}\n\n${text}`);
