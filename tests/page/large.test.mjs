// Large maps: painted on a canvas, the strongest lines first, and a network whose points can be put elsewhere.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, openView, placeOnScreen, settle, showProject, singleFile, startBrowser, state } from './browser.mjs';
import { annotatedProject } from './fixtures/annotated.mjs';
import { syntheticProject } from './fixtures/synthetic.mjs';

let browser, page, errors;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

async function fresh(project, settings) {
  await page?.context().close();
  ({ page, errors } = await openPage(browser, singleFile, settings));
  await showProject(page, project);
}

/** Share of the canvas's pixels that something is painted on. */
const painted = () => page.locator('.graph-frame:visible canvas').evaluate((canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let filled = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]) filled++;
  return filled / (data.length / 4);
});
const place = (id) => state(page, `(controller) => controller.state.pins.get('${id}')`);

test('above 1,500 lines the map is painted, the strongest lines first, and says how many are shown', async () => {
  await fresh(syntheticProject(250, 5000));
  assert.match(await page.locator('.graph-counter:visible').textContent(), /^2,000 of 4,\d{3} ties shown/);
  assert.equal(await page.locator('.graph-frame:visible .strokes path').count(), 0);
  assert.ok((await painted()) > 0.2);
  const weakest = await page.evaluate(() => {
    const { graphs } = document.querySelector('alliance-map').workspace;
    const { model } = document.querySelector('alliance-map').controller;
    const shown = new Set(graphs.map.scene.strokes.map(({ line }) => line.key));
    return [Math.min(...graphs.map.scene.strokes.map(({ line }) => line.claims.length)), Math.max(...model.lines.filter((line) => !shown.has(line.key)).map((line) => line.claims.length))];
  });
  assert.ok(weakest[0] >= weakest[1], weakest.join());
  assert.deepEqual(errors, []);
});

test('on a painted map an actor’s ties still stand out, and a click still opens it', async () => {
  const [id] = await state(page, (controller) => [...controller.model.linesByActor].sort((one, other) => other[1].length - one[1].length)[0]);
  const spot = await placeOnScreen(page, id);
  await page.mouse.move(spot.x, spot.y);
  await settle(page);
  const focus = await page.evaluate(() => document.querySelector('alliance-map').workspace.graphs.map.focus.actor);
  assert.ok(focus);
  assert.ok((await page.locator('.graph-frame:visible .strokes path.lit').count()) > 0);
  assert.equal(await page.locator('.graph-frame:visible canvas.faded').count(), 1);
  await page.mouse.click(spot.x, spot.y);
  assert.deepEqual(await state(page, (controller) => controller.state.selection), { type: 'actor', id: focus });
});

test('5,000 actors and 50,000 ties open and can be moved', { timeout: 180_000 }, async () => {
  await page.context().close();
  ({ page, errors } = await openPage(browser, singleFile));
  const project = syntheticProject(5000, 50_000, { onePerPair: true });
  await page.evaluate((given) => document.querySelector('alliance-map').controller.open(given), project);
  await settle(page);
  assert.match(await page.locator('.graph-counter:visible').textContent(), /^2,000 of 50,000 ties shown/);
  assert.ok((await painted()) > 0.2);
  const before = await page.evaluate(() => document.querySelector('alliance-map').workspace.graphs.map.scene.nodes.length);
  assert.ok(before > 1000);
  await page.getByRole('button', { name: 'Zoom in' }).first().click();
  await settle(page);
  assert.deepEqual(errors, []);
});

test('a point of the network is dragged, moved by buttons and by keys, and put back', async () => {
  await fresh(annotatedProject());
  await openView(page, 'network');
  const from = await placeOnScreen(page, 'JPN', 'network');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
  await page.mouse.up();
  await settle(page);
  const to = await placeOnScreen(page, 'JPN', 'network');
  assert.ok(Math.abs(to.x - from.x - 40) < 3 && Math.abs(to.y - from.y - 30) < 3, JSON.stringify([from, to]));
  assert.equal(await state(page, (controller) => controller.state.selection), null, 'a drag opens nothing');
  const pinned = await place('JPN');
  await page.mouse.click(to.x, to.y);
  await page.getByRole('button', { name: 'Move right' }).click();
  assert.ok((await place('JPN'))[0] > pinned[0]);
  assert.equal(await page.evaluate(() => document.querySelector('alliance-map').shadowRoot.activeElement.getAttribute('aria-label')), 'Move right');
  await page.getByRole('button', { name: 'Put back' }).click();
  assert.equal(await place('JPN'), undefined);
  await page.locator('.graph-frame:visible svg.graph').focus();
  await page.keyboard.press('ArrowRight');
  const id = await page.evaluate(() => document.querySelector('alliance-map').workspace.graphs.network.focus.actor);
  await page.keyboard.press('Shift+ArrowDown');
  assert.ok(await place(id));
  assert.deepEqual(errors, []);
});
