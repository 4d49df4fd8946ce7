// What a person corrects, takes back, makes again, saves, and finds applied to new articles.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage, settle, showProject, singleFile, startBrowser, state } from './browser.mjs';
import { annotatedProject } from './fixtures/annotated.mjs';

let browser, page;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());

async function fresh() {
  await page?.context().close();
  ({ page } = await openPage(browser, singleFile));
  await showProject(page, annotatedProject());
}
const choose = (selection) => page.evaluate((given) => document.querySelector('alliance-map').controller.select(given), selection);
const tally = () => state(page, (controller) => controller.model.lines.map((line) => `${line.key} ${line.claims.length}`).sort());

test('a claim is rejected, retyped, re-signed; Ctrl+Z and Ctrl+Shift+Z go back and forth', async () => {
  await fresh();
  const untouched = await tally();
  await choose({ type: 'tie', a: 'CHN', b: 'PAK' });
  await page.locator('.panel summary', { hasText: 'Correct' }).click();
  await page.locator('.panel .correct select').first().selectOption('opposition');
  await settle(page);
  assert.ok((await tally()).includes('CHN|PAK|- 1'));
  await page.keyboard.press('Control+z');
  await settle(page);
  assert.deepEqual(await tally(), untouched);
  await page.keyboard.press('Control+Shift+z');
  await settle(page);
  assert.ok((await tally()).includes('CHN|PAK|- 1'));
  await choose({ type: 'tie', a: 'CHN', b: 'PAK' });
  await page.locator('.panel .correct').evaluate((details) => (details.open = true));
  await page.getByRole('button', { name: 'Reject this claim' }).click();
  await settle(page);
  assert.ok(!(await tally()).some((line) => line.startsWith('CHN|PAK')));
  assert.equal(await page.locator('.corrections li').count(), 2);
  await page.locator('.corrections .remove').first().click();
  await page.locator('.corrections .remove').first().click();
  await settle(page);
  assert.deepEqual(await tally(), untouched);
});

test('the denial rejected, nothing is contested any more', async () => {
  await fresh();
  const denial = await state(page, (controller) => controller.model.allClaims.find((claim) => claim.status === 'denied').key);
  await page.evaluate((claim) => document.querySelector('alliance-map').controller.correct({ type: 'reject', claim }), denial);
  await page.waitForFunction(() => document.querySelector('alliance-map').controller.model.contestedPairs.length === 0);
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelector('alliance-map').controller.model.contestedPairs.length === 1);
});

test('actors are merged, split, hidden', async () => {
  await fresh();
  await choose({ type: 'actor', id: 'KOR' });
  await page.locator('.panel summary', { hasText: 'Merge, split' }).click();
  await page.locator('.panel .identity select').first().selectOption('PRK');
  await settle(page);
  assert.equal(await state(page, (controller) => controller.model.actors.has('KOR')), false);
  assert.ok((await tally()).includes('PRK|USA|+ 1'));
  await choose({ type: 'actor', id: 'RUS' });
  await page.locator('.panel .identity').evaluate((details) => (details.open = true));
  await page.locator('.panel select[name=words]').selectOption('Moscow');
  await page.locator('.panel input[name=name]').fill('Muscovy');
  await page.getByRole('button', { name: 'Split off' }).click();
  await settle(page);
  assert.ok((await state(page, (controller) => controller.model.linesByActor.get('MUSCOVY')?.length)) > 3);
  await choose({ type: 'actor', id: 'USA' });
  await page.getByRole('button', { name: 'Hide' }).click();
  await settle(page);
  assert.ok(!(await tally()).some((line) => line.includes('USA')));
});

test('a claim is added by its sentence; words that no sentence has are refused', async () => {
  await fresh();
  await choose({ type: 'tie', a: 'CHN', b: 'PAK' });
  await page.locator('.panel summary', { hasText: 'Add a claim' }).click();
  const form = page.locator('.panel .add-claim');
  await form.locator('select[name=document]').selectOption('c-ranks');
  await form.locator('select[name=kind]').selectOption('economic-cooperation');
  await form.locator('input[name=words]').fill('no such words');
  await form.getByRole('button', { name: 'Add' }).click();
  await page.locator('.notice', { hasText: 'No sentence of that article' }).waitFor();
  await form.locator('input[name=words]').fill('China and Pakistan call');
  await form.getByRole('button', { name: 'Add' }).click();
  await settle(page);
  assert.ok((await tally()).includes('CHN|PAK|+ 2'));
});

test('corrections go with the project and apply to articles that come later; a new name is read with', async () => {
  await page?.context().close();
  ({ page } = await openPage(browser, singleFile));
  const project = { schema: 1, kind: 'alliance-map-project', documents: [{ id: 'one', text: 'Norway supports Denmark. Norrland supports Denmark.' }],
    corrections: [{ type: 'alias', words: 'Norrland', actor: 'SWE' }, { type: 'hide', actor: 'FIN' }] };
  await page.evaluate((given) => document.querySelector('alliance-map').controller.open(given), project);
  const mentions = await state(page, (controller) => controller.state.analysis.mentions.map((mention) => mention.actor));
  assert.ok(mentions.includes('SWE'), 'the added name is found in the text');
  await page.evaluate(() => document.querySelector('alliance-map').controller.add([{ id: 'two', text: 'Finland supports Denmark. Norrland opposes Russia.' }]));
  const [actors, found] = await state(page, (controller) => [[...controller.model.linesByActor.keys()], controller.state.analysis.mentions.filter((mention) => mention.document === 'two').map((mention) => mention.actor)]);
  assert.ok(!actors.includes('FIN'));
  assert.ok(found.includes('SWE'));
});
