// PDFs made here by pdf-lib, with invented text; real ones of other cities are not ours to commit.
import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../corpus/parse/parse.ts';
import { readPages } from '../../../corpus/read/read.ts';
import type { PageText } from '../../../corpus/types.ts';

interface Sheet {
  page: PDFPage;
  font: PDFFont;
  /** Lines of 11 points from `y` downwards, 14 apart. */
  write(x: number, y: number, lines: string | string[], size?: number): void;
  line(x1: number, y1: number, x2: number, y2: number): void;
}

async function pdf(...draw: ((sheet: Sheet) => void)[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const drawPage of draw) {
    const page = document.addPage([595, 842]);
    drawPage({
      page,
      font,
      write(x, y, lines, size = 11) {
        for (const [i, text] of [lines].flat().entries()) page.drawText(text, { x, y: y - 14 * i, size, font });
      },
      line: (x1, y1, x2, y2) => page.drawLine({ start: { x: x1, y: y1 }, end: { x: x2, y: y2 }, thickness: 0.7 }),
    });
  }
  return document.save();
}

async function pagesOf(bytes: Uint8Array): Promise<PageText[]> {
  const read = await readPages(bytes, 'invented.pdf');
  if (!read.ok) throw new Error(read.error);
  return read.value.pages;
}
const textOf = async (bytes: Uint8Array) => (await pagesOf(bytes)).map((page) => page.text).join('\f');

async function documentOf(bytes: Uint8Array) {
  const reply = parseReply({ id: 'x', file: 'x.pdf', pages: await pagesOf(bytes), meta: {} });
  if (!reply.ok) throw new Error(reply.error);
  return reply.value;
}

describe('lines', () => {
  it('come from top to bottom, whatever order they were drawn in, with an empty line where there is a distance', async () => {
    const bytes = await pdf(({ write }) => {
      write(70, 600, 'Dritte Zeile der Erfindung');
      write(70, 700, ['Erste Zeile', 'Zweite Zeile']);
    });
    expect(await textOf(bytes)).toBe('Erste Zeile\nZweite Zeile\n\nDritte Zeile der Erfindung');
  });

  it.each([
    ['raised', 'Die Fläche misst 120 m', '2', '²', 'und gehört der Stadt.', 4],
    ['lowered', 'Der Ausstoß von CO', '2', '₂', 'sinkt seit Jahren.', -3],
  ])('keep a %s figure in the line it belongs to', async (_how, before, script, sign, after, rise) => {
    const bytes = await pdf(({ write, font }) => {
      write(70, 714, 'Die Verwaltung antwortet:');
      write(70, 700, before);
      const end = 70 + font.widthOfTextAtSize(before, 11);
      write(end, 700 + rise, script, 7);
      write(end + font.widthOfTextAtSize(script, 7) + 3, 700, after);
      write(70, 686, 'Eine Zeile darunter.');
    });
    expect(await textOf(bytes)).toBe(`Die Verwaltung antwortet:\n${before}${sign} ${after}\nEine Zeile darunter.`);
  });

  it('keep words apart that were drawn one by one, and letters together', async () => {
    const bytes = await pdf(({ write, font }) => {
      let x = 70;
      for (const word of ['Es', 'gibt', 'zwölf', 'Bänke']) {
        for (const letter of word) {
          write(x, 700, letter);
          x += font.widthOfTextAtSize(letter, 11);
        }
        x += font.widthOfTextAtSize(' ', 11);
      }
    });
    expect(await textOf(bytes)).toBe('Es gibt zwölf Bänke');
  });
});

