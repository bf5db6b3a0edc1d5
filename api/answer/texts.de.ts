// Every German sentence of an answer that is not a quotation. English ones: texts.en.ts.
import type { AnswerKind } from '../../corpus/types.ts';

const NUMBER_WORDS = [
  'null',
  'eins',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
];

/** Who answered what, when, and where; `committee` stands in brackets, because names need articles of their own. */
function leadIn(kind: AnswerKind, date: string | null, years: number, committee: string | null): string {
  const when = date === null ? '' : years >= 2 ? ` vor ${yearsAgo(years)}, am ${day(date)}` : ` am ${day(date)}`;
  const where = committee === null ? '' : ` (${committee})`;
  switch (kind) {
    case 'answered':
      return `Die Verwaltung antwortete${when}${where}:`;
    case 'no-data':
      return `Die Verwaltung antwortete${when}${where}, dass ihr dazu keine Angaben vorliegen:`;
    case 'refused':
      return `Die Verwaltung gab dazu${when} keine Auskunft${where}:`;
    case 'referred':
      return `Die Verwaltung verwies dazu${when} an andere Stellen${where}:`;
    case 'announced':
      return `Die Verwaltung kündigte dazu${when} eine spätere Antwort an${where}:`;
  }
}

const yearsAgo = (years: number) => `${NUMBER_WORDS[years] ?? years} Jahren`;

/** YYYY-MM-DD → 27.05.2021. */
const day = (date: string) => date.split('-').reverse().join('.');

export const de = {
  leadIn,
  day,
  openQuote: '„',
  closeQuote: '“',
  gap: ' … ',
  germanQuotes: null as string | null,
  abstention: (lookedFor: string) =>
    `Dazu habe ich in den veröffentlichten Antworten der Verwaltung nichts gefunden, das Ihre Frage beantwortet. Gesucht habe ich nach: ${lookedFor}.`,
  abstentionNothing: 'Dazu habe ich in den veröffentlichten Antworten der Verwaltung nichts gefunden.',
  near: 'Vielleicht hilft eine der verwandten Antworten weiter, die unten stehen.',
};

export type Texts = typeof de;
