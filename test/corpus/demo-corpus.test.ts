// The invented answers of Musterstadt as a city's files would come: written from their sources to the byte, read with
// umlauts, parsed into the pairs that a reader sees, and marked as invented on every page.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileRole } from '../../corpus/parse/classify.ts';
import { parseReply } from '../../corpus/parse/parse.ts';
import { readPages } from '../../corpus/read/read.ts';
import type { AnswerKind, PageText, ReplyDocument, SkipReason } from '../../corpus/types.ts';
import { demoFiles } from '../../scripts/demo-corpus/files.ts';
import { NOTICE, parseSource, plain } from '../../scripts/demo-corpus/source.ts';
import { parseMetaFile } from '../../scripts/ingest/meta-file.ts';

const SOURCES = join(import.meta.dirname, '../../scripts/demo-corpus');
const FOLDER = join(import.meta.dirname, '../../corpus/documents/musterstadt');
const NAMES = readdirSync(SOURCES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => basename(name, '.txt'));
const FILES = readdirSync(FOLDER).filter((name) => !name.endsWith('.meta.json'));
const NOT_PUBLIC = '2024-07-grundstueck-nichtoeffentlich.pdf';

interface Expected {
  title: string;
  reference: string | null;
  date: string;
  committee: string | null;
  /** Number and kind of each pair; null for a question that is nowhere. */
  pairs: [number: string | null, kind: AnswerKind][];
  pages: number;
}

const answered = (...numbers: (string | null)[]): [string | null, AnswerKind][] => numbers.map((n) => [n, 'answered']);

const EXPECTED: Record<string, Expected> = {
  '2021-11-baeume.txt': {
    title: 'Baumfällungen und Nachpflanzungen im Winter 2020/2021',
    ...{ reference: '2021/0155', date: '2021-11-16', committee: 'Umweltausschuss', pages: 1 },
    pairs: answered('A', 'B', 'C', 'D'),
  },
  '2022-04-freibad.pdf': {
    title: 'Öffnungszeiten und Eintrittspreise des Freibads am Mühlbach',
    ...{ reference: '2022/0048', date: '2022-04-26', committee: 'Sportausschuss', pages: 2 },
    pairs: answered('1', '2', '3', '4', '5', '6'),
  },
  '2022-10-schultoiletten.docx': {
    title: 'Toiletten an unseren Schulen',
    ...{ reference: '2022/0131', date: '2022-10-04', committee: null, pages: 1 },
    pairs: [...answered('1', '2', '3', '4'), ['5', 'no-data']],
  },
  '2023-05-kita.txt': {
    title: 'Fehlende Plätze in Kindertageseinrichtungen',
    ...{ reference: '2023/0089', date: '2023-05-09', committee: 'Jugendhilfeausschuss', pages: 1 },
    pairs: answered(null),
  },
  '2023-06-wilder-muell.pdf': {
    title: 'Illegale Müllablagerungen im Stadtgebiet',
    ...{ reference: '2023/0102', date: '2023-06-13', committee: 'Umweltausschuss', pages: 1 },
    pairs: answered('1', '2', '3', '4', '5'),
  },
  '2023-09-e-scooter.html': {
    title: 'E-Scooter in der Innenstadt',
    ...{ reference: '2023/0166', date: '2023-09-19', committee: 'Verkehrsausschuss', pages: 1 },
    pairs: [...answered('1'), ['2', 'no-data'], ...answered('3', '4', '5')],
  },
  '2024-02-spielplatz.docx': {
    title: 'Sanierung des Spielplatzes an der Lerchenwiese',
    ...{ reference: null, date: '2024-02-20', committee: 'Ausschuss für Jugend und Familie', pages: 1 },
    pairs: answered('1', '2', '3', '4', '5'),
  },
  '2024-05-hauptstrasse.pdf': {
    title: 'Baustelle Hauptstraße: Dauer, Umleitungen und Hilfen für den Handel',
    ...{ reference: '2024/0077', date: '2024-05-14', committee: 'Stadtrat', pages: 2 },
    pairs: [...answered('1', '2', '3', '4'), ['5', 'refused'], ...answered('6')],
  },
  '2024-07-solardaecher.html': {
    title: 'Solaranlagen auf städtischen Dächern',
    ...{ reference: '2024/0118', date: '2024-07-02', committee: 'Ausschuss für Klima und Bauen', pages: 1 },
    pairs: [...answered('7.1', '7.2', '7.3', '7.4'), ['7.5', 'announced']],
  },
  '2024-11-nachtbus.pdf': {
    title: 'Nachtbusse am Wochenende',
    ...{ reference: '2024/0201', date: '2024-11-12', committee: 'Verkehrsausschuss', pages: 1 },
    pairs: answered('1', '2', '3', '4'),
  },
  '2025-02-bibliothek.pdf': {
    title: 'Sonntagsöffnung der Stadtbibliothek',
    ...{ reference: null, date: '2025-02-11', committee: 'Kulturausschuss', pages: 1 },
    pairs: answered('1', '2', '3', '4'),
  },
  '2025-03-wilder-muell.pdf': {
    title: 'Wilder Müll: Entwicklung seit 2023',
    ...{ reference: '2025/0027', date: '2025-03-18', committee: 'Umweltausschuss', pages: 1 },
    pairs: [...answered('1', '2'), ['3', 'referred'], ...answered('4')],
  },
  '2025-04-freibad.pdf': {
    title: 'Eintrittspreise und Öffnungszeiten des Freibads am Mühlbach',
    ...{ reference: '2025/0061', date: '2025-04-29', committee: 'Sportausschuss', pages: 2 },
    pairs: answered('1', '2', '3', '4', '5'),
  },
};

