// Everything but PDF: invented files, written here byte by byte or by the libraries that write such files.
import { deflateRawSync } from 'node:zlib';
import {
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it, test } from 'vitest';
import { readPages } from '../../../corpus/read/read.ts';
import { lockedPdf, scan } from '../../invented-files.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => Uint8Array.from(Buffer.from(bytes).swap16());

async function textOf(bytes: Uint8Array, name: string, mediaType?: string): Promise<string> {
  const read = await readPages(bytes, name, mediaType);
  if (!read.ok) throw new Error(read.error);
  expect(read.value.pages.map((page) => page.number)).toEqual([1]);
  return read.value.pages[0]?.text ?? '';
}

describe('plain text', () => {
  const TEXT = 'Grünflächen „erfunden“ – 5 € für Straße';
  it.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with a mark', utf8(`\uFEFF${TEXT}`)],
    ['UTF-16, little end first, with a mark', utf16(`\uFEFF${TEXT}`)],
    ['UTF-16, big end first, with a mark', swapped(utf16(`\uFEFF${TEXT}`))],
    ['UTF-16, little end first', utf16(TEXT)],
    ['UTF-16, big end first', swapped(utf16(TEXT))],
    ['Windows-1252', latin1('Grünflächen \x84erfunden\x93 \x96 5 \x80 für Straße')],
  ])('in %s is read as it was written', async (_encoding, bytes) => {
    expect(await textOf(bytes, 'a.txt')).toBe(TEXT);
  });

  it('has no soft hyphens but those at a line’s end, which are seen', async () => {
    expect(await textOf(utf8('frei er\u00adfunden, die Verwal\u00ad\ntung'), 'a.txt')).toBe(
      'frei erfunden, die Verwal-\ntung',
    );
  });
});

describe('Markdown', () => {
  it.each([
    ['# Stellungnahme', 'Stellungnahme'],
    ['1. Wie viele?', '1. Wie viele?'],
    ['- Bank\n* Baum', '• Bank\n• Baum'],
    ['**fett** und *kursiv* und __beides__', 'fett und kursiv und beides'],
    ['[Seite](https://musterstadt.example/a)', 'Seite'],
    ['![Bild](b.png)', 'Bild'],
    ['> Zitat', 'Zitat'],
    ['3 * 4 * 5 und bau_plan_nr', '3 * 4 * 5 und bau_plan_nr'],
    ['Am 1\\. Mai', 'Am 1. Mai'],
    ['---\ntitle: x\n---\nText', 'Text'],
    ['| Jahr | Zahl |\n| --- | ---: |\n| 2019 | 12 |', 'Jahr\tZahl\n2019\t12'],
    ['Text\n\n---\n\nText', 'Text\n\n---\n\nText'],
    ['| Frage | Antwort |\n|---|---|\n| Wie viele? | Zwölf. |', 'Frage: Wie viele?\n\nAntwort: Zwölf.'],
  ])('%j is %j', async (markdown, text) => {
    expect((await textOf(utf8(markdown), 'a.md')).trim()).toBe(text);
  });
});

describe('HTML', () => {
  const page = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  it.each([
    ['<p>Eins</p><p>Zwei</p>', 'Eins\n\nZwei'],
    ['Eins<br>Zwei', 'Eins\nZwei'],
    ['<p>viel\n  Raum   darin</p>', 'viel Raum darin'],
    ['<ul><li>Bank</li><li>Baum</li></ul>', '• Bank\n• Baum'],
    ['<ol start="3"><li>Bank</li><li>Baum</li></ol>', '3. Bank\n4. Baum'],
    ['<ol><li>Bank<ul><li>neu</li></ul></li><li>Baum</li></ol>', '1. Bank\n• neu\n2. Baum'],
    ['<table><tr><th>Jahr</th><th>Zahl</th></tr><tr><td>2019</td><td>12</td></tr></table>', 'Jahr\tZahl\n2019\t12'],
    ['<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>', 'a\tb'],
    ['<table><tr><td></td><td>b</td></tr></table>', 'b'],
    ['<table><tr><td></td><td>b</td><td>c</td></tr></table>', 'b\tc'],
    ['<table><tr><td>Nord</td><td></td><td>12</td><td></td></tr></table>', 'Nord\t–\t12'],
    ['<table><tr><td><p>Eins</p><p>Zwei</p></td></tr></table>', 'Eins\n\nZwei'],
    [
      `<table><tr><td>1. Frage?</td><td><p>${'lang '.repeat(60)}</p></td></tr></table>`,
      `1. Frage?\n\n${'lang '.repeat(60).trim()}`,
    ],
    ['&Auml;&#39;&nbsp;&sect;&#x20AC;', "Ä' §€"],
    ['vorher<script>alert("<p>")</script><style>p{}</style><noscript>x</noscript> nachher', 'vorher nachher'],
    ['<nav>Menü</nav><p>Text</p><form>Suche</form>', 'Text'],
    ['<p>m<sup>2</sup></p>', 'm²'],
  ])('%s is %j', async (body, text) => {
    expect(await textOf(utf8(page(body)), 'a.html')).toBe(text);
  });

  it.each([
    ['the page’s own word', latin1(page('Stra\xdfe', '<meta charset="iso-8859-1">'))],
    [
      'the page’s old way to say it',
      latin1(page('Stra\xdfe', '<meta http-equiv=x content="text/html; charset=windows-1252">')),
    ],
    ['its bytes, when the page says something else', utf8(page('Straße', '<meta charset="iso-8859-1">'))],
    ['nothing at all', latin1(page('Stra\xdfe'))],
    ['a character set that nobody knows', latin1(page('Stra\xdfe', '<meta charset="erfunden">'))],
  ])('is read in the character set of %s', async (_of, bytes) => {
    expect(await textOf(bytes, 'a.html')).toBe('Straße');
  });

  it('in another character set is read in it', async () => {
    const bytes = Uint8Array.from([...latin1('<html><head><meta charset="iso-8859-2"></head><body>'), 0xb9, 0xe8]);
    expect(await textOf(bytes, 'a.html')).toBe('šč');
  });
});

