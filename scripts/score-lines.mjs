// Score files: `name value` lines to a table and back, and what is worse in one table than in another.

/** Growth of a size that different compilers and compressors explain. */
const SIZE_TOLERANCE = 0.005;

/** @param {string} text @returns {Map<string, number>} */
export function parseScores(text) {
  const scores = new Map();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const [, name, value] = /^(\S+) (\d+(?:\.\d+)?)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`line ${index + 1}: expected "name value", got ${JSON.stringify(line)}`);
    scores.set(name, Number(value));
  }
  return scores;
}

/** @param {Map<string, number>} scores */
export function formatScores(scores) {
  return [...scores].map(([name, value]) => `${name} ${value}\n`).sort().join('');
}

/**
 * Sentences on what got worse: accuracy that fell, a size that grew, a figure that came or went. Speeds are not compared, and
 * of the claims' accuracy precision and recall are not, because one may pay for the other: their mean, F1, is.
 * @param {Map<string, number>} committed @param {Map<string, number>} measured
 */
export function findRegressions(committed, measured) {
  const found = [];
  for (const [name, was] of committed) {
    const is = measured.get(name);
    if (is === undefined) found.push(`${name} is no longer measured`);
    else if (name.startsWith('size.') && is > was * (1 + SIZE_TOLERANCE)) found.push(`${name} grew from ${was} to ${is}`);
    else if (!/^(size|speed)\.|\.[pr]$/.test(name) && is < was) found.push(`${name} fell from ${was} to ${is}`);
  }
  for (const name of measured.keys()) if (!committed.has(name)) found.push(`${name} is not in tests/scores.txt`);
  return found;
}