describe('tables with rules', () => {
  const ROWS = [
    ['Jahr', 'Anträge', 'davon bewilligt'],
    ['2019', '120', '87'],
    ['2020', '95', '61'],
  ];
  function grid({ line }: Sheet, xs: number[], ys: number[]) {
    for (const x of xs) line(x, ys[0] ?? 0, x, ys.at(-1) ?? 0);
    for (const y of ys) line(xs[0] ?? 0, y, xs.at(-1) ?? 0, y);
  }

  it('are a line a row, the heads first, cells parted by tabs', async () => {
    const bytes = await pdf((sheet) => {
      sheet.write(70, 760, 'Die Anträge im Überblick:');
      grid(sheet, [70, 170, 270, 400], [740, 720, 700, 680]);
      for (const [r, row] of ROWS.entries())
        for (const [c, cell] of row.entries()) sheet.write(75 + 100 * c, 726 - 20 * r, cell);
      sheet.write(70, 650, 'So weit die Zahlen.');
    });
    expect(await textOf(bytes)).toBe(
      `Die Anträge im Überblick:\n\n${ROWS.map((row) => row.join('\t')).join('\n')}\n\nSo weit die Zahlen.`,
    );
  });

  it('have cells of several lines in one line, without the hyphen that parts a word and with the one that does not', async () => {
    const bytes = await pdf((sheet) => {
      grid(sheet, [70, 200, 400], [740, 690, 640]);
      sheet.write(75, 726, ['Lfd.', 'Nummer']);
      sheet.write(205, 726, ['Erledigungs-', 'vermerk']);
      sheet.write(75, 676, '1');
      sheet.write(205, 676, ['Das KA-', 'Feedback liegt vor,', 'Haupt- und Nebenwege']);
    });
    expect(await textOf(bytes)).toBe(
      'Lfd. Nummer\tErledigungsvermerk\n1\tDas KA-Feedback liegt vor, Haupt- und Nebenwege',
    );
  });

  it('with a cell that spans rows or columns have its text once, where it begins', async () => {
    const bytes = await pdf(({ write, line }) => {
      for (const y of [740, 680]) line(70, y, 370, y);
      for (const x of [70, 370]) line(x, 740, x, 680);
      line(170, 740, 170, 680);
      line(270, 710, 270, 680);
      line(170, 710, 370, 710);
      write(75, 726, ['Gilt für', 'beide']);
      write(175, 726, 'Über zwei Spalten hinweg');
      write(175, 690, 'links');
      write(275, 690, 'rechts');
    });
    expect(await textOf(bytes)).toBe('Gilt für beide\tÜber zwei Spalten hinweg\nlinks\trechts');
  });

  it('with an empty cell between two others say that it is empty', async () => {
    const bytes = await pdf((sheet) => {
      grid(sheet, [70, 170, 270, 400], [740, 720, 700]);
      for (const [c, head] of ['Jahr', 'neu', 'alt'].entries()) sheet.write(75 + 100 * c, 726, head);
      sheet.write(75, 706, '2019');
      sheet.write(275, 706, '120');
    });
    expect(await textOf(bytes)).toBe('Jahr\tneu\talt\n2019\t–\t120');
  });

  it('of questions and answers are a dialogue, each with its head before it', async () => {
    const bytes = await pdf((sheet) => {
      grid(sheet, [70, 110, 300, 500], [740, 720, 680, 640]);
      for (const [x, head] of [
        [75, 'Nr.'],
        [115, 'Frage'],
        [305, 'Antwort der Verwaltung'],
      ] as const)
        sheet.write(x, 726, head);
      sheet.write(75, 706, '1');
      sheet.write(115, 706, ['Wie viele Bänke', 'gibt es?']);
      sheet.write(305, 706, ['Zwölf Bänke, davon', 'zwei neue.']);
      sheet.write(75, 666, '2');
      sheet.write(115, 666, 'Wo stehen sie?');
      sheet.write(305, 666, 'Im Park.');
    });
    expect((await textOf(bytes)).split('\n\n')).toEqual([
      'Frage 1: Wie viele Bänke gibt es?',
      'Antwort der Verwaltung: Zwölf Bänke, davon zwei neue.',
      'Frage 2: Wo stehen sie?',
      'Antwort der Verwaltung: Im Park.',
    ]);
  });

  it('with long cells are read cell by cell, a paragraph a line', async () => {
    const sentence = ['Dies ist ein langer erfundener', 'Satz, der sich über viele', 'Zeilen dieser Zelle zieht'];
    const bytes = await pdf((sheet) => {
      grid(sheet, [70, 250, 430], [740, 560]);
      sheet.write(75, 726, ['1. Wie viele Bänke gibt es?']);
      sheet.write(255, 726, [...sentence, ...sentence, ...sentence]);
    });
    const [question, answer] = (await textOf(bytes)).split('\n\n');
    expect(question).toBe('1. Wie viele Bänke gibt es?');
    expect(answer).toMatch(/^Dies ist ein langer erfundener Satz, der .* Zelle zieht$/);
  });

  it.each([
    ['a frame around a text', [70, 500]],
    ['a line under a heading', []],
  ])('are not made of %s', async (_what, xs) => {
    const bytes = await pdf((sheet) => {
      if (xs.length > 0) grid(sheet, xs, [740, 680]);
      else sheet.line(70, 720, 500, 720);
      sheet.write(80, 726, ['Die Verwaltung teilt mit, dass', 'alles erfunden ist.']);
    });
    expect(await textOf(bytes)).toBe('Die Verwaltung teilt mit, dass\nalles erfunden ist.');
  });
});

