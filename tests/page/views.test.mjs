// Every view shows the same lines, can be reached and used by keys, and follows one selection.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, openView, placeOnScreen, settle, showProject, singleFile, startBrowser, state } from './browser.mjs';
import { annotatedProject } from './fixtures/annotated.mjs';

let browser, page, errors;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

async function fresh(settings) {
  await page?.context().close();
  ({ page, errors } = await openPage(browser, singleFile, settings));
  await showProject(page, annotatedProject());
}

test('the table has the rows of the picture', async () => {
  await fresh();
  const drawn = await page.locator('.strokes path').evaluateAll((paths) => [...new Set(paths.filter((path) => path.checkVisibility()).map((path) => path.dataset.line))].sort());
  await openView(page, 'table');
  const rows = await page.locator('table.ties tbody tr').evaluateAll((all) => all.map((row) => row.dataset.line).sort());
  assert.ok(rows.length > 30);
  assert.deepEqual(rows, drawn);
  await page.locator('[data-filter=signs][value="-"]').uncheck();
  await settle(page);
  const friendly = await page.locator('table.ties tbody tr').evaluateAll((all) => all.map((row) => row.dataset.line).sort());
  assert.deepEqual(friendly, rows.filter((key) => !key.endsWith('|-')));
  await openView(page, 'map');
  const redrawn = await page.locator('.graph-frame:visible .strokes path').evaluateAll((paths) => [...new Set(paths.map((path) => path.dataset.line))].sort());
  assert.deepEqual(redrawn, friendly);
});

test('the table sorts by each column', async () => {
  await fresh();
  await openView(page, 'table');
  const column = (at) => page.locator(`table.ties tbody tr > :nth-child(${at + 1})`).allTextContents();
  const counts = (await column(3)).map(Number);
  assert.deepEqual(counts, [...counts].sort((a, b) => b - a), 'most claims first');
  await page.getByRole('button', { name: 'Actor', exact: true }).click();
  const names = await column(0);
  assert.deepEqual(names, [...names].sort());
  assert.equal(await page.locator('th[aria-sort]').getAttribute('aria-sort'), 'ascending');
});

test('contested ties are found, drawn in two colours and offered first', async () => {
  await fresh();
  assert.deepEqual(await state(page, (controller) => controller.model.contestedPairs), ['CHN|RUS']);
  assert.equal(await page.locator('.graph-frame:visible .strokes path.contested').count(), 2);
  assert.equal(await page.locator('.graph-frame:visible .badge.contested text').textContent(), '?');
  await page.locator('.contested-first .link').click();
  await page.locator('.disagreement').waitFor();
  const sides = await page.locator('.disagreement .sides > div').allInnerTexts();
  assert.match(sides[0], /united front/);
  assert.match(sides[1], /no axis/);
});

test('by keys alone: every view, an actor, its ties, the sentences', async () => {
  await fresh();
  await page.locator('.tabs [data-view=map]').focus();
  const visited = new Set();
  for (let n = 0; n < 6; n++) {
    await page.keyboard.press('Enter');
    await settle(page);
    visited.add(await state(page, (controller) => controller.state.view));
    await page.keyboard.press('Tab');
  }
  assert.deepEqual([...visited].sort(), ['comparison', 'map', 'matrix', 'network', 'table', 'timeline']);

  for (const view of ['map', 'network']) {
    await openView(page, view);
    await page.locator(`.graph-frame:visible svg.graph`).focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await page.locator('.live').textContent(), /: \d+ (friendly|hostile)/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press(']');
    assert.match(await page.locator('.live').textContent(), / and .+: (friendly|hostile|neutral), \d+ claim/);
    await page.keyboard.press('Enter');
    await page.locator('.panel .quotation').first().waitFor();
    assert.equal(await state(page, (controller) => controller.state.selection.type), 'tie');
    await page.keyboard.press('Escape');
  }

  await openView(page, 'matrix');
  await page.locator('svg.matrix').focus();
  for (let n = 0; n < 40 && !(await state(page, (controller) => controller.state.selection)); n++) {
    await page.keyboard.press(n % 12 === 11 ? 'ArrowDown' : n % 24 < 12 ? 'ArrowRight' : 'ArrowLeft');
    await page.keyboard.press('Enter');
  }
  assert.equal(await state(page, (controller) => controller.state.selection?.type), 'tie');
  await page.keyboard.press('Escape');

  await openView(page, 'timeline');
  await page.locator('.timeline-rows button').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await state(page, (controller) => controller.state.selection?.type), 'tie');
});

test('hovering shows an actor’s ties; a double click keeps its neighbourhood', async () => {
  await fresh();
  const spot = await placeOnScreen(page, 'VNM');
  await page.mouse.move(spot.x, spot.y);
  await settle(page);
  const lit = await page.locator('.graph-frame:visible .strokes .lit').evaluateAll((paths) => paths.map((path) => path.dataset.line).sort());
  assert.deepEqual(lit, ['CHN|VNM|-', 'RUS|VNM|+']);
  await page.mouse.dblclick(spot.x, spot.y);
  await settle(page);
  assert.deepEqual(await state(page, (controller) => [...controller.model.linesByActor.keys()].sort()), ['CHN', 'RUS', 'VNM']);
  await page.getByRole('button', { name: 'Show everyone', exact: true }).click();
  assert.ok((await state(page, (controller) => controller.model.linesByActor.size)) > 15);
});

