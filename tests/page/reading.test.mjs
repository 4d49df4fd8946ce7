// From a sample to its evidence, on the served page and on the single file from disk, and nothing over the network after the load.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPage, openView, placeOnScreen, settle, singleFile, startBrowser, startServer, state } from './browser.mjs';

let browser, server;
before(async () => {
  browser = await startBrowser();
  server = await startServer();
});
after(async () => {
  await browser.close();
  server.close();
});

for (const [name, address] of [['served page', () => `${server.address}index.html`], ['single file', () => singleFile]]) {
  describe(name, () => {
    test('a sample becomes a map; a line opens its sentences; no request follows the load', async () => {
      const { page, requests, errors } = await openPage(browser, address());
      await page.locator('.sample').first().waitFor();
      await page.waitForLoadState('networkidle');
      const loaded = requests.length;
      if (name === 'single file') assert.equal(loaded, 1, 'the single file asks for nothing but itself');

      await page.locator('.sample.all').click();
      await page.waitForFunction(() => document.querySelector('alliance-map').controller.model.lines.length > 0);
      await settle(page);
      assert.equal(await page.locator('.document').count(), 5);
      for (const view of ['map', 'network']) {
        await openView(page, view);
        // A line whose middle lies apart from every other line and actor, so that a click there can only mean this one.
        const line = await page.evaluate((graphName) => {
          const map = document.querySelector('alliance-map');
          const graph = map.workspace.graphs[graphName];
          const box = graph.svgNode.getBoundingClientRect();
          const drawn = [...graph.svgNode.querySelectorAll('path.stroke[data-line]')].flatMap((path) => {
            const onScreen = path.getScreenCTM();
            return Array.from({ length: 101 }, (_, step) => {
              const { x, y } = path.getPointAtLength((path.getTotalLength() * step) / 100).matrixTransform(onScreen);
              return { key: path.dataset.line, x: x - box.left, y: y - box.top };
            });
          });
          const actors = [...map.controller.model.linesByActor.keys()].map((id) => graph.placeOf(id));
          const inside = ({ x, y }) => x > 20 && y > 20 && x < box.width - 80 && y < box.height - 20;
          const roomOf = (key) => {
            const place = graph.placeOf(key);
            const others = drawn.filter((point) => point.key !== key);
            return inside(place) ? Math.min(...[...others, ...actors].map((other) => Math.hypot(other.x - place.x, other.y - place.y))) : -1;
          };
          return map.controller.model.lines.map(({ key }) => ({ key, room: roomOf(key) })).sort((one, other) => other.room - one.room)[0].key;
        }, view);
        const spot = await placeOnScreen(page, line, view);
        await page.mouse.click(spot.x, spot.y);
        await page.locator('.panel .quotation').first().waitFor();
        const [a, b] = line.split('|');
        assert.deepEqual(await state(page, (controller) => [controller.state.selection.a, controller.state.selection.b]), [a, b]);
        const quote = page.locator('.panel .quotation').first();
        assert.ok((await quote.locator('mark.actor').count()) >= 2, 'both actors are marked');
        assert.ok((await quote.locator('mark.cue').count()) >= 1, 'the cue is marked');
        assert.ok((await quote.locator('.kind').first().textContent()).length > 3);
        await page.keyboard.press('Escape');
      }
      assert.deepEqual(requests.slice(loaded), [], 'nothing is fetched after the load');
      assert.deepEqual(errors, []);
      await page.context().close();
    });

    test('a pasted article is read and drawn', async () => {
      const { page, errors } = await openPage(browser, address());
      await page.locator('textarea.paste').fill('Norway and Denmark are close allies. Norway condemned Russia in 2022. Sweden joined NATO in 2024.');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.locator('.document').waitFor();
      await page.waitForFunction(() => document.querySelector('alliance-map').controller.model.lines.length > 0);
      assert.equal(await page.locator('.welcome').isVisible(), false);
      assert.deepEqual(errors, []);
      await page.context().close();
    });
  });
}

test('articles can be added and removed, and each can be left out of the map', async () => {
  const { page } = await openPage(browser, singleFile);
  await page.locator('.sample.all').click();
  await page.waitForFunction(() => document.querySelector('alliance-map').controller.model.lines.length > 0);
  const all = await state(page, (controller) => controller.model.claims.length);
  await page.locator('.document input').first().uncheck();
  const fewer = await state(page, (controller) => controller.model.claims.length);
  assert.ok(fewer < all);
  await page.locator('.document .remove').first().click();
  await page.waitForFunction(() => document.querySelector('alliance-map').controller.state.analysis.documents.length === 4);
  await page.getByRole('button', { name: 'Add articles' }).click();
  await page.locator('.sample').nth(1).click();
  await page.waitForFunction(() => document.querySelector('alliance-map').controller.state.analysis.documents.length === 5);
  await page.context().close();
});
