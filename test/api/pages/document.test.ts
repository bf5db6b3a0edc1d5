// The document page says what is known of a reply, and nothing that a document says becomes markup or a script.
import { expect, test } from 'vitest';
import { documentPage } from '../../../api/pages/document.ts';
import cityFacts from '../../../corpus/city.json' with { type: 'json' };
import { readCity } from '../../../corpus/city.ts';
import type { ReplyDocument } from '../../../corpus/types.ts';

const city = readCity(cityFacts);
if (!city.ok) throw new Error(city.error.join('\n'));
const context = { city: city.value, lang: 'de' as const, path: '/dokument/d1' };

/** Invented. */
const reply: ReplyDocument = {
  id: 'd1',
  title: 'Bänke <im> Stadtgarten',
  reference: '2025/0001',
  date: '2021-05-27',
  committee: 'Ausschuss "Grün"',
  agendaItem: null,
  askedBy: ['Fraktion A', 'Fraktion B'],
  department: null,
  signedBy: null,
  body: null,
  text: 'Es gibt zwölf <script>alert(1)</script> Bänke.',
  pages: [],
  pairs: [],
  originalUrl: 'javascript:alert(1)',
  file: 'f1',
  aliases: [{ reference: '2025/0002', file: 'f2' }],
  related: [{ name: 'Anfrage', url: 'https://rat.example/1.pdf' }],
};

const main = (change: Partial<ReplyDocument> = {}, now = '2026-06-01') =>
  documentPage(context, { ...reply, ...change }, new Date(now)).fills.main.markup;

test('shows what is known and leaves out what is not', () => {
  const page = main();
  for (const known of [
    '27.05.2021',
    '2025/0001',
    'Fraktion A, Fraktion B',
    '2025/0002',
    'href="https://rat.example/1.pdf"',
  ]) {
    expect(page).toContain(known);
  }
  expect(page).not.toContain('Unterschrieben von');
});

test('the inquiry stands beside the original, other papers at the end', () => {
  const related = [
    { name: 'Lageplan', url: 'https://rat.example/2.pdf' },
    { name: 'TOP 7', url: 'https://rat.example/3.pdf', isInquiry: true as const },
  ];
  const page = main({ related });
  expect(page).toMatch(/<a href="https:\/\/rat\.example\/3\.pdf">Die Anfrage dazu<\/a>[\s\S]*Wortlaut/);
  expect(page).toMatch(/<h2>Weitere Unterlagen<\/h2><ul lang="de"><li><a href="https:\/\/rat\.example\/2\.pdf">/);
  expect(main()).toContain('Die Anfrage und weitere Unterlagen');
});

test('escapes the text, and links to nothing that runs a script', () => {
  const page = main();
  expect(page).toContain('zwölf &lt;script&gt;');
  expect(page).not.toContain('<script');
  expect(page).not.toContain('href="javascript');
});

test.each([
  ['2023-05-26', null],
  ['2023-05-27', '2 Jahre alt'],
  ['2026-05-26', '4 Jahre alt'],
  ['2026-05-27', '5 Jahre alt'],
])('seen on %s a reply of 27.05.2021 carries the age %s', (now, age) => {
  if (age === null) expect(main({}, now)).not.toContain('Jahre alt');
  else expect(main({}, now)).toContain(`Diese Antwort ist ${age}`);
});

test('search engines are asked to stay away unless the city says otherwise', () => {
  expect(documentPage(context, reply, new Date('2026-06-01')).noindex).toBe(true);
  const open = { ...context, city: { ...city.value, indexing: true } };
  expect(documentPage(open, reply, new Date('2026-06-01')).noindex).toBe(false);
});

test('no fact stands twice, and there is no heading or list without anything below it', () => {
  const page = main({
    askedBy: ['Fraktion A', 'Fraktion A'],
    department: 'Gartenamt',
    signedBy: 'Gartenamt',
    originalUrl: 'https://rat.example/1.pdf',
    aliases: [{ reference: '2025/0001', file: 'f2' }],
  });
  expect(page.match(/Fraktion A/g)).toHaveLength(1);
  expect(page.match(/<dd>Gartenamt/g)).toHaveLength(1);
  expect(page.match(/https:\/\/rat\.example\/1\.pdf"/g)).toHaveLength(1);
  expect(page).not.toContain('Dieselbe Antwort in anderen Vorlagen');
  const bare = main({ reference: null, date: null, committee: null, askedBy: [], originalUrl: null, related: [] });
  expect(bare).not.toContain('<dl');
  expect(bare).not.toContain('class="files"');
});

test('a printed page says where it is from and of which day', () => {
  const printed = documentPage({ ...context, origin: 'https://rat.example' }, reply, new Date('2026-06-01'));
  expect(printed.fills.main.markup).toContain(
    '<p class="printed">https://rat.example/dokument/d1, abgerufen am 01.06.2026</p>',
  );
});