describe('a page that lies on its side', () => {
  it.each([0, 90, 180, 270])('by %i degrees is read as it is shown', async (angle) => {
    const bytes = await pdf(({ page, font }) => {
      page.setRotation(degrees(angle));
      const turn = (angle * Math.PI) / 180;
      // In the reader's eyes: from the left to the right, the second line below the first.
      const at = (x: number, y: number) => ({
        x: 300 + x * Math.cos(turn) - y * Math.sin(turn),
        y: 400 + x * Math.sin(turn) + y * Math.cos(turn),
      });
      for (const [text, x, y] of [
        ['Jahr', 0, 0],
        ['Anträge', 100, 0],
        ['2019', 0, -14],
        ['120', 100, -14],
      ] as const) {
        page.drawText(text, { ...at(x, y), size: 11, font, rotate: degrees(angle) });
      }
    });
    expect(await textOf(bytes)).toBe('Jahr   Anträge\n2019   120');
  });
});

describe('a plan of thousands of lines', () => {
  it.each([1_900, 6_000])('is read in little time with %i of them', async (lines) => {
    const bytes = await pdf((sheet) => {
      for (let i = 0; i < lines; i++) {
        const [x, y] = [70 + (i % 60) * 7, 100 + Math.floor(i / 60) * 6];
        if (i % 2) sheet.line(x, y, x + 6.5, y);
        else sheet.line(x, y, x, y + 6.5);
      }
      sheet.write(70, 60, 'Plan der erfundenen Siedlung');
    });
    const started = process.threadCpuUsage();
    expect(await textOf(bytes)).toBe('Plan der erfundenen Siedlung');
    expect(process.threadCpuUsage(started).user).toBeLessThan(3_000_000);
  });
});

describe('tables without rules', () => {
  it('keep their rows, with a wide gap between the cells', async () => {
    const rows = [
      ['Grundschule am erfundenen Park', '4 Klassen', '98'],
      ['Realschule an der erfundenen Allee', '6 Klassen', '151'],
      ['Gymnasium beim erfundenen Bahnhof', '5 Klassen', '140'],
      ['Förderschule im erfundenen Viertel', '2 Klassen', '31'],
      ['Gesamtschule hinter dem erfundenen Wald', '7 Klassen', '188'],
    ];
    const bytes = await pdf(({ write }) => {
      for (const [i, x] of [70, 320, 450].entries())
        write(
          x,
          700,
          rows.map((row) => row[i] ?? ''),
        );
    });
    expect(await textOf(bytes)).toBe(rows.map((row) => row.join('   ')).join('\n'));
  });
});

describe('questions and answers beside each other, without rules', () => {
  const TEXTS = [
    ['1', ['Wie viele Bänke gibt es', 'im erfundenen Park?'], ['Zwölf Bänke, davon', 'zwei neue und zehn', 'alte.']],
    ['2', ['Wo stehen sie?'], ['Am Wasser.']],
  ] as const;
  const draw = (withNumbers: boolean) =>
    pdf(({ write }) => {
      write(70, 760, 'Die Anfrage beantwortet die Verwaltung des erfundenen Ortes gern wie folgt:');
      if (withNumbers) write(70, 720, 'Nr.');
      write(100, 720, 'Frage');
      write(240, 720, 'Antwort');
      for (const [i, [number, question, answer]] of TEXTS.entries()) {
        if (withNumbers) write(70, 700 - 50 * i, number);
        write(100, 700 - 50 * i, [...question]);
        write(240, 700 - 50 * i, [...answer]);
      }
      write(70, 620, 'Erfundenes Amt');
    });

  it.each([
    ['with numbers', true, ['Frage 1', 'Frage 2']],
    ['without numbers', false, ['Frage', 'Frage']],
  ])('%s are read one after the other, and what stands below is none of them', async (_, withNumbers, [one, two]) => {
    const blocks = (await textOf(await draw(withNumbers))).split('\n\n');
    expect(blocks.slice(1)).toEqual([
      `${one}: Wie viele Bänke gibt es im erfundenen Park?`,
      'Antwort: Zwölf Bänke, davon zwei neue und zehn alte.',
      `${two}: Wo stehen sie?`,
      'Antwort: Am Wasser.',
      'Erfundenes Amt',
    ]);
  });
});

