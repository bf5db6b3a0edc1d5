// One case file for both engines: what is asked, what must come first, and why. The corpus is invented.

import type { SearchRequest } from '../../../api/search/types.ts';
import type { ReplyDocument } from '../../../corpus/types.ts';

interface Sketch {
  id: string;
  title: string;
  date: string;
  committee: string;
  reference?: string;
  askedBy?: string[];
  department?: string;
  pairs: [question: string, answer: string][];
  inquiry?: string;
}

const SKETCHES: Sketch[] = [
  {
    id: 'blitzer',
    title: 'Geschwindigkeitsmessungen in der Lindenstraße',
    date: '2023-03-14',
    committee: 'Verkehrsausschuss',
    reference: '2023/0117',
    askedBy: ['SPD'],
    department: 'Ordnungsamt',
    pairs: [
      [
        'Wie oft wurde in der Lindenstraße gemessen?',
        'Die stationäre Geschwindigkeitsmessanlage in der Lindenstraße war an 210 Tagen in Betrieb. Es gab 1.860 Verwarnungen.',
      ],
      ['Wie hoch waren die Einnahmen?', 'Die Einnahmen aus Verwarnungsgeldern betrugen 48.300,00 Euro.'],
    ],
  },
  {
    id: 'freibad-alt',
    title: 'Öffnungszeiten des Freibads',
    date: '2019-05-06',
    committee: 'Sportausschuss',
    reference: '20519',
    askedBy: ['CDU'],
    pairs: [['Wann öffnet das Freibad?', 'Das Freibad öffnet am 15. Mai 2019 und schließt Anfang September.']],
    inquiry: 'Viele Familien möchten schon im April planschen. Wann öffnet das Freibad?',
  },
  {
    id: 'freibad-neu',
    title: 'Öffnungszeiten des Freibads',
    date: '2024-04-22',
    committee: 'Sportausschuss',
    askedBy: ['CDU', 'Grüne'],
    pairs: [['Wann öffnet das Freibad?', 'Das Freibad öffnet am 10. Mai 2024. Die Saison endet am 8. September.']],
  },
  {
    id: 'schule',
    title: 'Toiletten an Grundschulen',
    date: '2022-11-08',
    committee: 'Schulausschuss',
    department: 'Schulverwaltungsamt',
    pairs: [
      [
        'Welche Schultoiletten werden saniert?',
        'Die Sanierung der Schultoiletten an der Bachschule beginnt 2023. Der Bürgermeister bittet um Geduld.',
      ],
    ],
  },
  {
    id: 'baum',
    title: 'Baumfällungen im Stadtpark',
    date: '2021-02-16',
    committee: 'Umweltausschuss',
    pairs: [
      ['Warum wurden Bäume gefällt?', 'Die Bäume waren nicht mehr standsicher. Es wurde keine Linde gefällt.'],
      ['Gibt es Nachpflanzungen?', 'Im Herbst werden zwölf Linden und drei Eichen nachgepflanzt.'],
    ],
  },
];

export const DOCUMENTS: ReplyDocument[] = SKETCHES.map(({ pairs, inquiry, ...sketch }) => {
  let text = '';
  const placed = pairs.map(([questionText, answerText], i) => {
    const question = { start: text.length, end: text.length + questionText.length };
    text += `${questionText}\n\n`;
    const answer = { start: text.length, end: text.length + answerText.length };
    text += `${answerText}\n\n`;
    return {
      number: String(i + 1),
      question,
      questionText,
      questionFrom: 'document' as const,
      answer,
      kind: 'answered' as const,
      see: null,
    };
  });
  text = text.trimEnd();
  return {
    reference: null,
    askedBy: [],
    department: null,
    agendaItem: null,
    signedBy: null,
    body: 'Stadt Erfunden',
    text,
    pages: [{ number: 1, start: 0, end: text.length }],
    pairs: placed,
    originalUrl: null,
    file: `${sketch.id}.txt`,
    aliases: [],
    related: [],
    ...(inquiry ? { inquiry: { text: inquiry, questions: [] } } : {}),
    ...sketch,
  };
});

export const LEXICON =
  'Blitzer, Starenkasten => Geschwindigkeitsmessanlage\nspeed camera => Geschwindigkeitsmessanlage';

export interface Case {
  why: string;
  request: Partial<SearchRequest>;
  /** Ids in this order at the top; an empty list: nothing is found. */
  first: string[];
  /** Exactly these and no others. */
  only?: boolean;
}

