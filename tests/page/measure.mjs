// Measures the page's budgets in headless Chromium with software rendering and writes tests/page/figures.txt: name, value, a line each.
//
// Beside what a clock shows stands the main thread's own time, which other work on the machine does not lengthen.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import { gestureFigures, threadClock } from './clocks.mjs';
import { openPage, openView, pkg, settle, singleFile, startBrowser } from './browser.mjs';
import { syntheticProject } from './fixtures/synthetic.mjs';

const figures = [];
const note = (name, value) => {
  figures.push(`${name} ${typeof value === 'number' ? Math.round(value * 10) / 10 : value}`);
  console.log(figures.at(-1));
  writeFileSync(new URL('figures.txt', import.meta.url), `${figures.join('\n')}\n`);
};

const page = readFileSync(join(pkg, 'alliance-map.html'), 'utf8');
note('size.page-script.gz', gzipSync(/<script id="alliance-map-script">([\s\S]*?)<\/script>/.exec(page)[1], { level: 9 }).length);
note('size.base-map.gz', gzipSync(readFileSync(join(pkg, 'base-map.json')), { level: 9 }).length);
note('size.single-file', statSync(join(pkg, 'alliance-map.html')).size);

note('machine.load-average', loadavg()[0]);
note('machine.crowding-at-start', crowding());
const browser = await startBrowser();
await readingTimes();
await large('250-actors.5000-claims', syntheticProject(250, 5000), ['map', 'network']);
await large('5000-actors.50000-ties', syntheticProject(5000, 50_000, { onePerPair: true }), ['map', 'network']);
await browser.close();
note('machine.crowding-at-end', crowding());

/** A page opened afresh whose sample is clicked as soon as it is there; then ten kilobytes pasted beside it, the middle of five times. */
async function readingTimes() {
  const cold = [];
  for (let round = 0; round < 5; round++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const busy = await threadClock(page);
    await page.addInitScript(() => {
      const look = () => {
        const map = document.querySelector('alliance-map');
        const sample = map?.shadowRoot?.querySelectorAll('.sample')[1];
        if (!sample) return requestAnimationFrame(look);
        const drawn = () => (map.controller.state.analysis ? requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.firstMap = performance.now()))) : requestAnimationFrame(drawn));
        sample.click();
        drawn();
      };
      look();
    });
    await page.goto(singleFile);
    await page.waitForFunction(() => globalThis.firstMap);
    cold.push([await page.evaluate(() => globalThis.firstMap), await busy()]);
    if (round === 4) await pastedArticle(page, busy);
    await context.close();
  }
  const [wall, own] = cold.sort(([one], [other]) => one - other)[2];
  note('cold-page-to-first-map.ms', wall);
  note('cold-page-to-first-map.main-thread-ms', own);
}

async function pastedArticle(page, busy) {
  const before = await busy();
  const times = await page.evaluate(async () => {
    const map = document.querySelector('alliance-map');
    const rest = (wait) => new Promise((resolve) => setTimeout(resolve, wait));
    const times = [];
    for (let round = 0; round < 5; round++) {
      await rest(800);
      const text = map.samples.map((sample) => sample.text).join('\n\n').slice(round, 10_000 + round);
      const start = performance.now();
      await map.controller.add([{ id: `ten-kilobytes-${round}`, text }]);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      times.push(performance.now() - start);
      await map.controller.remove(`ten-kilobytes-${round}`);
    }
    return times.sort((one, other) => one - other);
  });
  note('article-of-10-kB-pasted-to-drawn.ms', times[2]);
  note('article-of-10-kB-pasted-to-drawn.best-ms', times[0]);
  note('article-of-10-kB-pasted-and-removed.main-thread-ms', ((await busy()) - before) / 5);
}

/** Clock over processor time of a loop: by how much other work on this machine lengthens all that a clock shows. */
function crowding() {
  const [start, before] = [performance.now(), process.cpuUsage()];
  let sum = 0;
  for (let n = 0; n < 3e8; n++) sum = (sum + n) | 0;
  const { user, system } = process.cpuUsage(before);
  return ((performance.now() - start) * 1000) / (user + system + (sum === 1 ? 1 : 0));
}

async function large(name, project, views) {
  const { page } = await openPage(browser, singleFile);
  const opened = await page.evaluate(async (given) => {
    const start = performance.now();
    const map = document.querySelector('alliance-map');
    await map.controller.open(given);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - start;
  }, project);
  note(`${name}.open.ms`, opened);
  for (const view of views) {
    const start = performance.now();
    await openView(page, view);
    await page.waitForFunction(() => document.querySelector('alliance-map').controller.state.view !== 'network' || document.querySelector('alliance-map').controller.state.places.size > 0, null, { timeout: 120_000 });
    await settle(page);
    note(`${name}.${view}.shown.ms`, performance.now() - start);
    for (const gesture of ['pan', 'zoom']) {
      const { rate, work } = await gestureFigures(page, gesture);
      note(`${name}.${view}.${gesture}.frames-per-second`, rate);
      note(`${name}.${view}.${gesture}.main-thread-ms-per-frame`, work);
    }
  }
  await openView(page, 'map');
  const busy = await threadClock(page);
  const before = await busy();
  const filtered = await page.evaluate(async () => {
    const box = document.querySelector('alliance-map').shadowRoot.querySelector('[data-filter=signs][value="0"]');
    const times = [];
    for (let round = 0; round < 6; round++) {
      const start = performance.now();
      box.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - start);
    }
    return times.sort((one, other) => one - other)[3];
  });
  note(`${name}.filter.ms`, filtered);
  note(`${name}.filter.main-thread-ms`, ((await busy()) - before) / 6);
  await page.context().close();
}
