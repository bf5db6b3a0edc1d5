// The search page keeps its whole state in the address, works without a script, and shows nothing of a paper as markup.
import { describe, expect, test } from 'vitest';
import type { SearchResponse, Source } from '../../../api/events.ts';
import { searchPage } from '../../../api/pages/search.ts';
import { type SearchQuery, searchAddress, wholeYear } from '../../../api/pages/search-address.ts';
import { choiceOnSearch } from '../../../api/pages/search-choice.ts';
import { hitsAsCsv } from '../../../api/pages/search-csv.ts';
import { searchQuerySchema } from '../../../api/schemas.ts';
import { THRESHOLDS } from '../../../api/search/decide.ts';
import cityFacts from '../../../corpus/city.json' with { type: 'json' };
import { readCity } from '../../../corpus/city.ts';
import { documentOf, smallIndex } from '../answer/small-index.ts';

const query = (given: Partial<Record<keyof SearchQuery, string>> = {}): SearchQuery => searchQuerySchema.parse(given);

describe('an address', () => {
  test.each([
    [{}, {}, '/suche'],
    [{ q: 'Kita & Hort' }, {}, '/suche?q=Kita+%26+Hort'],
    [
      { q: 'Kita', committee: 'Gemeinderat', offset: '20' },
      { offset: 30 },
      '/suche?q=Kita&committee=Gemeinderat&offset=30',
    ],
    [{ q: 'Kita', sort: 'date', limit: '25' }, {}, '/suche?q=Kita&sort=date&limit=25'],
    [{ committee: 'Gemeinderat' }, { committee: undefined }, '/suche'],
  ])('of %j with %j is %s', (given, change, address) => {
    expect(searchAddress(query(given), change, 'de')).toBe(address);
  });

  test('begins at the first page again when anything else changes, and keeps the language', () => {
    expect(searchAddress(query({ q: 'Kita', offset: '20' }), { kind: 'refused' }, 'en')).toBe(
      '/suche?q=Kita&kind=refused&lang=en',
    );
  });

  test.each([
    ['2024-01-01', '2024-12-31', '2024'],
    ['2024-01-01', '2025-12-31', null],
    ['2024-01-02', '2024-12-31', null],
    [undefined, undefined, null],
  ])('from %s to %s is the whole year %s', (from, to, year) => {
    expect(wholeYear({ from, to })).toBe(year);
  });
});

const city = readCity(cityFacts);
if (!city.ok) throw new Error(city.error.join('\n'));
const context = { city: city.value, lang: 'de' as const, path: '/suche' };

/** Invented. */
const source: Source = {
  id: 'a.0',
  documentId: 'a',
  pair: 0,
  title: 'Bänke <im> Stadtgarten',
  reference: '2025/0016',
  date: '2025-03-26',
  committee: 'Gemeinderat',
  department: 'Gartenamt',
  number: '3',
  question: 'Wie viele?',
  kind: 'no-data',
  text: 'Keine Angaben.',
  page: 2,
  url: 'https://rat.example/dokument/a#z=1-7',
  originalUrl: 'javascript:alert(1)',
  file: 'f',
  ocr: false,
  image: null,
};
const result: SearchResponse = {
  query: 'Bänke',
  total: 43,
  totalIsLowerBound: false,
  tookMs: 1,
  hits: [
    {
      source,
      askedBy: ['Fraktion A', 'R. Muster'],
      score: 1,
      snippet: { text: 'Zwölf <b>Bänke</b> stehen', highlights: [[9, 14]] },
    },
  ],
  facets: {
    committee: [
      { value: 'Gemeinderat', count: 40 },
      { value: 'Ortschaftsrat', count: 3 },
    ],
    department: [],
    askedBy: [],
    kind: [
      { value: 'answered', count: 40 },
      { value: 'no-data', count: 3 },
    ],
    year: [{ value: '2024', count: 9 }],
  },
};
const main = (given: Parameters<typeof query>[0], found: SearchResponse | null = result) =>
  searchPage(context, { query: query(given), misread: false, result: found }).fills.main.markup;

