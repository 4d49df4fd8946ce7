// Measures today's figures and prints them, one `name value` a line, sorted: what tests/scores.txt holds.
//
//   node scripts/scores.mjs

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { measureSpeeds } from './bench.mjs';
import { formatScores, parseScores } from './score-lines.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {Map<string, number>} Scores */

/** Claims against the annotated texts; null where these are not there. @returns {Scores | null} */
export function measureClaims() {
  const gold = join(root, '../shared/gold/dev');
  if (!existsSync(gold)) return null;
  const levels = JSON.parse(run('scripts/score', [gold, '--json']));
  const scores = new Map([['claims.dev.direction', levels.direction]]);
  for (const level of ['dyad', 'sign', 'kind', 'status', 'doc-sign']) {
    for (const figure of ['p', 'r', 'f1']) scores.set(`claims.dev.${level}.${figure}`, levels[level][figure]);
  }
  return new Map([...scores].map(([name, value]) => [name, Number(value.toFixed(3))]));
}

/** Tags and arcs against the treebanks; null where these are not there. @returns {Scores | null} */
export function measureSyntax() {
  if (!existsSync(join(root, '../shared/treebank'))) return null;
  const lines = run('cargo', ['run', '--quiet', '--release', '--features', 'training', '--bin', 'evaluate-syntax']);
  const rows = lines.split('\n').filter((line) => line.startsWith('syntax.'));
  return new Map(rows.map((line) => /** @type {[string, number]} */ ([line.split(' ')[0], Number(line.split(' ')[1])])));
}

/** What a reader downloads, in bytes; `.gz` as gzip packs it. @returns {Scores} */
export function measureSizes() {
  const read = (/** @type {string} */ name) => readFileSync(join(root, 'pkg', name));
  const packed = (/** @type {string} */ name) => gzipSync(read(name), { level: 9 }).length;
  return new Map([
    ['size.basemap.gz', packed('base-map.json')],
    ['size.page.js.gz', packed('alliance-map-element.js')],
    ['size.single-file', read('alliance-map.html').length],
    ['size.wasm.gz', packed('alliance_map_bg.wasm')],
  ]);
}

/** @param {string} program @param {string[]} words */
function run(program, words) {
  return execFileSync(program, words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const committed = parseScores(readFileSync(join(root, 'tests/scores.txt'), 'utf8'));
  const kept = (/** @type {string} */ family, /** @type {string} */ folder) => {
    console.error(`scores: there is no ${folder}; what tests/scores.txt says of ${family} stays`);
    return [...committed].filter(([name]) => name.startsWith(`${family}.`));
  };
  const claims = measureClaims() ?? kept('claims', '../shared/gold/dev');
  const syntax = measureSyntax() ?? kept('syntax', '../shared/treebank');
  process.stdout.write(formatScores(new Map([...claims, ...syntax, ...measureSizes(), ...(await measureSpeeds())])));
}
