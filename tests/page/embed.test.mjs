// The element in a blog: two maps on one page, nothing leaks in or out, attributes and events hold, nothing is left behind.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, startBrowser, startServer } from './browser.mjs';

let browser, server, page, errors;
before(async () => {
  browser = await startBrowser();
  server = await startServer();
  ({ page, errors } = await openPage(browser, `${server.address}examples/blog-post.html`));
  await page.waitForFunction(() => [...document.querySelectorAll('alliance-map')].every((map) => map.controller.state.analysis));
});
after(async () => {
  await browser.close();
  server.close();
});

test('each map reads the article that stands in it', async () => {
  const read = await page.evaluate(() => [...document.querySelectorAll('alliance-map')].map((map) => ({ view: map.controller.state.view, ids: map.documents.map((document) => document.id), actors: map.controller.state.analysis.mentions.map((mention) => mention.actor) })));
  assert.deepEqual(read.map(({ view }) => view), ['map', 'network']);
  assert.deepEqual(read.map(({ ids }) => ids), [['river-article'], ['north-article']]);
  assert.ok(read[0].actors.includes('ETH') && read[1].actors.includes('NOR'));
  assert.ok(!read[0].actors.includes('NOR'));
  assert.deepEqual(errors, []);
});

test('styles do not leak in or out; the host sets colours from outside', async () => {
  const [button, paper, host] = await page.evaluate(() => {
    const [river, north] = document.querySelectorAll('alliance-map');
    const colour = (node) => getComputedStyle(node).backgroundColor;
    return [colour(river.shadowRoot.querySelector('.zoom-controls button')), colour(north.shadowRoot.querySelector('.app')), getComputedStyle(document.body).fontFamily];
  });
  assert.notEqual(button, 'rgb(255, 105, 180)');
  assert.equal(paper, 'rgb(255, 246, 232)');
  assert.match(host, /Georgia/);
});

test('the wheel scrolls the page, not the map', async () => {
  const box = await page.locator('#river').boundingBox();
  await page.mouse.move(box.x + 200, Math.min(box.y + 300, 880));
  await page.mouse.wheel(0, 240);
  await page.waitForFunction(() => scrollY > 100);
});

test('whatever room the blog gives it, nothing of a map is cut off at its side', async () => {
  for (const width of [1440, 900, 760, 600, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const outside = await page.evaluate(async () => {
      for (let n = 0; n < 4; n++) await new Promise(requestAnimationFrame);
      return [...document.querySelectorAll('alliance-map')].flatMap(({ shadowRoot }) => {
        const edge = shadowRoot.querySelector('.app').getBoundingClientRect().right;
        return [...shadowRoot.querySelectorAll('.frame, .top > *, .summary, .tabs button, .zoom-controls')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > edge + 1).map((one) => one.className || one.textContent);
      });
    });
    assert.deepEqual(outside, [], `${width} pixels`);
    const hidden = await page.evaluate(() => [...document.querySelectorAll('alliance-map')].flatMap((map) => {
      const graph = map.workspace.graphs[map.getAttribute('view') ?? 'map'];
      const { width: right, height: bottom } = graph.svgNode.getBoundingClientRect();
      return graph.scene.nodes.filter(({ id }) => { const { x, y } = graph.placeOf(id); return x < 0 || y < 0 || x > right || y > bottom; }).map(({ id }) => id);
    }));
    assert.deepEqual(hidden, [], `actors out of the frame at ${width} pixels`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('attributes are the truth; events bubble by name; documents can be set', async () => {
  const events = await page.evaluate(async () => {
    const seen = [];
    for (const name of ['ready', 'progress', 'change', 'select', 'error']) document.addEventListener(name, (event) => event instanceof CustomEvent && seen.push(name));
    const map = document.createElement('alliance-map');
    map.setAttribute('view', 'table');
    map.documents = [{ id: 'x', text: 'Peru supports Chile. Brazil opposes Argentina.' }];
    document.body.append(map);
    await new Promise((resolve) => map.addEventListener('change', resolve, { once: true }));
    map.controller.select({ type: 'actor', id: 'PER' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    map.setAttribute('view', 'matrix');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { view } = map.controller.state;
    map.remove();
    return { seen: [...new Set(seen)].sort(), view, left: map.shadowRoot.childElementCount, controller: map.controller };
  });
  assert.deepEqual(events, { seen: ['change', 'progress', 'ready', 'select'], view: 'matrix', left: 0, controller: null });
});

test('without scripts the articles read as text', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${server.address}examples/blog-post.html`);
  assert.ok(await plain.getByText('Egypt condemned Ethiopia for it').isVisible());
  await context.close();
});
