// Bad input gets a clear message and loses nothing; good input of every kind is read.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { openPage, singleFile, startBrowser, state } from './browser.mjs';

const ARTICLE = 'Norway and Denmark are close allies. Norway condemned Russia in 2022. Sweden joined NATO in 2024.';
let browser, page;
before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());
beforeEach(async () => {
  await page?.context().close();
  ({ page } = await openPage(browser, singleFile));
});

const paste = async (text) => {
  if (!(await page.locator('textarea.paste').isVisible())) await page.getByRole('button', { name: 'Add articles' }).click();
  await page.locator('textarea.paste').evaluate((box, value) => (box.value = value), text);
  await page.getByRole('button', { name: 'Read it' }).click();
};
const notice = (words) => page.locator('.notice', { hasText: words }).waitFor();
const open = (files) => page.locator('input[type=file]').setInputFiles(files.map(([name, content, mimeType = 'text/plain']) => ({ name, mimeType, buffer: Buffer.from(content) })));
const read = (count) => page.waitForFunction((wanted) => document.querySelector('alliance-map').controller.state.analysis?.documents.length === wanted, count);

test('an empty paste', async () => {
  await paste('  \n ');
  await notice('There is no text to read');
});

test('binary data pasted, a binary file, an unknown type, a PDF, an empty file', async () => {
  await paste('\u0001\u0002\u0003\u0004 PNG \u0005\u0006'.repeat(50));
  await notice('This is binary data, not text');
  await open([['photo.txt', Buffer.from([0, 1, 2, 3, 0, 0])], ['scan.pdf', '%PDF-1.7', 'application/pdf'], ['sheet.xyz', 'abc', 'application/x-unknown'], ['none.txt', '']]);
  for (const words of ['photo.txt is not a text', 'scan.pdf is a PDF', '.xyz files are not known', 'none.txt is empty']) await notice(words);
  assert.equal(await state(page, (controller) => controller.state.documents.length), 0);
});

test('a text in another language is read with a warning; one in other letters too', async () => {
  await paste('La Norvège et le Danemark sont de proches alliés depuis longtemps, et personne ne pense que cela puisse changer avant la fin du siècle dans cette région du nord de notre continent. '.repeat(3));
  await notice('does not look like English');
  await read(1);
  await paste('Россия и Китай подписали договор о дружбе и сотрудничестве, и это событие обсуждали во всех столицах мира целую неделю подряд без перерыва. '.repeat(3));
  await notice('not in Latin letters');
});

test('more than ten million characters are refused with advice, and what was there stays', async () => {
  await open([['good.txt', ARTICLE]]);
  await read(1);
  await page.getByRole('button', { name: 'Add articles' }).click();
  await page.locator('textarea.paste').evaluate((box) => (box.value = 'Norway and Denmark are allies. '.repeat(350_000)));
  await page.getByRole('button', { name: 'Read it' }).click();
  await notice('Paste it in parts');
  assert.ok((await page.locator('textarea.paste').evaluate((box) => box.value.length)) > 1e7, 'the pasted text is still in the box');
  assert.equal(await state(page, (controller) => controller.state.documents.length), 1);
});

test('an article without two related actors says what was read', async () => {
  await paste('The recipe needs two eggs. Beat them well. Serve it warm with bread.');
  await notice('Read 3 sentences');
  await notice('found no two actors related');
  assert.equal(await page.locator('.article-text .sentence').count(), 3);
});

test('the same article twice is noticed', async () => {
  await open([['one.txt', ARTICLE]]);
  await read(1);
  await open([['two.txt', `${ARTICLE}\n`]]);
  await notice('is here already');
  assert.equal(await state(page, (controller) => controller.state.documents.length), 1);
});

test('several files at once: text, Markdown, HTML, Word', async () => {
  const docx = zip('word/document.xml', `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Peru </w:t></w:r><w:r><w:t>supports Chile.</w:t></w:r></w:p><w:p><w:r><w:t>Brazil opposes Argentina.</w:t></w:r></w:p></w:body></w:document>`);
  await open([['a.txt', ARTICLE], ['b.md', '# Two neighbours\n\nFrance supports **Germany**.'], ['c.html', '<title>Straits</title><p>Turkey opposes Greece.</p><script>alert(1)</script>'], ['d.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']]);
  await read(4);
  const texts = await state(page, (controller) => controller.state.analysis.documents.map((document) => document.text));
  assert.ok(texts.some((text) => text.includes('Peru supports Chile.\n\nBrazil opposes Argentina.')));
  assert.ok(texts.every((text) => !text.includes('alert(1)') && !text.includes('<p>')));
});

test('a broken Word file says so', async () => {
  await open([['bad.docx', 'PK not really a zip file at all']]);
  await notice('bad.docx is not a Word document that can be opened');
});

test('a file is dropped anywhere', async () => {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
    document.querySelector('alliance-map').shadowRoot.querySelector('.app').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, ARTICLE);
  await read(1);
  assert.equal(await page.locator('.document-title').textContent(), 'dropped');
});

test('article text never becomes markup', async () => {
  await paste('Norway supports <img src=x onerror="globalThis.hit=1"> Denmark. <b>Sweden</b> opposes Russia, said &lt;script&gt;.');
  await read(1);
  await page.evaluate(() => document.querySelector('alliance-map').controller.select({ type: 'document', id: document.querySelector('alliance-map').controller.state.documents[0].id }));
  assert.equal(await page.locator('.panel img, .panel .article-text b').count(), 0);
  assert.equal(await page.evaluate(() => globalThis.hit), undefined);
});

test('a long reading is cancelled within 100 ms, and what was there stays', async () => {
  await open([['one.txt', ARTICLE]]);
  await read(1);
  await page.evaluate((text) => {
    const { controller } = document.querySelector('alliance-map');
    globalThis.reading = controller.add([{ id: 'long', text: text.repeat(40_000) }]);
  }, ARTICLE);
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  const waited = await page.evaluate(async () => {
    const start = performance.now();
    document.querySelector('alliance-map').shadowRoot.querySelector('.reading button').click();
    const done = await globalThis.reading;
    return { done, time: performance.now() - start };
  });
  assert.equal(waited.done, false);
  assert.ok(waited.time < 100, `took ${waited.time} ms`);
  await notice('Stopped');
  assert.equal(await state(page, (controller) => controller.state.documents.length), 1);
  await open([['two.txt', 'Chile supports Peru. Chile opposes Bolivia.']]);
  await read(2);
});

test('title, source and date can be edited; a date that is none is refused and nothing is lost', async () => {
  await open([['one.txt', ARTICLE]]);
  await read(1);
  await page.locator('.document-title').click();
  await page.getByText('Title, source, date').click();
  await page.locator('.panel input[name=title]').fill('Northern ties');
  await page.locator('.panel input[name=date]').fill('2024-03-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.document-title', { hasText: 'Northern ties' }).waitFor();
  await page.locator('.panel input[name=date]').fill('yesterday');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await notice('yesterday');
  assert.equal(await page.locator('.document-title').textContent(), 'Northern ties');
});

/** A zip archive of one compressed part, as Word writes it. */
function zip(name, content) {
  const [data, path] = [deflateRawSync(Buffer.from(content)), Buffer.from(name)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt16LE(path.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt16LE(path.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + path.length + data.length, 16);
  return Buffer.concat([local, path, data, central, path, end]);
}
