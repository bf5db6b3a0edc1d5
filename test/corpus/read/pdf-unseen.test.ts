// PDFs that have more in them than they show, or show it in a way that reading gets wrong; all invented, written here.
import { degrees, PDFDocument, type PDFFont, PDFName, type PDFPage, PDFString, rgb, StandardFonts } from 'pdf-lib';
import { describe, expect, it, test } from 'vitest';
import { readPages } from '../../../corpus/read/read.ts';
import type { Remark } from '../../../corpus/types.ts';

interface Sheet {
  page: PDFPage;
  document: PDFDocument;
  font: PDFFont;
  /** One line at the left margin, a height of 11. */
  line: (text: string, y: number, more?: Parameters<PDFPage['drawText']>[1]) => void;
}

async function read(draw: (sheet: Sheet) => void | Promise<void>): Promise<{ text: string; remarks: Remark[] }> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  await draw({
    page,
    document,
    font,
    line: (text, y, more) => page.drawText(text, { x: 60, y, size: 11, font, ...more }),
  });
  const result = await readPages(new Uint8Array(await document.save()), 'invented.pdf');
  if (!result.ok) throw new Error(result.error);
  return { text: result.value.pages.map(({ text }) => text).join('\n'), remarks: result.value.remarks };
}

describe('what nobody sees is not in the text', () => {
  test.each<[name: string, draw: (sheet: Sheet) => void]>([
    ['white on white', ({ line }) => line('GEHEIM', 600, { color: rgb(1, 1, 1) })],
    ['nearly white on white', ({ line }) => line('GEHEIM', 600, { color: rgb(0.98, 0.98, 0.98) })],
    [
      'black on black',
      ({ line, page }) => {
        page.drawRectangle({ x: 50, y: 590, width: 200, height: 30, color: rgb(0, 0, 0) });
        line('GEHEIM', 600);
      },
    ],
    ['of no size', ({ line }) => line('GEHEIM', 600, { size: 0.5 })],
    ['right of the page', ({ line }) => line('GEHEIM', 600, { x: 700 })],
    ['below the page', ({ line }) => line('GEHEIM', -40)],
    ['see-through', ({ line }) => line('GEHEIM', 600, { opacity: 0 })],
    [
      'white in the middle of a line',
      ({ line, font }) =>
        line('GEHEIM', 700, { x: 60 + font.widthOfTextAtSize('Es sind vierzig Bänke. ', 11), color: rgb(1, 1, 1) }),
    ],
  ])('%s', async (_name, draw) => {
    const { text } = await read((sheet) => {
      sheet.line('Es sind vierzig Bänke. ', 700);
      draw(sheet);
    });
    expect(text.trim()).toBe('Es sind vierzig Bänke.');
  });

  it('but white letters on a dark ground are', async () => {
    const { text } = await read(({ page, line }) => {
      page.drawRectangle({ x: 50, y: 590, width: 200, height: 30, color: rgb(0, 0.2, 0.4) });
      line('Kopf der Tabelle', 600, { color: rgb(1, 1, 1) });
    });
    expect(text).toBe('Kopf der Tabelle');
  });
});

describe('what stands under an opaque box', () => {
  it('is not in the text, and its page is named', async () => {
    const { text, remarks } = await read(({ page, font, line }) => {
      const before = 'Beschwert hat sich ';
      line(`${before}Erika Beispiel im März.`, 700);
      const x = 60 + font.widthOfTextAtSize(before, 11);
      page.drawRectangle({
        x,
        y: 697,
        width: font.widthOfTextAtSize('Erika Beispiel', 11),
        height: 12,
        color: rgb(0, 0, 0),
      });
    });
    expect(text).toBe('Beschwert hat sich █████ im März.');
    expect(remarks).toEqual([{ what: 'covered-text', pages: [1] }]);
  });

  it('is neither where the box is white, nor where somebody marked it to be taken out', async () => {
    const { text, remarks } = await read(({ page, line, document }) => {
      line('Es antwortet', 720);
      line('Erika Beispiel', 700);
      page.drawRectangle({ x: 50, y: 695, width: 300, height: 14, color: rgb(1, 1, 1) });
      line('Max Beispiel', 650);
      const { context } = document;
      const note = context.obj({ Type: 'Annot', Subtype: 'Redact', Rect: [50, 645, 300, 665] });
      page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]));
    });
    expect(text).not.toMatch(/Beispiel/);
    expect(text).toContain('Es antwortet');
    expect(remarks).toHaveLength(1);
  });

  it('is in the text where the box lets it through, as a marker does, or was drawn before', async () => {
    const { text, remarks } = await read(({ page, line }) => {
      page.drawRectangle({ x: 50, y: 745, width: 300, height: 14, color: rgb(0.9, 0.9, 0.9) });
      line('Auf grauem Grund', 750);
      line('Gelb markiert', 700);
      page.drawRectangle({ x: 50, y: 695, width: 300, height: 14, color: rgb(1, 1, 0), opacity: 0.4 });
    });
    expect(text.split(/\n+/)).toEqual(['Auf grauem Grund', 'Gelb markiert']);
    expect(remarks).toEqual([]);
  });
});

describe('figures', () => {
  test.each([
    ['Haushalte: 1.250', '1', 4, 'Haushalte: 1.250 ¹'],
    ['auf 300 m', '2', 4, 'auf 300 m²'],
    ['in der Luft CO', '2', -2, 'in der Luft CO₂'],
  ])('%s with a small %s beside it stays apart', async (text, mark, rise, expected) => {
    const { text: got } = await read(({ line, font }) => {
      line(text, 700);
      line(mark, 700 + rise, { x: 60 + font.widthOfTextAtSize(text, 11), size: 6.5 });
    });
    expect(got).toBe(expected);
  });
});

