// Private data of citizens in every format that is read: formats × kinds. What is blacked out in one is in all, wherever
// the format puts its line and paragraph ends. All invented.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { PDFDocument, PDFString, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { parseReply } from '../../../corpus/parse/parse.ts';
import { readDoc } from '../../../corpus/read/doc.ts';
import { textOfHtml } from '../../../corpus/read/html.ts';
import { readPages } from '../../../corpus/read/read.ts';
import { docx, p, r } from './office/docx-file.ts';

const KINDS: Record<string, { lines: string[]; secret: RegExp }> = {
  mobile: { lines: ['Eine Anwohnerin ist unter 0171 2345678 zu erreichen.'], secret: /0171|2345678/ },
  'private telephone': { lines: ['Telefon privat: 07221 998877'], secret: /998877/ },
  'private mail': { lines: ['Antworten bitte an erika.beispiel@gmx.de bis Mai.'], secret: /erika\.beispiel|gmx/ },
  'address with a label': {
    lines: ['Der Antragsteller ist wohnhaft in der Ulmenstraße 12, 12345 Musterstadt.'],
    secret: /Ulmenstraße/,
  },
  'address in a line': { lines: ['An Frau Erika Beispiel, Ulmenweg 12, 12345 Musterstadt'], secret: /Ulmenweg/ },
  'address as on an envelope': {
    lines: ['Erika Beispiel', 'Ulmenweg 12', '12345 Musterstadt'],
    secret: /Ulmenweg|12345/,
  },
};
const OFFICE = 'Das Gartenbauamt ist unter 07221 93-1234 und gartenbau@musterstadt.de zu erreichen.';
const around = (lines: string[]) => ['Stellungnahme zur Anfrage', '1. Wer hat sich gemeldet?', ...lines, OFFICE];

type Write = (lines: string[]) => Uint8Array | Promise<Uint8Array>;
const FORMATS: Record<string, { name: string; write: Write }> = {
  text: { name: 'a.txt', write: (lines) => strToU8(lines.join('\n')) },
  html: {
    name: 'a.html',
    write: (lines) => strToU8(`<html><body>${lines.map((one) => `<p>${one}</p>`).join('')}</body></html>`),
  },
  'html with breaks': {
    name: 'a.html',
    write: (lines) => strToU8(`<html><body><p>${lines.join('<br>')}</p></body></html>`),
  },
  docx: { name: 'a.docx', write: (lines) => docx({ body: lines.map((one) => p(one)).join('') }) },
  'docx in runs': {
    name: 'a.docx',
    write: (lines) =>
      docx({
        body: lines
          .map((one) =>
            p(
              one
                .split(/(?<=[ .@])/)
                .map((part) => r(part))
                .join(''),
            ),
          )
          .join(''),
      }),
  },
  'docx table': {
    name: 'a.docx',
    write: (lines) =>
      docx({ body: `<w:tbl>${lines.map((one) => `<w:tr><w:tc>${p(one)}</w:tc></w:tr>`).join('')}</w:tbl>` }),
  },
  odt: { name: 'a.odt', write: odt },
  rtf: {
    name: 'a.rtf',
    write: (lines) =>
      strToU8(
        `{\\rtf1\\ansi ${lines.map((one) => `${one.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0)}?`)}\\par `).join('')}}`,
      ),
  },
  pdf: { name: 'a.pdf', write: (lines) => pdf(lines, 'drawn') },
  'pdf form': { name: 'a.pdf', write: (lines) => pdf(lines, 'form') },
  'pdf free text': { name: 'a.pdf', write: (lines) => pdf(lines, 'free') },
};

function odt(lines: string[]): Uint8Array {
  const body = lines.map((one) => `<text:p>${one}</text:p>`).join('');
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8('<manifest/>'),
  });
}

async function pdf(lines: string[], way: 'drawn' | 'form' | 'free'): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const [first = '', second = '', ...rest] = lines;
  for (const [i, line] of [first, second, ...(way === 'drawn' ? rest : [])].entries())
    page.drawText(line, { x: 60, y: 760 - 15 * i, size: 11, font });
  if (way === 'form') {
    const field = document.getForm().createTextField('antwort');
    field.enableMultiline();
    field.setText(rest.join('\n'));
    field.addToPage(page, { x: 60, y: 500, width: 480, height: 200 });
  } else if (way === 'free') {
    const { context } = document;
    const more = { DA: PDFString.of('/Helv 11 Tf 0 g'), F: 4 };
    const note = {
      Type: 'Annot',
      Subtype: 'FreeText',
      Rect: [60, 500, 540, 700],
      Contents: PDFString.of(rest.join('\n')),
    };
    page.node.addAnnot(context.register(context.obj({ ...note, ...more })));
  }
  return document.save();
}

const parsed = (pages: { number: number; text: string }[]) => {
  const reply = parseReply({ id: 'a', file: 'a', pages, meta: { public: true } });
  if (!reply.ok) throw new Error(reply.error);
  return reply.value;
};

describe.each(Object.entries(FORMATS))('%s', (_format, { name, write }) => {
  test.each(Object.entries(KINDS))('%s', async (_kind, { lines, secret }) => {
    const read = await readPages(await write(around(lines)), name);
    if (!read.ok) throw new Error(read.error);
    expect(read.value.pages.map(({ text }) => text).join('\n')).toMatch(secret);
    const document = parsed(read.value.pages);
    expect(JSON.stringify(document)).not.toMatch(secret);
    expect(document.text).toContain('█');
    expect(document.text.replace(/\s+/g, ' ')).toContain(OFFICE);
  });
});

test.each(Object.entries(KINDS))('doc, %s', async (_kind, { secret }) => {
  const html = await readDoc(new Uint8Array(readFileSync(join(import.meta.dirname, 'cases/doc-privates.doc'))));
  if (!html.ok) throw new Error(html.error);
  const text = textOfHtml(html.value) ?? '';
  expect(text).toMatch(secret);
  expect(JSON.stringify(parsed([{ number: 1, text }]))).not.toMatch(secret);
});

test.each([
  'erika.beispiel©gmx.de',
  'erika.beispiel @gmx.de',
  'erika.beispiel@ gmx.de',
  'erika. beispiel@gmx. de',
  'erika.beispiel®web.de',
])('a mail address as a machine reads it from a scan: %s', (mail) => {
  const pages = [{ number: 1, text: around([`Antworten bitte an ${mail} bis Mai.`]).join('\n') }];
  expect(parsed(pages).text).not.toMatch(/beispiel/i);
});
