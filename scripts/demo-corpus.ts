// Writes the invented answers of Musterstadt in the formats that cities use: texts in demo-corpus/ → files in
// corpus/documents/musterstadt/. Every page says that it is invented.
// Run with: npm run demo-corpus
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Document, Header, Packer, Paragraph, TextRun } from 'docx';
import { PDFDocument, type PDFFont, StandardFonts } from 'pdf-lib';

const SOURCES = join(import.meta.dirname, 'demo-corpus');
const TARGET = join(import.meta.dirname, '../corpus/documents/musterstadt');
const NOTICE = 'Erfundenes Beispiel – Musterstadt gibt es nicht';

type Format = 'pdf' | 'docx' | 'html' | 'txt';

/** What is not listed becomes a PDF. */
const FORMATS: Record<string, Format> = {
  '2022-10-schultoiletten': 'docx',
  '2024-02-spielplatz': 'docx',
  '2023-09-e-scooter': 'html',
  '2024-07-solardaecher': 'html',
  '2023-05-kita': 'txt',
  '2021-11-baeume': 'txt',
};

const MARGIN = 64;
const SIZE = 11;
const LINE = 16;
const PAGE: [number, number] = [595, 500];

const WRITERS: Record<Format, (text: string) => Promise<Uint8Array | string>> = {
  pdf: writePdf,
  docx: writeDocx,
  html: async (text) => writeHtml(text),
  txt: async (text) => `${NOTICE}\n\n${text}`,
};

async function writePdf(text: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(new Date(0));
  pdf.setModificationDate(new Date(0));
  pdf.setTitle(NOTICE);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const lines = text
    .trimEnd()
    .split('\n')
    .flatMap((line) => wrapped(line, font));
  const perPage = Math.floor((PAGE[1] - 2 * MARGIN) / LINE);
  for (let from = 0; from < lines.length; from += perPage) {
    const page = pdf.addPage(PAGE);
    page.drawText(NOTICE, { x: MARGIN, y: PAGE[1] - MARGIN / 2, size: 9, font });
    for (const [i, line] of lines.slice(from, from + perPage).entries()) {
      page.drawText(line, { x: MARGIN, y: PAGE[1] - MARGIN - i * LINE, size: SIZE, font });
    }
    page.drawText(`- ${from / perPage + 1} -`, { x: PAGE[0] / 2, y: MARGIN / 2, size: 9, font });
  }
  return pdf.save();
}

function wrapped(line: string, font: PDFFont): string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (font.widthOfTextAtSize(longer, SIZE) <= PAGE[0] - 2 * MARGIN) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

async function writeDocx(text: string): Promise<Uint8Array> {
  const children = text.split(/\n{2,}/).map((paragraph) => {
    const runs = paragraph.trim().split('\n');
    return new Paragraph({ children: runs.map((line, i) => new TextRun({ text: line, break: i === 0 ? 0 : 1 })) });
  });
  const header = new Header({ children: [new Paragraph(NOTICE)] });
  // Word's header is no part of the text that readers get, so the text says it, too.
  const notice = new Paragraph(NOTICE);
  const document = new Document({
    sections: [{ headers: { default: header }, children: [notice, ...children] }],
  });
  return Packer.toBuffer(document);
}

function writeHtml(text: string): string {
  const escaped = (line: string) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(escaped).join('<br>\n')}</p>`);
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>${NOTICE}</title></head>
<body>
<header><p>${NOTICE}</p></header>
<main>
${paragraphs.join('\n')}
</main>
</body>
</html>
`;
}

await mkdir(TARGET, { recursive: true });
for (const file of (await readdir(SOURCES)).sort()) {
  const name = basename(file, '.txt');
  const format = FORMATS[name] ?? 'pdf';
  const text = await readFile(join(SOURCES, file), 'utf8');
  await writeFile(join(TARGET, `${name}.${format}`), await WRITERS[format](text));
  await writeFile(
    join(TARGET, `${name}.meta.json`),
    `${JSON.stringify({ body: 'Musterstadt (erfunden)' }, null, 2)}\n`,
  );
  console.log(`${name}.${format}`);
}