it('what is printed twice to look bold is read once', async () => {
  const { text } = await read(({ line }) => {
    for (const shift of [0, 0.4]) line('Stellungnahme der Verwaltung', 700, { x: 60 + shift });
  });
  expect(text).toBe('Stellungnahme der Verwaltung');
});

it('numbers of lines in the margin are none of the text, numbers of questions are', async () => {
  const lines = ['1. Wie viele?', 'Vierzig Stück.', '2. Was kosten sie?', 'Nichts.', 'Das ist alles.', 'Mit Gruß'];
  const { text } = await read(({ line }) => {
    for (const [i, one] of lines.entries()) {
      line(one, 700 - 14 * i);
      line(String(i + 1), 700 - 14 * i, { x: 35, size: 8 });
    }
  });
  expect(text.split('\n')).toEqual(lines);
});

it('words across the page are no text, unless they say that it is closed', async () => {
  const across = async (word: string) =>
    (
      await read(({ line }) => {
        line('Es sind vierzig Bänke.', 700);
        line(word, 300, { x: 150, size: 70, rotate: degrees(45), color: rgb(0.8, 0.8, 0.8) });
      })
    ).text;
  expect(await across('ENTWURF')).toBe('Es sind vierzig Bänke.');
  expect(await across('nichtöffentlich')).toBe('nichtöffentlich\n\nEs sind vierzig Bänke.');
});

test.each([90, -90])('a table turned by %d degrees is read in order, behind what stands upright', async (turn) => {
  const rows = ['Stadtteil 2022 2023', 'Nordstadt 37 29', 'Oberdorf 18 15'];
  const { text } = await read(({ line }) => {
    line('Die Zahlen stehen in der Übersicht.', 780);
    for (const [i, row] of rows.entries())
      line(row, turn === 90 ? 200 : 600, { x: turn === 90 ? 200 + 20 * i : 400 - 20 * i, rotate: degrees(turn) });
  });
  expect(text.split(/\n+/)).toEqual(['Die Zahlen stehen in der Übersicht.', ...rows]);
});

describe('form fields', () => {
  it('have their values at their place', async () => {
    const { text } = await read(({ document, page, line }) => {
      line('1. Wie viele Hallen gibt es?', 700);
      line('2. Wer zahlt?', 600);
      const form = document.getForm();
      const first = form.createTextField('a');
      first.setText('Es gibt 22 Hallen.');
      first.addToPage(page, { x: 60, y: 660, width: 300, height: 20 });
      const second = form.createTextField('b');
      second.enableMultiline();
      second.setText('Die Stadt.\nDas Land hilft.');
      second.addToPage(page, { x: 60, y: 540, width: 300, height: 45 });
    });
    expect(text.split(/\n+/)).toEqual([
      '1. Wie viele Hallen gibt es?',
      'Es gibt 22 Hallen.',
      '2. Wer zahlt?',
      'Die Stadt.',
      'Das Land hilft.',
    ]);
  });

  it('of boxes say which are ticked', async () => {
    const { text } = await read(({ document, page, line }) => {
      line('öffentlich', 700, { x: 80 });
      line('nichtöffentlich', 700, { x: 200 });
      const form = document.getForm();
      form.createCheckBox('a').addToPage(page, { x: 62, y: 699, width: 10, height: 10 });
      const closed = form.createCheckBox('b');
      closed.addToPage(page, { x: 182, y: 699, width: 10, height: 10 });
      closed.check();
    });
    expect(text.replace(/\s+/g, ' ')).toBe('☐ öffentlich ☒ nichtöffentlich');
  });

  it('free text is read, a note that pops up and a hidden field are not', async () => {
    const { text } = await read(({ document, page, line }) => {
      line('Antwort der Verwaltung', 700);
      const { context } = document;
      const note = (Subtype: string, text: string, F: number, y: number) =>
        context.register(
          context.obj({
            Type: 'Annot',
            Subtype,
            F,
            Rect: [60, y, 300, y + 15],
            Contents: PDFString.of(text),
            DA: PDFString.of('/Helv 10 Tf'),
          }),
        );
      page.node.set(
        PDFName.of('Annots'),
        context.obj([
          note('FreeText', 'Vierzig.', 4, 660),
          note('Text', 'GEHEIM', 4, 640),
          note('FreeText', 'GEHEIM', 2, 620),
        ]),
      );
    });
    expect(text.split(/\n+/)).toEqual(['Antwort der Verwaltung', 'Vierzig.']);
  });
});

it('a cover with attached PDFs is read with them, and any other attachment is named', async () => {
  const inner = await PDFDocument.create();
  inner.addPage().drawText('1. Wie viele? Vierzig.');
  const bytes = await inner.save();
  const cover = await read(async ({ document, line }) => {
    line('Bitte mit einem anderen Programm ansehen.', 700);
    await document.attach(bytes, 'antwort.pdf', { mimeType: 'application/pdf' });
  });
  expect(cover.text).toContain('1. Wie viele? Vierzig.');
  const whole = await read(async ({ document, line }) => {
    for (let i = 0; i < 12; i++)
      line('Das ist eine lange Antwort der Verwaltung mit vielen Worten über Bänke.', 700 - 14 * i);
    await document.attach(bytes, 'anlage.pdf', { mimeType: 'application/pdf' });
  });
  expect(whole.remarks).toEqual([{ what: 'attachments', names: ['anlage.pdf'] }]);
});

it('names the pages that have no text', async () => {
  const { remarks } = await read(({ document, line }) => {
    line('Eine Antwort.', 700);
    document.addPage();
  });
  expect(remarks).toEqual([{ what: 'pages-without-text', pages: [2] }]);
});
