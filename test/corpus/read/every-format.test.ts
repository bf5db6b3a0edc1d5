// What holds for every reader, whatever it reads: one form of letters, no control characters, every page in its turn,
// and a megabyte in two seconds of processor time (a PDF takes about as long; its bound leaves room for a busy machine).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { expect, test } from 'vitest';
import { isOle, readDoc } from '../../../corpus/read/doc.ts';
import { textOfHtml } from '../../../corpus/read/html.ts';
import { readPages } from '../../../corpus/read/read.ts';
import type { PageText, Result, SkipReason } from '../../../corpus/types.ts';
import { docx, p } from './office/docx-file.ts';

const CASES = join(import.meta.dirname, 'cases');

test.each(readdirSync(CASES))('the text of %s is NFC, without control characters, and has every page', async (file) => {
  const read = await pagesIn(new Uint8Array(readFileSync(join(CASES, file))), file);
  if (!read.ok) return expect(UNREAD[file]).toBe(read.error);
  const { pages } = read.value;
  expect(pages.map(({ number }) => number)).toEqual(pages.map((_, i) => i + 1));
  for (const { text } of pages) {
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/);
  }
});

/** The old Word format is read in a process of its own (scripts/ingest/read/group.ts). */
async function pagesIn(bytes: Uint8Array, file: string): Promise<Result<{ pages: PageText[] }, SkipReason>> {
  if (!isOle(bytes)) return readPages(bytes, file);
  const html = await readDoc(bytes);
  if (!html.ok) return html;
  return { ok: true, value: { pages: [{ number: 1, text: textOfHtml(html.value) ?? '' }] } };
}

const UNREAD: Record<string, SkipReason> = {
  'pdf-ohne-tounicode.pdf': 'unreadable',
  'doc-vorlage-verbirgt.doc': 'hidden-text',
};

const SENTENCE = 'Die Stadt Musterstadt betreibt vierzig Ba\u0308nke, alle erfunden. ';
const MANY = Array.from({ length: 16_000 }, () => SENTENCE);

test.each<[format: string, bytes: () => Uint8Array]>([
  ['txt', () => new TextEncoder().encode(MANY.join('\n\n'))],
  ['html', () => new TextEncoder().encode(`<html><body>${MANY.map((one) => `<p>${one}</p>`).join('')}</body></html>`)],
  [
    'rtf',
    () =>
      new TextEncoder().encode(
        `{\\rtf1\\ansi ${MANY.map((one) => `${one.replace('\u0308', "\\'e4")}\\par `).join('')}}`,
      ),
  ],
  ['docx', () => docx({ body: MANY.map((one) => p(one)).join('') })],
  ['odt', () => odt(MANY.map((one) => `<text:p>${one}</text:p>`).join(''))],
])('a megabyte of %s takes less than two seconds', async (format, bytes) => {
  const file = bytes();
  const before = process.cpuUsage();
  const read = await readPages(file, `a.${format}`);
  const { user, system } = process.cpuUsage(before);
  expect(read.ok && read.value.pages[0]?.text.length).toBeGreaterThan(900_000);
  expect((user + system) / 1e6).toBeLessThan(2);
});

test('each of four hundred pages of pdf is there, a megabyte in less than four seconds', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const lines = Array.from(
    { length: 42 },
    (_, i) => `1 0 0 1 60 ${780 - 17 * i} Tm (${SENTENCE.replace('a\u0308', '\\344')}) Tj`,
  );
  const content = document.context.register(document.context.flateStream(`BT /F0 11 Tf ${lines.join(' ')} ET`));
  for (let i = 0; i < 400; i++) {
    const page = document.addPage([595, 842]);
    page.node.setFontDictionary(PDFName.of('F0'), font.ref);
    page.node.set(PDFName.of('Contents'), content);
  }
  const bytes = new Uint8Array(await document.save());
  const before = process.cpuUsage();
  const read = await readPages(bytes, 'a.pdf');
  const { user, system } = process.cpuUsage(before);
  if (!read.ok) throw new Error(read.error);
  expect(read.value.pages.map(({ number }) => number)).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
  expect(read.value.pages.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(900_000);
  for (const { text } of read.value.pages) expect(text).toContain('Bänke');
  expect((user + system) / 1e6).toBeLessThan(4);
});

function odt(body: string): Uint8Array {
  const names = ['office', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`);
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${names.join(' ')}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8('<manifest/>'),
  });
}
