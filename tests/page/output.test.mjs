// Everything that leaves the page: pictures, tables, graphs, project, report, this very map as a page, links, storage.

import assert from 'node:assert/strict';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openPage, openView, settle, showProject, singleFile, startBrowser, state } from './browser.mjs';
import { annotatedProject } from './fixtures/annotated.mjs';

let browser, page, folder;
before(async () => {
  browser = await startBrowser();
  folder = await mkdtemp(join(tmpdir(), 'alliance-map-'));
  ({ page } = await openPage(browser, singleFile));
  await showProject(page, annotatedProject());
});
after(() => browser.close());

async function save(name) {
  await page.evaluate(() => document.querySelector('alliance-map').workspace.save.open());
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.save-file', { has: page.locator('b', { hasText: new RegExp(`^${name}$`) }) }).click()]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  await page.locator('dialog').getByRole('button', { name: 'Close' }).click();
  return path;
}

test('SVG: lines, names, legend and credit, without any style sheet', async () => {
  const text = await readFile(await save('SVG'), 'utf8');
  for (const words of ['North Korea', 'contested', 'width: number of claims', 'Natural Earth', 'stroke-dasharray']) assert.ok(text.includes(words), words);
  assert.ok(!/class="|<style|var\(/.test(text), 'nothing hangs on a style sheet');
  const lines = (text.match(/data-line=/g) ?? []).length;
  assert.ok(lines >= 37, `${lines} strokes and glyphs`);
  assert.ok(/rgb\(0, 114, 178\)/.test(text) && /rgb\(213, 94, 0\)/.test(text));
});

test('PNG: a picture of the network, twice as fine as the screen', async () => {
  await openView(page, 'network');
  const bytes = await readFile(await save('PNG'));
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  assert.ok(bytes.readUInt32BE(16) >= 1400 && bytes.length > 40_000);
  await openView(page, 'map');
});

test('CSV of claims and of ties', async () => {
  const claims = (await readFile(await save('Claims'), 'utf8')).trim().split('\n');
  assert.equal(claims.length, 45);
  assert.match(claims[0], /document/);
  const ties = (await readFile(await save('Ties'), 'utf8')).trim().split('\n');
  assert.equal(ties.length, 35);
});

test('GEXF 1.3 and GraphML with what is shown', async () => {
  const gexf = await readFile(await save('GEXF'), 'utf8');
  assert.match(gexf, /<gexf[^>]+version="1\.3"/);
  const count = (text) => page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    return [parsed.querySelectorAll('parsererror').length, parsed.querySelectorAll('node').length, parsed.querySelectorAll('edge').length];
  }, text);
  const [broken, nodes, edges] = await count(gexf);
  assert.equal(broken, 0);
  assert.ok(nodes >= 21 && edges >= 34, `${nodes} nodes, ${edges} edges`);
  assert.equal((await count(await readFile(await save('GraphML'), 'utf8')))[0], 0);
  await page.locator('[data-filter=signs][value="-"]').uncheck();
  assert.ok((await count(await readFile(await save('GEXF'), 'utf8')))[2] < edges, 'filters hold for files too');
  await page.locator('[data-filter=signs][value="-"]').check();
});

test('the report quotes every claim and cannot be broken by an article', async () => {
  const text = await readFile(await save('Report'), 'utf8');
  assert.ok(text.includes('are allies in all but name') && text.includes('There is no axis'));
  assert.equal((text.match(/<blockquote>/g) ?? []).length, 44 + 4, 'contested ones stand twice');
  assert.ok(!text.includes('<script'));
});

test('the project opens again with its corrections', async () => {
  await page.evaluate(() => document.querySelector('alliance-map').controller.correct({ type: 'hide', actor: 'SGP' }));
  const project = JSON.parse(await readFile(await save('Project'), 'utf8'));
  assert.equal(project.documents.length, 5);
  assert.deepEqual(project.corrections, [{ type: 'hide', actor: 'SGP' }]);
  await page.evaluate(() => document.querySelector('alliance-map').controller.undo());
  const other = await openPage(browser, singleFile);
  await other.page.locator('input[type=file]').setInputFiles({ name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(project)) });
  await other.page.waitForFunction(() => document.querySelector('alliance-map').controller.state.analysis?.documents.length === 5);
  assert.equal(await state(other.page, (controller) => controller.state.corrections.length), 1);
  await other.page.context().close();
});