describe('columns', () => {
  const LEFT = [
    'In der linken Spalte steht der erste Teil',
    'der erfundenen Antwort, der sich über',
    'mehrere Zeilen zieht und von Bänken',
    'handelt, die es so nirgends gibt und',
    'die auch niemand aufstellen wird.',
  ];
  const RIGHT = [
    'In der rechten Spalte geht es um den',
    'zweiten Teil, nämlich um Bäume, deren',
    'Zahl ebenso erfunden ist wie alles hier',
    'und die in keiner Straße dieser Stadt',
    'zu finden sind.',
  ];

  it('of prose are read one after the other', async () => {
    const bytes = await pdf(({ write }) => {
      write(70, 760, 'Stellungnahme der erfundenen Verwaltung über die ganze Breite der Seite hinweg');
      write(70, 700, LEFT);
      write(320, 700, RIGHT);
      write(70, 560, 'Darunter steht wieder eine Zeile, die über beide Spalten der Seite reicht.');
    });
    const text = await textOf(bytes);
    expect(text).toContain(`${LEFT.join('\n')}\n\n${RIGHT.join('\n')}`);
    expect(text.endsWith('\n\nDarunter steht wieder eine Zeile, die über beide Spalten der Seite reicht.')).toBe(true);
  });

  it('that stand narrow beside a letter come before it and cut no sentence', async () => {
    const aside = ['Stadt Musterstadt', 'Amt für Erfundenes', 'Telefon 00', 'Zimmer 12', 'Postfach 0'];
    const bytes = await pdf(({ write }) => {
      write(
        70,
        700,
        LEFT.map((line) => `${line} und weiter`),
      );
      for (const [i, text] of aside.entries()) write(430, 705 - 12 * i, text, 8);
    });
    const text = await textOf(bytes);
    expect(text).toContain(LEFT.map((line) => `${line} und weiter`).join('\n'));
    expect(text.indexOf('Zimmer 12')).toBeLessThan(text.indexOf('In der linken'));
  });
});

describe('the document made of a PDF', () => {
  const PAGES = [
    [
      'Stellungnahme zur Anfrage der erfundenen Fraktion',
      '',
      '1. Wie viele Bänke gibt es?',
      '',
      'In der erfundenen Stadt gibt es 120 Bänke, wie das KA-',
      'Feedback vom Frühjahr zeigt, und die Verwal-',
      'tung plant für Haupt- und Nebenwege keine weiteren.',
    ],
    ['2. Was kosten sie?', '', 'Die Kosten sind frei erfunden.'],
  ];

  it('joins words that the line parts, keeps real hyphens, and its pages cover all of its text', async () => {
    const bytes = await pdf(
      ...PAGES.map(
        (lines) =>
          ({ write }: Sheet) =>
            write(70, 700, lines),
      ),
    );
    const { text, pages, pairs } = await documentOf(bytes);
    expect(text).toContain('KA-Feedback vom Frühjahr');
    expect(text).toContain('die Verwaltung plant für Haupt- und Nebenwege');
    expect(pages.map((page) => page.number)).toEqual([1, 2]);
    expect(pages[0]?.start).toBe(0);
    expect(pages[1]?.start).toBe(pages[0]?.end);
    expect(pages[1]?.end).toBe(text.length);
    expect(text.slice(pages[1]?.start, pages[1]?.end)).toContain('Was kosten sie?');
    expect(pairs.map((pair) => pair.number)).toEqual(['1', '2']);
  });

  it('is read as pairs where a city answers by a letter with its telephone numbers beside it', async () => {
    const beside = [
      'Stadt Musterstadt',
      'Amt für Stadtgrün',
      'Zimmer 12',
      'Auskunft erteilt',
      'Frau Erfunden',
      'Mein Zeichen 67-1',
    ];
    const bytes = await pdf(
      ({ write }) => {
        write(70, 760, ['An die', 'erfundene Fraktion im Rat']);
        for (const [i, text] of beside.entries()) write(430, 765 - 11 * i, text, 8);
        write(70, 650, 'Ihre Anfrage vom 3. Mai 2024: Bänke im Stadtpark');
        write(70, 610, ['Sehr geehrte Damen und Herren,', '', 'Ihre Anfrage beantworte ich wie folgt:']);
        write(70, 540, ['Frage 1:', 'Wie viele Bänke stehen im erfundenen Stadtpark?']);
        write(70, 490, [
          'Antwort:',
          'Im Stadtpark stehen zwölf Bänke, von denen drei im Frühjahr',
          'erneuert worden sind.',
        ]);
        write(70, 430, ['Frage 2:', 'Was kostet eine Bank?']);
        write(70, 60, 'Seite 1 von 2', 8);
      },
      ({ write }) => {
        write(70, 760, ['Antwort:', 'Eine Bank kostet 900 Euro, frei erfunden.']);
        write(70, 690, ['Mit freundlichen Grüßen', '', 'Erfunden']);
        write(70, 60, 'Seite 2 von 2', 8);
      },
    );
    const { text, pairs } = await documentOf(bytes);
    expect(
      pairs.map(({ number, questionText, answer }) => [number, questionText, text.slice(answer.start, answer.end)]),
    ).toEqual([
      [
        '1',
        'Wie viele Bänke stehen im erfundenen Stadtpark?',
        'Im Stadtpark stehen zwölf Bänke, von denen drei im Frühjahr erneuert worden sind.',
      ],
      ['2', 'Was kostet eine Bank?', 'Eine Bank kostet 900 Euro, frei erfunden.'],
    ]);
  });
});
