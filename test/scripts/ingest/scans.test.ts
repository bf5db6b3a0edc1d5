// The steps from a picture's words to a page's text, and what of it is not to be trusted or not to be shown.
import { describe, expect, it, test } from 'vitest';
import type { Remark, Result, SkipReason } from '../../../corpus/types.ts';
import { mayBeClosed } from '../../../scripts/ingest/scan/closed-words.ts';
import { despeckle } from '../../../scripts/ingest/scan/despeckle.ts';
import { laidOut } from '../../../scripts/ingest/scan/lay-out.ts';
import { privatePlaces } from '../../../scripts/ingest/scan/private-places.ts';
import { type ReadContent, withReading } from '../../../scripts/ingest/scan/reading.ts';
import type { Word } from '../../../scripts/ingest/scan/recognise.ts';

/** Lines of words, 50 pixels apart where nothing else is said. */
function words(...lines: { text: string; y?: number; sure?: number }[]): Word[] {
  return lines.flatMap(({ text, y, sure = 0.9 }, row) => {
    const list = text.split(' ');
    return list.map((word, i) => {
      const top = y ?? 50 * row;
      const place = { left: 100 * i, right: 100 * i + 90, top, bottom: top + 30 };
      return { text: word, ...place, confidence: sure, endsLine: i === list.length - 1 };
    });
  });
}

describe('words of a picture', () => {
  it('are lines, with an empty line where the distance is wider than from line to line, or goes upwards', () => {
    const lines = [0, 50, 100, 200, 250, 20, 70].map((y, i) => ({ text: `Zeile ${i}`, y }));
    expect(laidOut(words(...lines)).text).toBe('Zeile 0\nZeile 1\nZeile 2\n\nZeile 3\nZeile 4\n\nZeile 5\nZeile 6');
  });

  it('are left out where a whole line is a guess: a stamp, handwriting', () => {
    const { text, confidence } = laidOut(words({ text: 'Die Bank steht.' }, { text: 'WY4 ~/', sure: 0.2 }));
    expect([text, confidence.toFixed(2)]).toEqual(['Die Bank steht.', '0.90']);
  });

  it('are unsure where more is left out than taken', () => {
    const scrawl = { text: 'xkq lll vvy rrn mmd ooa', sure: 0.3 };
    expect(laidOut(words({ text: 'Antwort' }, scrawl, scrawl)).confidence).toBeLessThan(0.3);
  });

  it('can be found in the text', () => {
    const { text, places } = laidOut(words({ text: 'Die Bank' }, { text: 'steht hier.' }));
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(['Die', 'Bank', 'steht', 'hier.']);
  });
});

test('specks go, and the dot of an i stays', () => {
  const width = 40;
  const pixels = new Uint8ClampedArray(width * 40 * 4).fill(255);
  const draw = (x: number, y: number, size: number) => {
    for (let j = y; j < y + size; j++)
      for (let i = x; i < x + size; i++) pixels.fill(0, (j * width + i) * 4, (j * width + i) * 4 + 3);
  };
  const isDark = (x: number, y: number) => pixels[(y * width + x) * 4] === 0;
  draw(2, 2, 3);
  draw(38, 20, 2);
  draw(20, 20, 4);
  despeckle(pixels, width);
  expect([isDark(2, 2), isDark(39, 21), isDark(20, 20), isDark(23, 23)]).toEqual([false, false, true, true]);
});

test.each([
  ['eine Mail an max@gmx.de geht nicht', ['max@gmx.de']],
  ['Frau A, 0171 2345678 und 0172 3456789, kommt', ['0171 2345678 und 0172 3456789']],
  ['wohnhaft Beispielweg 3, 12345 Musterstadt', ['Beispielweg 3, 12345 Musterstadt']],
  ['Die Stadt ist unter 0721 133-0 zu erreichen', []],
])('private places of "%s" are %j', (text, expected) => {
  expect(privatePlaces(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

describe('a header whose words a machine has read', () => {
  test.each([
    'Nichtöffenllich',
    'NICHTOFFENTLICH',
    'nlchtöffentlicher Teil',
    'nicht öffentiich',
    'Nicht Öffenflich',
    'nichtötfentlich',
    '[] öffentlich [X] nichtöffentlich',
    'Ü öffentlich X nicht öffentlich',
    'O öffentiich  @ nichtöffentlich',
  ])('may be closed: "%s"', (line) => {
    expect(mayBeClosed(`Stadt Musterstadt\n${line}\nGemeinderat`)).toBe(true);
  });

  test.each([
    'Öffentlich',
    'öffentliche Sitzung',
    'Die Beratung fand in nichtöffentlicher Sitzung statt, und zwar im Mai, wie es der Brauch ist seit Jahren.',
    'Öffentlichkeitsarbeit',
    'Veröffentlichung',
    'Nachrichtlich',
  ])('is not closed for "%s"', (line) => {
    expect(mayBeClosed(`Stadt Musterstadt\n${line}\nGemeinderat`)).toBe(false);
  });
});

describe('what was recognised', () => {
  const page = (number: number, text: string, confidence = 0.9) => ({
    number,
    text,
    confidence,
    image: `bild${number}`,
  });
  const reading = (...pages: ReturnType<typeof page>[]) => ({ format: 1 as const, pages });
  const scan: Result<Omit<ReadContent, 'scans'>, SkipReason> = { ok: false, error: 'scan-without-text' };
  const half = (remarks: Remark[]): Result<Omit<ReadContent, 'scans'>, SkipReason> => ({
    ok: true,
    value: { pages: [1, 2].map((number) => ({ number, text: number === 1 ? 'Getippt.' : '' })), remarks },
  });

  it('fills the pages without words and leaves those that have some', () => {
    const read = withReading(half([{ what: 'pages-without-text', pages: [2] }]), reading(page(1, 'X'), page(2, 'Y')));
    expect(read).toEqual({
      ok: true,
      value: {
        pages: [
          { number: 1, text: 'Getippt.' },
          { number: 2, text: 'Y' },
        ],
        remarks: [{ what: 'scanned-pages', pages: [2] }],
        scans: [{ number: 2, image: 'bild2', confidence: 0.9 }],
      },
    });
  });

  it('is named where it is unsure, and its page is not searched', () => {
    const read = withReading(scan, reading(page(1, 'Sicher.'), page(2, 'Un5icher', 0.4)));
    expect(read).toMatchObject({
      value: {
        pages: [{ text: 'Sicher.' }, { text: '' }],
        remarks: [
          { what: 'scanned-pages', pages: [1] },
          { what: 'unsure-pages', pages: [2] },
        ],
      },
    });
    expect(withReading(scan, reading(page(1, 'Un5icher', 0.4)))).toEqual({ ok: false, error: 'unsure-scan' });
  });

  it('changes nothing of a file that is protected or too large, or that has blank pages only', () => {
    const locked = { ok: false, error: 'password-protected' } as const;
    expect(withReading(locked, reading(page(1, 'X')))).toEqual(locked);
    expect(withReading(scan, reading(page(1, '', 0)))).toEqual(scan);
  });
});