test('this very map as a page: opens from disk, offline, with its articles', async () => {
  const opened = await openPage(browser, singleFile);
  await opened.page.locator('.sample').nth(1).click();
  await opened.page.waitForFunction(() => document.querySelector('alliance-map').controller.state.analysis);
  await opened.page.evaluate(() => document.querySelector('alliance-map').workspace.save.open());
  const [file] = await Promise.all([opened.page.waitForEvent('download'), opened.page.locator('.save-file', { hasText: 'This map as a page' }).click()]);
  const path = join(folder, 'page.html');
  await file.saveAs(path);
  const sentences = await state(opened.page, (controller) => controller.state.analysis.documents[0].sentences.length);
  await opened.page.context().close();
  const copy = await openPage(browser, pathToFileURL(path).href);
  await copy.page.waitForFunction(() => document.querySelector('alliance-map').controller.state.analysis);
  assert.equal(await state(copy.page, (controller) => controller.state.analysis.documents[0].sentences.length), sentences);
  assert.equal(await copy.page.locator('.left').isVisible(), false, 'a saved map is for reading');
  assert.equal(copy.requests.length, 1);
  assert.deepEqual(copy.errors, []);
  await copy.page.context().close();
});

test('a link carries the map without the articles’ text, unless asked for', async () => {
  const link = async () => {
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.waitForFunction(() => document.querySelector('alliance-map').shadowRoot.querySelector('dialog input[readonly]').value.includes('#1'));
    return page.locator('dialog input[readonly]').inputValue();
  };
  await page.evaluate(() => document.querySelector('alliance-map').workspace.save.open());
  const bare = await link();
  await page.locator('dialog .small input').check();
  await page.locator('dialog input[readonly]').evaluate((box) => (box.value = ''));
  const full = await link();
  await page.locator('dialog').getByRole('button', { name: 'Close' }).click();
  const lines = await state(page, (controller) => controller.model.lines.map((line) => line.key).sort());

  const other = await openPage(browser, bare);
  await other.page.waitForFunction(() => document.querySelector('alliance-map').controller.state.drawn);
  assert.deepEqual(await state(other.page, (controller) => controller.model.lines.map((line) => line.key).sort()), lines);
  assert.ok(!(await other.page.evaluate(() => JSON.stringify(document.querySelector('alliance-map').controller.state))).includes('whatever the headlines say'));
  await other.page.evaluate(() => document.querySelector('alliance-map').controller.select({ type: 'tie', a: 'CHN', b: 'RUS' }));
  assert.match(await other.page.locator('.quote').first().textContent(), /without the articles’ text/);
  await other.page.context().close();

  const whole = await openPage(browser, full);
  await whole.page.waitForFunction(() => document.querySelector('alliance-map').controller.state.analysis);
  assert.ok((await state(whole.page, (controller) => controller.state.documents.map((document) => document.text).join(' '))).includes('whatever the headlines say'));
  await whole.page.context().close();

  const broken = await openPage(browser, `${bare.slice(0, bare.length / 2)}`);
  await broken.page.locator('.notice', { hasText: 'damaged' }).waitFor();
  await broken.page.context().close();
});

test('nothing is kept unless asked for; what was asked for is forgotten on request', async () => {
  const context = await browser.newContext();
  const visit = async () => {
    const visitor = await context.newPage();
    await visitor.goto(singleFile);
    await visitor.waitForFunction(() => document.querySelector('alliance-map')?.controller);
    return visitor;
  };
  let visitor = await visit();
  await visitor.locator('.sample').nth(1).click();
  await visitor.locator('.document').waitFor();
  assert.equal(await visitor.evaluate(() => localStorage.length), 0);
  await visitor.evaluate(() => document.querySelector('alliance-map').workspace.save.open());
  await visitor.getByLabel('Keep this map in this browser').check();
  assert.equal(await visitor.evaluate(() => localStorage.length), 1);
  await visitor.close();
  visitor = await visit();
  await visitor.locator('.document').waitFor();
  await visitor.evaluate(() => document.querySelector('alliance-map').workspace.save.open());
  await visitor.getByRole('button', { name: 'Forget everything' }).click();
  await visitor.locator('.welcome.first').waitFor();
  await settle(visitor);
  assert.equal(await visitor.evaluate(() => localStorage.length), 0);
  await context.close();
});