export const CASES: Case[] = [
  { why: 'the words as they stand', request: { query: 'Baumfällungen im Stadtpark' }, first: ['baum'] },
  { why: 'another form of the word', request: { query: 'gefällte Linden' }, first: ['baum'] },
  { why: 'an everyday word of the lexicon', request: { query: 'Wo steht der Blitzer?' }, first: ['blitzer'] },
  { why: 'an English phrase of the lexicon', request: { query: 'Where is the speed camera?' }, first: ['blitzer'] },
  { why: 'a part of a compound', request: { query: 'Toiletten Schule' }, first: ['schule'] },
  { why: 'a compound whose parts stand apart', request: { query: 'Grundschultoiletten' }, first: ['schule'] },
  { why: 'a compound with a hyphen', request: { query: 'Frei-Bad' }, first: ['freibad-neu', 'freibad-alt'].sort() },
  { why: 'a compound written as two words', request: { query: 'Schul Toiletten' }, first: ['schule'], only: true },
  { why: 'umlauts written out', request: { query: 'Baeume gefaellt' }, first: ['baum'] },
  { why: 'a typing error', request: { query: 'Saniereung' }, first: ['schule'] },
  { why: 'a reference number names its paper', request: { query: '2023/0117' }, first: ['blitzer'] },
  { why: 'as one without a slash does', request: { query: '20519' }, first: ['freibad-alt'], only: true },
  { why: 'and one with a hyphen for its slash', request: { query: '2023-0117' }, first: ['blitzer'], only: true },
  { why: 'a reference in quotes is no phrase', request: { query: '"2023/0117"' }, first: ['blitzer'], only: true },
  {
    why: 'a typing error is searched with what the right word is searched as',
    request: { query: 'Geschwindigkeitsmesanlage' },
    first: ['blitzer'],
    only: true,
  },
  { why: 'a date in words', request: { query: '22. April 2024' }, first: ['freibad-neu'], only: true },
  { why: 'an amount without points', request: { query: '48300 Euro' }, first: ['blitzer'], only: true },
  { why: 'an amount is one word', request: { query: '48.300,00' }, first: ['blitzer'], only: true },
  { why: 'a date is found exactly', request: { query: '22.04.2024' }, first: ['freibad-neu'], only: true },
  {
    why: 'the year that is asked for decides',
    request: { query: 'Freibad Öffnung 2019' },
    first: ['freibad-alt', 'freibad-neu'],
  },
  { why: 'words in quotes must occur', request: { query: '"keine Linde"' }, first: ['baum'], only: true },
  { why: 'words in quotes must occur together', request: { query: '"Linde keine"' }, first: [] },
  {
    why: 'a committee, whatever its case',
    request: { query: 'Freibad öffnet Schultoiletten', filters: { committee: 'SPORTAUSSCHUSS' } },
    first: ['freibad-neu', 'freibad-alt'].sort(),
  },
  {
    why: 'one of several who asked',
    request: { query: 'Freibad', filters: { askedBy: 'grüne' } },
    first: ['freibad-neu'],
    only: true,
  },
  {
    why: 'a department',
    request: { query: 'Lindenstraße Schultoiletten', filters: { department: 'Ordnungsamt' } },
    first: ['blitzer'],
    only: true,
  },
  {
    why: 'dates, both ends included',
    request: { query: 'Freibad', filters: { from: '2024-04-22', to: '2024-04-22' } },
    first: ['freibad-neu'],
    only: true,
  },
  {
    why: 'an unknown name filters everything',
    request: { query: 'Freibad', filters: { committee: 'Kein Ausschuss' } },
    first: [],
  },
  {
    why: 'the newest first',
    request: { query: 'Freibad öffnet', sort: 'date' },
    first: ['freibad-neu', 'freibad-alt'],
  },
  {
    why: 'without words all are browsed by date',
    request: { query: '' },
    first: ['freibad-neu', 'blitzer', 'schule', 'baum', 'freibad-alt'],
  },
  {
    why: 'browsing with a filter',
    request: { query: ' ', filters: { committee: 'Sportausschuss' } },
    first: ['freibad-neu', 'freibad-alt'],
    only: true,
  },
  {
    why: 'the second page goes on',
    request: { query: '', offset: 3, limit: 2 },
    first: ['baum', 'freibad-alt'],
    only: true,
  },
  {
    why: 'a follow-up knows what went before',
    request: { query: 'Und wie hoch waren die Einnahmen?', history: ['Wie oft wurde in der Lindenstraße geblitzt?'] },
    first: ['blitzer'],
  },
  {
    why: 'a rewriting brings official words',
    request: {
      query: 'Wann gehts los mit Planschen?',
      rewrite: { standalone: 'Wann öffnet das Freibad 2024?', terms: ['Freibad'] },
    },
    first: ['freibad-neu'],
  },
  {
    why: 'an everyday word that only the inquiry has decides between replies',
    request: { query: 'Freibad planschen' },
    first: ['freibad-alt', 'freibad-neu'],
  },
  { why: 'what only an inquiry says is not answered', request: { query: 'Familien' }, first: [] },
  { why: 'a word that nobody has', request: { query: 'Xylophonkonzert' }, first: [] },
];

/** Any string is a valid query. */
export const STRANGE_QUERIES = [
  '"',
  '""',
  "'; drop table live; --",
  'AND OR NOT NEAR',
  'a AND (b',
  '*',
  'title:x',
  '^x',
  'x*',
  '{a b}',
  '\u0000',
  '😀😀',
  '\ud800',
  'der die das',
  '   ',
  '(',
  '#',
  '-',
  '+',
  '2025/',
  '"„“',
  'ä'.repeat(2_000),
  'Freibad '.repeat(250),
  '<script>alert(1)</script>',
];
