// The ratchet: measured figures may not be worse than those in tests/scores.txt. After a change that is meant, `make scores`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findRegressions, formatScores, parseScores } from '../../scripts/score-lines.mjs';
import { measureClaims, measureSizes, measureSyntax } from '../../scripts/scores.mjs';

const text = readFileSync(new URL('../scores.txt', import.meta.url), 'utf8');
const committed = parseScores(text);

/** @param {string} family @param {Map<string, number> | null} measured @param {import('node:test').TestContext} context */
function compare(family, measured, context) {
  if (!measured) return void context.diagnostic(`no annotated texts beside the project: ${family} is not measured here`);
  const expected = new Map([...committed].filter(([name]) => name.startsWith(`${family}.`)));
  const better = [...measured].filter(([name, value]) => family !== 'size' && value > (expected.get(name) ?? value));
  if (better.length > 0) context.diagnostic(`better than tests/scores.txt: ${better.map(([name, value]) => `${name} ${value}`).join(', ')}`);
  assert.deepEqual(findRegressions(expected, measured), [], 'if this is meant, write the new figures with `make scores`');
}

test('claims are read no worse than before', (context) => compare('claims', measureClaims(), context));
test('sentences are parsed no worse than before', (context) => compare('syntax', measureSyntax(), context));
test('nothing that is downloaded has grown', (context) => compare('size', measureSizes(), context));

test('the score file is sorted, complete and in the form that is written', () => {
  assert.equal(formatScores(committed), text);
  for (const family of ['claims', 'syntax', 'size', 'speed']) {
    assert.ok([...committed.keys()].some((name) => name.startsWith(`${family}.`)), `${family} figures are missing`);
  }
});

test('a fall, a growth, a new figure and a lost one are told; gains, speeds and precision for recall are not', () => {
  const before = new Map([['claims.x', 0.5], ['claims.y.p', 0.5], ['claims.y.f1', 0.5], ['size.x', 1000], ['size.y', 1000], ['speed.x', 9], ['syntax.x', 90]]);
  const after = new Map([['claims.x', 0.499], ['claims.y.p', 0.4], ['claims.y.f1', 0.6], ['size.x', 1006], ['size.y', 900], ['speed.x', 1], ['syntax.y', 90]]);
  assert.deepEqual(findRegressions(before, after), [
    'claims.x fell from 0.5 to 0.499',
    'size.x grew from 1000 to 1006',
    'syntax.x is no longer measured',
    'syntax.y is not in tests/scores.txt',
  ]);
});

test('a malformed line is named', () => {
  assert.throws(() => parseScores('claims.x 0.5\nclaims.y half\n'), /line 2: expected "name value", got "claims\.y half"/);
});