describe('the page', () => {
  test('marks what matched and shows the rest as text', () => {
    expect(main({ q: 'Bänke' })).toContain('Zwölf &lt;b&gt;<mark>Bänke</mark>&lt;/b&gt; stehen');
    expect(main({ q: 'Bänke' })).not.toContain('javascript:');
  });

  test.each([
    [true, 'Mindestens 43 Antworten zu „Bänke“'],
    [false, '43 Antworten zu „Bänke“'],
  ])('counts what was found; a lower bound (%s) is said to be one', (totalIsLowerBound, words) => {
    expect(main({ q: 'Bänke' }, { ...result, totalIsLowerBound })).toContain(`>${words}<`);
  });

  test('says who asked', () => {
    expect(main({ q: 'Bänke' })).toContain('Gartenamt · Gefragt von: Fraktion A, R. Muster · Frage 3');
  });

  test('offers filters with their counts as links that keep the rest of the search', () => {
    const page = main({ q: 'Bänke', sort: 'date' });
    expect(page).toContain('href="/suche?q=B%C3%A4nke&amp;committee=Ortschaftsrat&amp;sort=date"');
    expect(page).toContain('href="/suche?q=B%C3%A4nke&amp;from=2024-01-01&amp;to=2024-12-31&amp;sort=date"');
    expect(page).toContain('keine Angaben vorhanden</span> <span class="count">(3)');
  });

  test('offers to take each set filter away, a whole year as one', () => {
    const page = main({ q: 'Bänke', committee: 'Gemeinderat', from: '2024-01-01', to: '2024-12-31' });
    expect(page.match(/Filter aufheben: /g)).toHaveLength(2);
    expect(page).toContain('Jahr: <span lang="de">2024');
    expect(page).toContain('Alle Filter aufheben');
  });

  test('has pages with the current one named, and none when all hits fit', () => {
    expect(main({ q: 'Bänke', offset: '20' })).toMatch(/aria-current="page"[^>]*><span[^>]*>Seite <\/span>3/);
    expect(main({ q: 'Bänke' }, { ...result, total: 1 })).not.toContain('class="paging"');
  });

  test('says when nothing was found, when a filter was misread and when there is no index', () => {
    expect(main({ q: 'xyz' }, { ...result, total: 0, hits: [] })).toContain('keine veröffentlichte Antwort');
    expect(searchPage(context, { query: query(), misread: true, result }).fills.main.markup).toContain('nicht lesbar');
    expect(searchPage(context, { query: query(), misread: false, result: null }).status).toBe(503);
  });

  test('without a hit leads to the chat, unless that is off, and to the topics', () => {
    const nothing = {
      query: query({ q: 'Was kostet <das>?' }),
      misread: false,
      result: { ...result, total: 0, hits: [] },
    };
    const page = searchPage(context, nothing).fills.main.markup;
    expect(page).toContain('href="/#frage=Was%20kostet%20%3Cdas%3E%3F"');
    expect(page).toContain('href="/themen"');
    expect(searchPage(context, { ...nothing, chatOff: true }).fills.main.markup).not.toContain('#frage=');
    expect(searchPage({ ...context, lang: 'en' }, nothing).fills.main.markup).toContain('href="/?lang=en#frage=Was');
  });

  test('offers the pairs of a broad question as links to their marked places', () => {
    const choice = [source, { ...source, question: 'Wo <b>?', url: 'https://rat.example/dokument/b#z=3-9' }];
    const page = searchPage(context, { query: query({ q: 'Wie steht es um Bänke?' }), misread: false, result, choice });
    expect(page.fills.main.markup).toContain('<a href="/dokument/a#z=1-7" lang="de">Wie viele?</a>');
    expect(page.fills.main.markup).toContain('<a href="/dokument/b#z=3-9" lang="de">Wo &lt;b&gt;?</a>');
  });

  test('behind the last hit leads back to the first instead of saying that there is none', () => {
    const page = main({ q: 'Bänke', offset: '1000' }, { ...result, hits: [] });
    expect(page).toContain('<a href="/suche?q=B%C3%A4nke">Zu den ersten Treffern');
    expect(page).not.toContain('keine veröffentlichte Antwort');
  });

  test('is not for search engines', () => {
    expect(searchPage(context, { query: query(), misread: false, result }).noindex).toBe(true);
  });
});

describe('the table of hits', () => {
  const text = 'Frage eins?\n\nAntwort eins.';
  const marks = [{ question: 'Frage', answer: 'Antwort' }];
  const index = smallIndex([
    documentOf('a', text, marks, { title: '=HYPERLINK("https://evil.example")', reference: '2025/0001' }),
    documentOf('b', text, marks, { title: 'Mit "Zeichen"; und\nZeile', askedBy: ['Fraktion A', 'R. Muster'] }),
  ]);

  test('has a row a hit, quotes what needs it, and lets no cell be a formula', async () => {
    const csv = await hitsAsCsv(index, query({ q: 'Frage' }), 'https://rat.example', 'de');
    const rows = csv.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(rows[2]).toContain('"Mit ""Zeichen""; und Zeile"');
    expect(rows[0]).toContain('"Gefragt von"');
    expect(rows[2]).toContain('"Fraktion A, R. Muster"');
  });
});

describe('a choice on the search page', () => {
  const text = (word: string) => `1. Wo stehen ${word}?\nAm Markt.\n2. Was kosten ${word}?\nNichts.`;
  const documents = ['Bänke', 'Brunnen'].map((word) =>
    documentOf(word, text(word), [
      { question: `1. Wo stehen ${word}?`, answer: 'Am Markt.' },
      { question: `2. Was kosten ${word}?`, answer: 'Nichts.' },
    ]),
  );
  const choiceFor = (sureness: number, given: Parameters<typeof query>[0]) =>
    choiceOnSearch(smallIndex(documents, sureness), query(given), 'https://rat.example');

  test('holds several pairs of a paper, each at its place', async () => {
    const choice = await choiceFor(THRESHOLDS.choiceFrom, { q: 'Was ist mit Bänken?' });
    expect(choice.length).toBeGreaterThan(1);
    expect(new Set(choice.map(({ url }) => url)).size).toBe(choice.length);
    for (const { url } of choice) expect(url).toMatch(/^https:\/\/rat\.example\/dokument\/[^#]+#z=\d+-\d+$/);
  });

  test.each([
    ['search words', 0, { q: 'Bänke Markt' }],
    ['a further page', 0, { q: 'Wo stehen denn Bänke?', offset: '10' }],
    ['an order by date', 0, { q: 'Wo stehen denn Bänke?', sort: 'date' }],
    ['a question that one pair answers', 1, { q: 'Wo stehen denn Bänke?' }],
  ] as const)('is not made for %s', async (_name, sure, given) => {
    expect(await choiceFor(sure === 1 ? 1 : THRESHOLDS.choiceFrom, given)).toEqual([]);
  });
});