describe('a table of questions and answers', () => {
  const table = (rows: string[]) => `<html><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table></html>`;
  const HEADS = '<th>Nr.</th><th>Frage der Fraktion</th><th>Stellungnahme der Verwaltung</th>';
  it.each([
    [
      'each cell with its head before it',
      ['<th>Frage</th><th>Antwort</th>', '<td>Wie viele?</td><td><p>Zwölf.</p><p>Alle neu.</p></td>'],
      ['Frage: Wie viele?', 'Antwort: Zwölf.', 'Alle neu.'],
    ],
    [
      'with numbers in a column of their own',
      [HEADS, '<td>1.</td><td>Wie viele?</td><td>Zwölf.</td>', '<td>2a</td><td>Wo?</td><td>Im Park.</td>'],
      [
        'Frage 1: Wie viele?',
        'Stellungnahme der Verwaltung: Zwölf.',
        'Frage 2a: Wo?',
        'Stellungnahme der Verwaltung: Im Park.',
      ],
    ],
    [
      'with numbers before the questions',
      ['<th>Frage</th><th>Antwort</th>', '<td>1) Wie viele?</td><td>Zwölf.</td>'],
      ['Frage 1: Wie viele?', 'Antwort: Zwölf.'],
    ],
    [
      'with one answer for two questions',
      [HEADS, '<td>1</td><td>Wie viele?</td><td rowspan="2">Zwölf im Park.</td>', '<td>2</td><td>Wo?</td>'],
      ['Frage 1: Wie viele?', 'Frage 2: Wo?', 'Stellungnahme der Verwaltung: Zwölf im Park.'],
    ],
    [
      'with a question that has no answer, and not the next one’s',
      ['<th>Frage</th><th>Antwort</th>', '<td>Wie viele?</td><td></td>', '<td>Wo?</td><td>Im Park.</td>'],
      ['Frage: Wie viele?', 'Antwort: –', 'Frage: Wo?', 'Antwort: Im Park.'],
    ],
    [
      'with a further column',
      ['<th>Frage</th><th>Antwort</th><th>Anmerkung</th>', '<td>Wie viele?</td><td>Zwölf.</td><td>Stand: Mai</td>'],
      ['Frage: Wie viele?', 'Antwort: Zwölf.', 'Stand: Mai'],
    ],
    [
      'but not one of figures',
      ['<th>Frage</th><th>Ja</th><th>Nein</th>', '<td>Zufrieden?</td><td>12</td><td>3</td>'],
      ['Frage\tJa\tNein\nZufrieden?\t12\t3'],
    ],
  ])('%s', async (_, rows, blocks) => {
    expect(await textOf(utf8(table(rows)), 'a.html')).toBe(blocks.join('\n\n'));
  });

  it('in plain text has tabs between its cells', async () => {
    const text = 'Stadt\n\nFrage\tAntwort\nWie viele?\tZwölf.\n\nEnde';
    expect((await textOf(utf8(text), 'a.txt')).replace(/\n{2,}/g, '|')).toBe(
      'Stadt|Frage: Wie viele?|Antwort: Zwölf.|Ende',
    );
  });
});

