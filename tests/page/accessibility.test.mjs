// axe finds nothing in any view, light or dark, wide or narrow; and what axe cannot see: names, announcements, forced colours.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { openPage, openView, settle, showProject, singleFile, startBrowser, state } from './browser.mjs';
import { annotatedProject } from './fixtures/annotated.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const ALL = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** What differs between light and dark. */
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

async function violations(page, rules) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const { violations: found } = await page.evaluate((wanted) => globalThis.axe.run(wanted), rules);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(' ')}: ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ''}`));
}

const VIEWS = ['map', 'network', 'matrix', 'timeline', 'table', 'comparison'];
for (const [name, rules, settings, views] of [
  ['wide, light', ALL, {}, VIEWS],
  ['wide, dark', COLOURS, { colorScheme: 'dark' }, VIEWS],
  ['phone, light', ALL, { viewport: { width: 390, height: 844 }, hasTouch: true }, ['map', 'timeline']],
]) {
  test(`axe finds nothing: ${name}`, async () => {
    const { page } = await openPage(browser, singleFile, settings);
    assert.deepEqual(await violations(page, rules), [], 'first screen');
    await showProject(page, annotatedProject());
    for (const view of views) {
      await page.evaluate((wanted) => document.querySelector('alliance-map').setAttribute('view', wanted), view);
      await settle(page);
      if (view === 'comparison') await page.locator('.compare-section').first().waitFor();
      assert.deepEqual(await violations(page, rules), [], view);
    }
    for (const selection of [{ type: 'tie', a: 'CHN', b: 'RUS' }, { type: 'actor', id: 'USA' }, { type: 'document', id: 'b-noaxis' }]) {
      await page.evaluate((given) => document.querySelector('alliance-map').controller.select(given), selection);
      await settle(page);
      await page.locator('.panel details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
      await settle(page);
      assert.deepEqual(await violations(page, rules), [], selection.type);
    }
    await page.evaluate(() => document.querySelector('alliance-map').workspace.openSheet('articles'));
    await settle(page);
    assert.deepEqual(await violations(page, rules), [], 'articles and filters');
    await page.evaluate(() => document.querySelector('alliance-map').workspace.save.open());
    assert.deepEqual(await violations(page, rules), [], 'save and share');
    await page.context().close();
  });
}

test('the graph is one tab stop with a name, and says what is reached', async () => {
  const { page } = await openPage(browser, singleFile);
  await showProject(page, annotatedProject());
  const graph = page.locator('.graph-frame:visible svg.graph');
  assert.match(await graph.getAttribute('aria-label'), /21 actors, \d+ lines/);
  assert.equal(await graph.locator('[tabindex]').count(), 0);
  await page.evaluate(() => document.querySelector('alliance-map').controller.select({ type: 'actor', id: 'JPN' }));
  await settle(page);
  assert.equal(await page.locator('.live').textContent(), 'Japan: 2 friendly');
  await page.evaluate(() => document.querySelector('alliance-map').controller.select({ type: 'tie', a: 'CHN', b: 'RUS' }));
  await settle(page);
  assert.match(await page.locator('.live').textContent(), /^China and Russia: friendly, 4 claims, contested/);
  await page.context().close();
});

test('opening a tie by keyboard moves the keyboard into the panel; Escape leaves it', async () => {
  const { page } = await openPage(browser, singleFile);
  await showProject(page, annotatedProject());
  await openView(page, 'table');
  await page.locator('table.ties tbody button').first().focus();
  await page.keyboard.press('Enter');
  await settle(page);
  assert.equal(await page.evaluate(() => document.querySelector('alliance-map').shadowRoot.activeElement?.className), 'panel-title');
  await page.keyboard.press('Escape');
  assert.equal(await state(page, (controller) => controller.state.selection), null);
  await page.context().close();
});

test('with forced colours signs keep their glyphs and lines their strokes', async () => {
  const { page } = await openPage(browser, singleFile, { forcedColors: 'active' });
  await showProject(page, annotatedProject());
  const strokes = await page.locator('.graph-frame:visible .stroke').evaluateAll((all) => new Set(all.map((one) => getComputedStyle(one).stroke)).size);
  assert.ok(strokes >= 3);
  assert.ok((await page.locator('.graph-frame:visible .badge text').count()) > 10);
  await page.context().close();
});

test('nothing moves where less motion is wished for', async () => {
  const { page } = await openPage(browser, singleFile, { reducedMotion: 'reduce' });
  await showProject(page, annotatedProject());
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  const durations = await page.locator('button').evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).transitionDuration))]);
  assert.deepEqual(durations, ['0s']);
  await page.context().close();
});

test('on paper: summary, picture and legend, no controls', async () => {
  const { page } = await openPage(browser, singleFile);
  await showProject(page, annotatedProject());
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.summary', '.graph-frame svg.graph >> nth=0', '.legend']) assert.equal(await page.locator(part).first().isVisible(), true, part);
  for (const part of ['.left', '.tabs', '.zoom-controls', '.save-open']) assert.equal(await page.locator(part).first().isVisible(), false, part);
  await page.context().close();
});
