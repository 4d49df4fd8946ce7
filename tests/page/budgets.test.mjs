// Budgets missed by far: the page's own thread is asked how long it worked, which other work on the machine hardly lengthens.
//
// The limits are several times what tests/page/figures.txt has; exact figures come from tests/page/measure.mjs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gestureFigures, threadClock } from './clocks.mjs';
import { openPage, openView, settle, showProject, singleFile, startBrowser } from './browser.mjs';
import { syntheticProject } from './fixtures/synthetic.mjs';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

const within = (milliseconds, limit, what) => assert.ok(milliseconds < limit, `${what}: ${Math.round(milliseconds)} ms of the page's own thread, at most ${limit}`);

test('a page opened afresh, a sample on the map, ten kilobytes more', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const busy = await threadClock(page);
  await page.goto(singleFile);
  await page.waitForFunction(() => document.querySelector('alliance-map')?.samples?.length > 0);
  await page.locator('.sample').nth(1).click();
  await page.waitForFunction(() => document.querySelector('alliance-map').controller.state.drawn);
  await settle(page);
  const opened = await busy();
  within(opened, 1500, 'the first map');
  await page.evaluate(() => {
    const map = document.querySelector('alliance-map');
    return map.controller.add([{ id: 'ten-kilobytes', text: map.samples.map((sample) => sample.text).join('\n\n').slice(0, 10_000) }]);
  });
  await settle(page);
  within((await busy()) - opened, 500, 'ten kilobytes pasted');
  await page.context().close();
});

test('250 actors and 5,000 claims are moved with little work for each frame', async () => {
  const { page } = await openPage(browser, singleFile);
  await showProject(page, syntheticProject(250, 5000));
  for (const view of ['map', 'network']) {
    await openView(page, view);
    for (const gesture of ['pan', 'zoom']) {
      const { work } = await gestureFigures(page, gesture);
      // Thirty frames a second leave 33 ms for each.
      within(work, 20, `${gesture} on the ${view}, each frame`);
    }
  }
  const busy = await threadClock(page);
  const before = await busy();
  for (let round = 0; round < 4; round++) {
    await page.locator('[data-filter=signs][value="0"]').click();
    await settle(page);
  }
  within(((await busy()) - before) / 4, 500, 'a filter');
  await page.context().close();
});
