// Reading speed of the wasm in pkg/ under Node, one thread, first pass over the text, beside wink-nlp with its lite model
// (which only tags) and compromise, on the same text in the same run. The text is public-domain prose where that lies beside
// the project, else the samples.
//
//   node scripts/bench.mjs [--quick]

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import * as core from '../pkg/alliance_map.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns {Promise<Map<string, number>>} */
export async function measureSpeeds(characters = 2_000_000) {
  const bytes = readFileSync(join(root, 'pkg/alliance_map_bg.wasm'));
  const startUp = seconds(() => {
    core.initSync({ module: bytes });
    core.analyse([{ id: 'first', text: 'France and Spain are allies.' }]);
  });

  const documents = readDocuments(characters);
  const ours = seconds(() => core.analyse(documents));
  // Sentences, tokens, tags, lemmas and arcs alone.
  const parser = seconds(() => documents.forEach(({ text }) => core.conllu(text)));
  const wink = winkNLP(model, ['sbd', 'pos']);
  // Its first pass as well: on a text that it has seen wink-nlp takes words from its cache.
  let tokens = 0;
  const winks = seconds(() => documents.forEach(({ text }) => (tokens += wink.readDoc(text).tokens().out(wink.its.pos).length)));
  const others = seconds(() => documents.forEach(({ text }) => compromise(text)));
  const article = documents.map(({ text }) => text).join('\n').slice(0, 10_000);
  const tenKilobytes = seconds(() => core.analyse([{ id: 'article', text: article }]));
  return new Map([
    ['speed.analyse.tokens_per_s', Math.round(tokens / ours)],
    ['speed.article-10kb.ms', Number((1000 * tenKilobytes).toFixed(1))],
    ['speed.compromise.tokens_per_s', Math.round(tokens / others)],
    ['speed.start-up.ms', Number((1000 * startUp).toFixed(1))],
    ['speed.text-syntax.tokens_per_s', Math.round(tokens / parser)],
    ['speed.wink-nlp.tokens_per_s', Math.round(tokens / winks)],
  ]);
}

/** About as many characters as asked for, in articles of about ten thousand. @param {number} characters */
function readDocuments(characters) {
  const prose = join(root, '../shared/data/prose.txt.gz');
  const samples = join(root, 'www/samples');
  const text = existsSync(prose)
    ? gunzipSync(readFileSync(prose)).toString('utf8')
    : readdirSync(samples).filter((name) => /\.(txt|md)$/.test(name)).map((name) => readFileSync(join(samples, name), 'utf8')).join('\n');
  const documents = [{ id: '0', text: '' }];
  for (const paragraph of text.slice(0, characters).split('\n')) {
    let last = documents[documents.length - 1];
    if (last.text.length > 10_000) documents.push((last = { id: String(documents.length), text: '' }));
    last.text += `${paragraph}\n\n`;
  }
  return documents;
}

/** @param {() => unknown} work */
function seconds(work) {
  const start = now();
  work();
  return now() - start;
}

/** Seconds that this thread has run, so that other programs on the machine do not count; the clock, where no system tells. */
function now() {
  const schedule = '/proc/self/schedstat';
  return existsSync(schedule) ? Number(readFileSync(schedule, 'utf8').split(' ')[0]) / 1e9 : performance.now() / 1000;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const speeds = await measureSpeeds(process.argv.includes('--quick') ? 200_000 : undefined);
  for (const [name, value] of speeds) console.log(`${name} ${value}`);
}
