// Files of cases/, all invented, made after what people report of such systems: each is read as it is seen, with the
// reason why it is here. The ones named odt-, rtf- and doc- were written by LibreOffice.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parseReply } from '../../../corpus/parse/parse.ts';
import { isOle, readDoc } from '../../../corpus/read/doc.ts';
import { textOfHtml } from '../../../corpus/read/html.ts';
import { readPages } from '../../../corpus/read/read.ts';
import type { PageText, ReplyDocument } from '../../../corpus/types.ts';

async function pagesOf(file: string): Promise<PageText[] | string> {
  const bytes = new Uint8Array(await readFile(join(import.meta.dirname, 'cases', file)));
  if (isOle(bytes)) {
    const old = await readDoc(bytes);
    return old.ok ? [{ number: 1, text: textOfHtml(old.value) ?? '' }] : old.error;
  }
  const read = await readPages(bytes, file);
  return read.ok ? read.value.pages : read.error;
}

async function documentOf(file: string): Promise<ReplyDocument> {
  const pages = await pagesOf(file);
  const parsed = typeof pages === 'string' ? null : parseReply({ id: 'invented', file, pages, meta: {} });
  if (!parsed?.ok) throw new Error(`${file}: ${parsed ? parsed.error : pages}`);
  return parsed.value;
}

const answersOf = ({ text, pairs }: ReplyDocument) =>
  pairs.map(({ number, answer }) => `${number}: ${text.slice(answer.start, answer.end).replace(/\s+/g, ' ')}`);

const FOUNTAINS = [
  '1: Die Stadt betreibt 14 Trinkbrunnen, davon neun in der Innenstadt.',
  '2: Für Wasser, Beprobung und Wartung entstehen je Brunnen rund 2.300 Euro im Jahr.',
  '3: Im Frühjahr 2025 werden drei weitere Trinkbrunnen am Marktplatz und in der Nordstadt aufgestellt.',
];
const CYCLING = [
  '1a: Es gibt 212 Kilometer Radweg.',
  '1b: 31 Kilometer sind sanierungsbedürftig.',
  '2: Im Haushalt 2025 stehen 1,2 Mio. Euro bereit.',
];
const MARKET = [
  '1: Auf dem Wochenmarkt sind 46 Händlerinnen und Händler.',
  '2: Erhoben werden 2,10 Euro je Meter und Tag.',
];

