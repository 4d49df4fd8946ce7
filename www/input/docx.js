// The text of a .docx file: one compressed part of a zip archive, paragraph by paragraph.

import { Unreadable } from './read-file.js';

const PART = 'word/document.xml';
const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** @param {Uint8Array<ArrayBuffer>} bytes @param {string} name @returns {Promise<string>} */
export async function docxText(bytes, name) {
  const packed = findPart(bytes);
  if (!packed) throw new Unreadable(`${name} is not a Word document that can be opened: it has no ${PART}. Save it again, or paste its text.`);
  const stream = new Blob([packed.data]).stream();
  const xml = await new Response(packed.method === 8 ? stream.pipeThrough(new DecompressionStream('deflate-raw')) : stream).text().catch(() => null);
  if (xml === null) throw new Unreadable(`${name} is damaged: its text cannot be unpacked.`);
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  const paragraphs = [...parsed.getElementsByTagNameNS(WORDS, 'p')].map(paragraphText).filter((line) => line.trim());
  if (paragraphs.length === 0) throw new Unreadable(`${name} holds no text.`);
  return paragraphs.join('\n\n');
}

/** @param {Element} paragraph */
function paragraphText(paragraph) {
  let text = '';
  for (const node of paragraph.getElementsByTagNameNS(WORDS, '*')) {
    if (node.localName === 't') text += node.textContent;
    else if (node.localName === 'tab') text += '\t';
    else if (node.localName === 'br' || node.localName === 'cr') text += '\n';
  }
  return text;
}

/** Reads the archive's directory, which stands at its end. @param {Uint8Array<ArrayBuffer>} bytes */
function findPart(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return null;
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0 && at + 46 <= bytes.length; count--) {
    if (view.getUint32(at, true) !== 0x02014b50) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)) === PART) {
      const local = view.getUint32(at + 42, true);
      if (local + 30 > bytes.length) return null;
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      return { method: view.getUint16(at + 10, true), data: bytes.subarray(start, start + view.getUint32(at + 20, true)) };
    }
    at += 46 + nameLength + extra + comment;
  }
  return null;
}
