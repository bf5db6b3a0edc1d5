// Headers with boxes for "öffentlich" and "nichtöffentlich", all invented: what is closed, and what cannot be told, is
// never published.
import { describe, expect, it, test } from 'vitest';
import { parseReply } from '../../../corpus/parse/parse.ts';
import { isBoxLine } from '../../../corpus/parse/publicity.ts';
import type { SourceMeta } from '../../../corpus/types.ts';

const paper = (line: string) => `Stadt Musterstadt
Stellungnahme der Verwaltung zur Anfrage der Fraktion Grüne Mitte: Gutachten am Bach
Vorlage Nr.: 2024/0084
Gremium: Hauptausschuss
Termin: 14.05.2024
${line}

1. Was kostet das Gutachten?

Das Gutachten kostet 20.000 Euro.
`;

function verdict(text: string, meta: SourceMeta = {}): string {
  const parsed = parseReply({ id: 'invented', file: 'invented', pages: [{ number: 1, text }], meta });
  return parsed.ok ? 'open' : parsed.error;
}

/** How a form prints an empty and a ticked box. */
const BOXES: [form: string, empty: string, ticked: string][] = [
  ['signs', '☐', '☒'],
  ['check marks', '☐', '☑'],
  ['squares', '□', '■'],
  ['brackets', '[ ]', '[x]'],
  ['brackets without a blank', '[]', '[X]'],
  ['parentheses', '( )', '(x)'],
  ['letters', 'O', 'X'],
  ['small letters', 'o', 'x'],
  ['blanks', '__', 'x'],
  ['Wingdings', '\uf0a8', '\uf0fe'],
  ['other Wingdings', '\uf06f', '\uf078'],
  ['Wingdings that lost their font', '¨', 'þ'],
  ['radio buttons', '○', '●'],
];

describe.each(BOXES)('boxes as %s', (_form, empty, ticked) => {
  it.each([
    ['not-public', 'before the words', `${empty} öffentlich   ${ticked} nichtöffentlich`],
    ['open', 'before the words', `${ticked} öffentlich   ${empty} nichtöffentlich`],
    ['not-public', 'behind the words', `öffentlich ${empty}   nichtöffentlich ${ticked}`],
    ['open', 'behind the words', `öffentlich ${ticked}   nichtöffentlich ${empty}`],
    ['not-public', 'on two lines', `${empty} öffentlich\n${ticked} nicht öffentlich`],
    ['open', 'on two lines', `${ticked} öffentlich\n${empty} nicht öffentlich`],
    ['not-public', 'closed first', `${ticked} nicht-öffentlich / ${empty} öffentlich`],
    ['open', 'behind a label', `Status: ${ticked} öffentlich | ${empty} nichtöffentlich`],
    ['not-public', 'about the session', `${empty} Öffentliche Sitzung ${ticked} Nichtöffentliche Sitzung`],
    ['unclear-public', 'none ticked', `${empty} öffentlich   ${empty} nichtöffentlich`],
    ['unclear-public', 'both ticked', `${ticked} öffentlich   ${ticked} nichtöffentlich`],
  ])('%s: %s', (expected, _where, line) => {
    expect(verdict(paper(line))).toBe(expected);
  });
});

test.each([
  ['unclear-public', 'öffentlich nichtöffentlich', 'boxes that are drawings are not in the text'],
  ['unclear-public', 'öffentlich x nichtöffentlich', 'a mark between both belongs to either'],
  ['not-public', 'X nichtöffentlich öffentlich', 'a first mark stands before its word'],
  ['open', '☒ öffentlich', 'the one box is ticked'],
  ['not-public', '☐ öffentlich', 'the one box is not ticked'],
  ['not-public', 'N I C H T Ö F F E N T L I C H', 'letter by letter it is the same word'],
  ['not-public', 'n i c h t ö f f e n t l i c h e   V o r l a g e', 'letter by letter it is the same word'],
  ['not-public', '- Vertraulich -', 'other words close a paper, too'],
  ['not-public', 'Nicht zur Veröffentlichung bestimmt', 'other words close a paper, too'],
  ['not-public', '☐ ö ☒ nö', 'short forms with boxes are words'],
  ['not-public', 'Hauptausschuss ☐ öffentlich ☒ nichtöffentlich 14.05.2024', 'a row of the scheduling table has boxes'],
  ['open', 'öffentlich', 'a plain word'],
  ['not-public', 'nichtöffentlich', 'a plain word'],
  ['open', 'Öffentliche Toiletten und nichtöffentliche Wege', 'words of a matter offer no choice'],
])('%s: "%s" – %s', (expected, line) => {
  expect(verdict(paper(line))).toBe(expected);
});

test.each([
  ['not-public', '14.05.2024 3 ☐ ☒', 'the second box stands below "nö"'],
  ['open', '14.05.2024 3 ☒ ☐', 'the first box stands below "ö"'],
  ['not-public', '14.05.2024 3 – x', 'an empty cell stands below "ö"'],
  ['open', '14.05.2024 3 x', 'a lone mark tells no column; what a city prints like this it has published'],
])('%s: a table of consultations with "%s" – %s', (expected, row) => {
  expect(verdict(paper(`\nGremium Termin TOP ö nö Ergebnis\nHauptausschuss ${row}\n`))).toBe(expected);
});

it('keeps a paper that was closed in one committee and open in the next', () => {
  const rows =
    'Hauptausschuss ☐ öffentlich ☒ nichtöffentlich 14.05.2024\nRat ☒ öffentlich ☐ nichtöffentlich 21.05.2024';
  expect(verdict(paper(rows))).toBe('open');
});

it('lets in what cannot be told when the source says that it is public, and never what says that it is closed', () => {
  expect(verdict(paper('öffentlich nichtöffentlich'), { public: true })).toBe('open');
  expect(verdict(paper('☐ öffentlich ☒ nichtöffentlich'), { public: true })).toBe('not-public');
});

it('does not take the line with the boxes for the title', () => {
  const parsed = parseReply({
    ...{ id: 'invented', file: 'invented', meta: {} },
    pages: [
      {
        number: 1,
        text: 'Stellungnahme zur Anfrage\n☒ öffentlich ☐ nichtöffentlich\nBänke im Stadtgarten\n\n1. Wie viele?\n\nVierzig Bänke.',
      },
    ],
  });
  expect(parsed.ok && parsed.value.title).toBe('Bänke im Stadtgarten');
});

test.each(['Die öffentliche Hand hat nichtöffentlich getagt.', 'öffentlich', 'Die Stadt [x] hat'])(
  '"%s" is no line of boxes',
  (line) => expect(isBoxLine(line)).toBe(false),
);
