// What every page test needs: a browser, a server for www/ and pkg/, a page that records what it asks of the network.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where the built page lies; the tests can be pointed at another build. */
export const pkg = resolve(process.env.ALLIANCE_MAP_PKG ?? join(root, 'pkg'));
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function startBrowser() {
  const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  if (!executablePath) throw new Error('no Chromium found: install it (Debian: apt-get install chromium) or name it in the variable CHROMIUM');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Serves www/ and the built page. @returns {Promise<{ address: string, close: () => void }>} the address of www/. */
export const startServer = () => serve(0, pkg);

export const singleFile = pathToFileURL(join(pkg, 'alliance-map.html')).href;

/** Opens an address and waits until the map can read. @param {import('playwright-core').Browser} browser */
export async function openPage(browser, address, { selector = 'alliance-map', ...settings } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true, ...settings });
  const page = await context.newPage();
  const requests = [];
  const errors = [];
  page.on('request', (request) => /^(blob|data):/.test(request.url()) || requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(address);
  await page.waitForFunction((wanted) => document.querySelector(wanted)?.controller?.reader, selector);
  await page.evaluate((wanted) => document.querySelector(wanted).controller.reader.start(), selector);
  return { page, requests, errors };
}

/** Shows a saved map. */
export async function showProject(page, project) {
  await page.evaluate(async (given) => {
    const map = document.querySelector('alliance-map');
    map.project = given;
    const start = performance.now();
    while (!map.controller.state.drawn) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (performance.now() - start > 20_000) throw new Error(`not drawn after 20 s: ${JSON.stringify(map.controller.state.notices)}`);
    }
  }, project);
  await settle(page);
}

/** Waits for two frames and for the network to be laid out where that view is open. */
export async function settle(page) {
  await page.evaluate(async () => {
    const frames = async () => { for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame); };
    await frames();
    const { controller } = document.querySelector('alliance-map') ?? {};
    for (let n = 0; controller?.state.view === 'network' && controller.state.places.size === 0 && n < 200; n++) await new Promise((resolve) => setTimeout(resolve, 20));
    await frames();
  });
}

/** Where the middle of a line or an actor lies on the screen. */
export function placeOnScreen(page, key, view = 'map') {
  return page.evaluate(([wanted, name]) => {
    const graph = document.querySelector('alliance-map').workspace.graphs[name];
    const box = graph.svgNode.getBoundingClientRect();
    const spot = graph.placeOf(wanted);
    return spot && { x: spot.x + box.left, y: spot.y + box.top };
  }, [key, view]);
}

export const openView = async (page, view) => {
  await page.locator(`.tabs [data-view=${view}]`).click();
  await settle(page);
};

export const state = (page, read) => page.evaluate(`(${read})(document.querySelector('alliance-map').controller)`);