test.each<[file: string, answers: string[], reason: string]>([
  ['docx-nummern-fortgesetzt.docx', FOUNTAINS, 'one list with answers between its items'],
  ['docx-nummern-frage-text.docx', FOUNTAINS, 'the list’s own text is “Frage %1:”'],
  ['docx-nummern-unterfragen.docx', CYCLING, 'a list of two levels'],
  ['odt-nummern.odt', CYCLING, 'the same in OpenDocument'],
  ['rtf-nummern.rtf', CYCLING, 'the same in Rich Text'],
  [
    'docx-buchstaben.docx',
    ['a: Gemäht wird alle zwei Wochen.', 'b: Gewässert wird nur bei Trockenheit.'],
    'automatic letters, answers with written ones',
  ],
  ['lo-nummern.docx', MARKET, 'LibreOffice’s lists, the second of which begins at 2'],
  ['alt-odt.odt', MARKET, 'OpenDocument'],
  ['alt-rtf.rtf', MARKET, 'Rich Text'],
  ['markt.pdf', MARKET, 'the same as PDF'],
  [
    'docx-textfeld-neu.docx',
    [
      '1: Der Wochenmarkt auf dem Marktplatz findet dienstags und samstags von 7 bis 13 Uhr statt.',
      '2: Den Wochenmarkt betreibt der Eigenbetrieb Märkte.',
    ],
    'an answer in a text box without the old form',
  ],
  [
    'docx-formularfelder.docx',
    ['1: Sie beträgt 108 Euro im Jahr für den ersten Hund, 216 Euro für jeden weiteren.'],
    'the result of a simple field',
  ],
  [
    'doc-feld.doc',
    ['1: Sie beträgt 108 Euro im Jahr für den ersten Hund, 216 Euro für jeden weiteren.'],
    'the old format',
  ],
  ['docx-altchunk.docx', ['1: Der Stadtbus fährt werktags alle 15 Minuten.'], 'the body is a part of HTML'],
  [
    'html-allris-formular.html',
    ['1: Frei sind 320 Grabfelder.', '2: Ein Urnengrab kostet 890 Euro für 20 Jahre.'],
    'the whole page is a form',
  ],
  [
    'pdf-formularfelder.pdf',
    [
      '1: Die Stadt hat 22 Turnhallen, davon vier mit Zuschauerraum.',
      '2: Gesperrt ist die Halle der Lindenschule bis Dezember 2024. ☒ öffentlich',
    ],
    'answers and boxes are fields of a form',
  ],
  [
    'pdf-doppelt-gedruckt.pdf',
    ['1: Der Nachtbus fährt freitags und samstags um 0.30, 1.30 und 2.30 Uhr.'],
    'bold by printing twice',
  ],
  [
    'pdf-zeilennummern.pdf',
    [
      '1: Die Sanierung kostet rund 3,2 Millionen Euro. Davon trägt das Land nach dem Bescheid vom Mai die Hälfte, den Rest trägt die Stadt.',
      '2: Gebaut wird im Herbst 2026.',
    ],
    'numbers of lines in the margin',
  ],
  ['pdf-unsichtbar.pdf', ['1: Sieben Brücken müssen erneuert werden.'], 'white text, and text outside of the page'],
  [
    'pdf-schwarze-balken.pdf',
    ['1: Beschwert hat sich █████ März 2023. Die Stadt hat zweimal gemessen.'],
    'a black box over a name',
  ],
])('%s: %j – %s', async (file, answers) => {
  expect(answersOf(await documentOf(file))).toEqual(answers);
});

describe('hidden text', () => {
  test.each(['docx-verborgener-text.docx', 'odt-verborgen.odt', 'rtf-verborgen.rtf', 'doc-verborgen.doc'])(
    'of %s is not read',
    async (file) => {
      expect(answersOf(await documentOf(file))).toEqual([
        '1: Die Notunterkunft hat 64 Plätze. Alle Plätze sind belegt.',
      ]);
    },
  );
  it('keeps an old Word file out whose styles hide text', async () => {
    expect(await pagesOf('doc-vorlage-verbirgt.doc')).toBe('hidden-text');
  });
});

test.each(['docx-noe-klar.docx', 'docx-noe-symbol.docx'])(
  '%s is kept out: its header says that it is closed',
  async (file) => {
    const pages = (await pagesOf(file)) as PageText[];
    expect(parseReply({ id: 'invented', file, pages, meta: {} })).toEqual({ ok: false, error: 'not-public' });
  },
);

test('a figure and the mark of its footnote stay apart', async () => {
  const [answer] = answersOf(await documentOf('pdf-fussnote-an-zahl.pdf'));
  expect(answer).toContain('insgesamt 1.250 ¹ Haushalte');
});

test('the rows of a table that is turned stand in order', async () => {
  const { text } = await documentOf('pdf-quer.pdf');
  expect(text.replace(/\s+/g, ' ')).toContain(
    'Stadtteil 2021 2022 2023 Nordstadt 41 37 29 Oberdorf 12 18 15 Weststadt 33 30 44',
  );
});

test('no word of ours stands in a cell that goes on on the next page', async () => {
  const { text } = await documentOf('pdf-tabelle-seitenumbruch.pdf');
  expect(text.replace(/\s+/g, ' ')).toContain('berichten. Im Abschnitt 17');
  expect(text.slice(text.indexOf('Abschnitt 1 '))).not.toContain('Antwort:');
});

test('a font without a way back to letters is not read at all', async () => {
  expect(await pagesOf('pdf-ohne-tounicode.pdf')).toBe('unreadable');
});