const pagesOf = async (file: string): Promise<PageText[]> => {
  const read = await readPages(new Uint8Array(readFileSync(join(FOLDER, file))), file);
  if (!read.ok) throw new Error(`${file}: ${read.error}`);
  return read.value.pages;
};

const parsed = async (file: string): Promise<ReplyDocument | SkipReason> => {
  const meta = parseMetaFile(readFileSync(join(FOLDER, `${basename(file, extname(file))}.meta.json`), 'utf8'));
  if (!meta.ok) throw new Error(meta.error);
  const reply = parseReply({ id: 'x', file, pages: await pagesOf(file), meta: meta.value.meta });
  return reply.ok ? reply.value : reply.error;
};

const documentOf = async (file: string): Promise<ReplyDocument> => {
  const document = await parsed(file);
  if (typeof document === 'string') throw new Error(`${file}: ${document}`);
  return document;
};

const answersOf = ({ text, pairs }: ReplyDocument): string[] =>
  pairs.map(({ answer }) => text.slice(answer.start, answer.end));

describe('demo corpus', () => {
  it('holds what its sources say, and nothing else', async () => {
    const written = (await Promise.all(NAMES.map(sourceFiles))).flat();
    expect(readdirSync(FOLDER).sort()).toEqual(written.map(({ name }) => name).sort());
    for (const { name, content } of written) {
      const committed = readFileSync(join(FOLDER, name));
      expect(committed.equals(Buffer.from(content)), `${name}: run npm run demo-corpus`).toBe(true);
    }
  });

  it('comes in every format, some with facts beside the file and some without', () => {
    expect(new Set(FILES.map((file) => extname(file)))).toEqual(new Set(['.pdf', '.docx', '.html', '.txt']));
    const fields = NAMES.map((name) => Object.keys(parseSource(sourceOf(name)).meta).length);
    expect(fields).toContain(1);
    expect(Math.max(...fields)).toBeGreaterThan(4);
  });

  it.each(FILES)('%s says on every page that it is invented', async (file) => {
    for (const page of await pagesOf(file)) expect(page.text, `page ${page.number}`).toContain(NOTICE);
    expect(await parsed(file)).toSatisfy(
      (document: ReplyDocument | SkipReason) =>
        typeof document === 'string' || (document.body === 'Musterstadt (erfunden)' && /erfunden/i.test(document.text)),
    );
  });

  it.each(Object.entries(EXPECTED))('%s is read as its reader sees it', async (file, expected) => {
    const document = await documentOf(file);
    const { title, reference, date, committee, pages, pairs } = document;
    expect({
      ...{ title, reference, date, committee },
      pairs: pairs.map(({ number, kind }) => [number, kind]),
      pages: pages.length,
    }).toEqual(expected);
    expect(fileRole({}, (await pagesOf(file))[0]!.text)).toBe('answer');
    for (const { number, questionText, questionFrom } of pairs) {
      expect([questionFrom, questionText?.endsWith('?')]).toEqual(
        number === null ? [null, undefined] : ['document', true],
      );
    }
  });

  it.each(Object.keys(EXPECTED))('%s loses no word and no umlaut between source and document', async (file) => {
    const squeezed = (text: string) => text.replace(/\s/g, '').replaceAll('₂', '2');
    const text = squeezed((await documentOf(file)).text);
    for (const block of parseSource(sourceOf(basename(file, extname(file)))).blocks) {
      const lines = block.kind === 'heading' ? [block.text] : block.kind === 'table' ? block.rows.flat() : block.lines;
      for (const line of lines) expect(text).toContain(squeezed(plain(line)));
    }
  });

  it.each(Object.keys(EXPECTED))('%s has neither notice nor page mark nor signature in an answer', async (file) => {
    for (const answer of answersOf(await documentOf(file))) {
      expect(answer).not.toMatch(/Erfundenes Beispiel|Seite \d von|^gez\.|Mit freundlichen Grüßen/im);
    }
  });

  it('expects something of every document but the one that is not public', () => {
    expect([...Object.keys(EXPECTED), NOT_PUBLIC].sort()).toEqual([...FILES].sort());
  });

  it('refuses the part that is not public, by its own head', async () => {
    expect(readFileSync(join(FOLDER, NOT_PUBLIC.replace('.pdf', '.meta.json')), 'utf8')).not.toContain('public');
    expect(await parsed(NOT_PUBLIC)).toBe('not-public');
  });

  it('answers the same matter differently years apart', async () => {
    const [before, after] = await Promise.all(['2022-04-freibad.pdf', '2025-04-freibad.pdf'].map(documentOf));
    const price = /Erwachsene .*/;
    expect(price.exec(before!.text)?.[0]).toBe('Erwachsene 4,50 Euro');
    expect(price.exec(after!.text)?.[0]).toBe('Erwachsene 4,50 Euro 5,50 Euro');
  });

  it('gives questions that were answered together the same answer', async () => {
    const { pairs } = await documentOf('2024-11-nachtbus.pdf');
    expect(pairs[0]!.answer).toEqual(pairs[1]!.answer);
    expect(pairs[2]!.answer.start).toBeGreaterThanOrEqual(pairs[1]!.answer.end);
  });

  it('points to a paper that is in the corpus', async () => {
    const pointer = answersOf(await documentOf('2025-03-wilder-muell.pdf'))[2]!;
    const [, question, reference] = /Frage (\d) der Vorlage (\d{4}\/\d{4})/.exec(pointer)!;
    const target = await documentOf('2023-06-wilder-muell.pdf');
    expect(target.reference).toBe(reference);
    expect(target.pairs.find(({ number }) => number === question)?.questionText).toMatch(/Bußgelder/);
  });

  it('keeps rows of tables as lines, in every format', async () => {
    const rows: [string, RegExp][] = [
      ['2021-11-baeume.txt', /^Feldahorn\s+96\s+Straßen$/m],
      ['2023-06-wilder-muell.pdf', /^Elektrogeräte\s+127\s+171$/m],
      ['2024-07-solardaecher.html', /^Bürgeramt\s+75 kWp\s+121\.000 Euro$/m],
    ];
    for (const [file, row] of rows) expect((await documentOf(file)).text, file).toMatch(row);
  });

  it('names no parties that exist, and nothing about parking', () => {
    for (const name of NAMES) {
      expect(sourceOf(name), name).not.toMatch(/\b(?:CDU|CSU|SPD|FDP|AfD|GRÜNEN?|Linke[nr]?|BSW|Volt)\b/);
      expect(sourceOf(name), name).not.toMatch(/park(?:en|platz|plätze|ausweis|gebühr|raum)|anwohner/i);
    }
  });
});

const sourceOf = (name: string): string => readFileSync(join(SOURCES, `${name}.txt`), 'utf8');
const sourceFiles = (name: string) => demoFiles(name, sourceOf(name));