describe('Word', () => {
  const docx = async (options: ConstructorParameters<typeof Document>[0]) =>
    new Uint8Array(await Packer.toBuffer(new Document(options)));
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

  it('gives paragraphs, tables a row a line, lists and footnotes', async () => {
    const bytes = await docx({
      numbering: {
        config: [
          { reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] },
          { reference: 'b', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•' }] },
        ],
      },
      footnotes: { 1: { children: [new Paragraph('Auch das ist erfunden.')] } },
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun('Stellungnahme'), new FootnoteReferenceRun(1)] }),
            new Paragraph({ text: 'Wie viele Bänke?', numbering: { reference: 'n', level: 0 } }),
            new Paragraph({ text: 'Wie viele Bäume?', numbering: { reference: 'n', level: 0 } }),
            new Paragraph('Zwischen den Listen.'),
            new Paragraph({ text: 'eine Bank', numbering: { reference: 'b', level: 0 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('Jahr'), cell('Anträge')] }),
                new TableRow({ children: [cell('2019'), cell('120')] }),
              ],
            }),
            new Paragraph('Straße „erfunden“'),
          ],
        },
      ],
    });
    const text = await textOf(bytes, 'a.docx');
    expect(text).toContain('1. Wie viele Bänke?\n2. Wie viele Bäume?');
    expect(text).toContain('• eine Bank');
    expect(text).toContain('Jahr\tAnträge\n2019\t120');
    expect(text).toContain('Straße „erfunden“');
    expect(text).toMatch(/^Stellungnahme\[1\]/);
    expect(text).toMatch(/\[1\] Auch das ist erfunden\.$/);
  });

  it('is known by its content, whatever it is called', async () => {
    const bytes = await docx({ sections: [{ children: [new Paragraph('Erfunden')] }] });
    expect(await textOf(bytes, 'download', 'application/octet-stream')).toBe('Erfunden');
  });

  it('that would unpack to gigabytes is too large, and not unpacked', async () => {
    const bomb = zipOf('word/document.xml', deflateRawSync(Buffer.alloc(80 * 1024 * 1024, 0x20)), 80 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await readPages(bomb, 'a.docx')).toEqual({ ok: false, error: 'too-large' });
  });
});

test.each([
  ['-', 'a.md'],
  ['![', 'a.md'],
  ['**a ', 'a.md'],
  ['| - ', 'a.md'],
  ['a\tb\n', 'a.txt'],
  ['Frage\tAntwort\n', 'a.txt'],
  ['<p>', 'a.html'],
  ['<!--', 'a.html'],
])('300,000 characters of %j are read in a second or two', async (piece, name) => {
  const start = process.threadCpuUsage();
  await readPages(utf8(piece.repeat(300_000 / piece.length)), name);
  expect(process.threadCpuUsage(start).user / 1_000).toBeLessThan(3_000);
});

describe('what cannot be read has a reason', () => {
  const ole = (name: string) => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(508), ...utf16(name)]);
  it.each([
    ['an empty file', 'a.pdf', new Uint8Array(), 'empty'],
    ['a text of blanks', 'a.txt', utf8(' \n\t '), 'empty'],
    ['a page without words', 'a.html', utf8('<html><body><script>x</script></body></html>'), 'empty'],
    ['a damaged PDF', 'a.pdf', utf8('%PDF-1.7\n1 0 obj\n<< /Type /Cat'), 'unreadable'],
    ['a page of tables in tables', 'a.html', utf8(`<html>${'<table><tr><td>'.repeat(20_000)}`), 'unreadable'],
    ['a damaged Word file', 'a.docx', zipOf('word/document.xml', Buffer.from('kein xml'), 8), 'unreadable'],
    ['a Word file with a password', 'a.docx', ole('EncryptedPackage'), 'password-protected'],
    ['an old Word file', 'a.doc', ole('WordDocument'), 'unknown-format'],
    ['a zip of something else', 'a.zip', zipOf('bild.png', Buffer.from('x'), 1), 'unknown-format'],
    ['a picture', 'a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'unknown-format'],
    ['a picture called a text', 'a.txt', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74]), 'unknown-format'],
    ['a text with an unknown ending', 'a.xyz', utf8('Text'), 'unknown-format'],
  ])('%s', async (_what, name, bytes, reason) => {
    expect(await readPages(bytes, name)).toEqual({ ok: false, error: reason });
  });

  it('a PDF with a password', async () => {
    expect(await readPages(await lockedPdf(), 'a.pdf')).toEqual({ ok: false, error: 'password-protected' });
  });

  it('a PDF of pictures alone', async () => {
    expect(await readPages(await scan(), 'a.pdf')).toEqual({ ok: false, error: 'scan-without-text' });
  });
});

/** A zip of one file, deflated unless it is as long as it says. */
function zipOf(name: string, data: Buffer, unpackedBytes: number): Uint8Array {
  const method = data.length === unpackedBytes ? 0 : 8;
  const sizes = (at: number, buffer: Buffer) => {
    buffer.writeUInt32LE(data.length, at);
    buffer.writeUInt32LE(unpackedBytes, at + 4);
    buffer.writeUInt16LE(name.length, at + 8);
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(method, 8);
  sizes(18, local);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(method, 10);
  sizes(20, central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  const label = Buffer.from(name);
  return Uint8Array.from(Buffer.concat([local, label, data, central, label, end]));
}