test('search finds an actor by the words of the articles and by every name of the tables', async () => {
  await fresh();
  await page.getByRole('combobox').fill('kreml');
  await page.locator('.search li', { hasText: 'Russia' }).waitFor();
  await page.getByRole('combobox').fill('persia');
  await page.locator('.search li', { hasText: 'Iran' }).waitFor();
  await page.getByRole('combobox').fill('atlantis');
  assert.equal(await page.locator('.search li').count(), 0);
  await page.getByRole('combobox').fill('washing');
  await page.keyboard.press('Enter');
  assert.deepEqual(await state(page, (controller) => controller.state.selection), { type: 'actor', id: 'USA' });
  assert.match(await page.locator('.panel-title').textContent(), /United States/);
});

test('an organisation is outlined with its members: rings on the map, a hull in the network', async () => {
  await fresh();
  await page.locator('.groups-list input').first().check();
  await settle(page);
  assert.equal(await page.locator('.graph-frame:visible .ring').count(), 4);
  await openView(page, 'network');
  assert.equal(await page.locator('.graph-frame:visible .hull').count(), 1);
});

test('triangles: which hold together, which are strained, with a sentence for each side', async () => {
  await fresh();
  const section = page.locator('.whole', { has: page.getByRole('heading', { name: 'Triangles' }) });
  const { balanced, strained } = await state(page, (controller) => controller.state.drawn.balance);
  assert.match(await section.locator('p').first().textContent(), new RegExp(`^${balanced} triangles? .* ${strained} (is|are) strained`));
  assert.equal(await section.locator('> .triads > li').count(), Math.min(6, strained));
  await section.locator('.triads summary').first().click();
  // What a fold holds is made when the browser says that it was opened, a moment later.
  await section.locator('.triads details[open] .quote').first().waitFor();
  assert.equal(await section.locator('.triads details[open] .quote').count(), 3);
  await section.locator('> details > summary').last().click();
  await section.locator('> details[open] > .triads > li').first().waitFor();
  assert.equal(await section.locator('> details[open] > .triads > li').count(), Math.min(60, balanced));
});

test('the timeline dates what has a year and keeps the rest in sight', async () => {
  await fresh();
  await openView(page, 'timeline');
  const [dated, undated] = await Promise.all([page.locator('.strip .when').count(), page.locator('.undated .when').count()]);
  const claims = await state(page, (controller) => controller.model.claims.length);
  assert.equal(dated + undated, claims);
  assert.ok(dated > 10 && undated > 10);
});

test('two articles side by side: disputed, shared, single', async () => {
  await fresh();
  await openView(page, 'comparison');
  await page.locator('.compare-section').first().waitFor();
  const titles = await page.locator('.compare-section h2').allTextContents();
  assert.match(titles[0], /disagree on 1 point/);
  assert.match(titles[2], /Only “After the talks/);
  assert.equal(await page.locator('.compared-tie[open] .quote').count(), 2);
  await page.getByRole('button', { name: 'On the map' }).click();
  await settle(page);
  const letters = await page.locator('.graph-frame:visible .badge text').allTextContents();
  assert.ok(letters.includes('?') && letters.includes('A') && letters.includes('B'), letters.join());
  assert.equal(await state(page, (controller) => new Set(controller.model.claims.map((claim) => claim.document)).size), 2);
  await openView(page, 'matrix');
  assert.match(await page.locator('.matrix-note').textContent(), /Above the diagonal/);
});

test('certainty, kind and status filters', async () => {
  await fresh();
  const count = () => state(page, (controller) => controller.model.claims.length);
  const all = await count();
  await page.locator('.filters input[type=range]').fill('80');
  assert.equal(await count(), all - 2, 'the two possible claims are less sure');
  await page.getByRole('region', { name: 'Filters' }).getByRole('button', { name: 'Show everything' }).click();
  assert.equal(await count(), all);
  await page.locator('[data-filter=kinds][value=alliance]').uncheck();
  assert.equal(await count(), all - 6);
  await page.locator('[data-filter=statuses][value=ended]').uncheck();
  assert.equal(await count(), all - 7);
});

test('the whole article, with its claims in the margin', async () => {
  await fresh();
  await page.locator('.document-title').first().click();
  assert.equal(await page.locator('.sentence').count(), 8);
  assert.equal(await page.locator('.margin .glyph').count(), 8);
  await page.locator('.margin .glyph').first().click();
  assert.deepEqual(await state(page, (controller) => controller.state.selection), { type: 'tie', a: 'CHN', b: 'RUS' });
  await page.getByRole('button', { name: 'Back' }).click();
  assert.equal(await page.locator('.sentence').count(), 8);
});

test('on a phone: one view at a time, evidence in a sheet, targets of 44 pixels, nothing wider than the screen', async () => {
  await fresh({ viewport: { width: 390, height: 844 }, hasTouch: true });
  assert.equal(await page.locator('.panel').isVisible(), false);
  const spot = await placeOnScreen(page, 'VEN');
  await page.touchscreen.tap(spot.x, spot.y);
  await page.locator('.panel-title').waitFor();
  assert.equal(await page.locator('.panel-title').textContent(), 'Venezuela');
  for (const view of ['map', 'network', 'matrix', 'timeline', 'table', 'comparison']) {
    await page.evaluate((name) => document.querySelector('alliance-map').setAttribute('view', name), view);
    await settle(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, view);
    const small = await page.locator('.tabs button:visible, .phone-bar button:visible, .zoom-controls button:visible, .top button:visible').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.textContent));
    assert.deepEqual(small, [], view);
  }
  assert.deepEqual(errors, []);
});
