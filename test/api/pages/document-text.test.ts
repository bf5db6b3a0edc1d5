// Offsets survive the way into the page: text nodes below `data-start` are the document's text from there on.
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { documentText } from '../../../api/pages/document-text.ts';
import type { Pair } from '../../../corpus/types.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];

const textOf = (node: Node): string =>
  'children' in node ? node.children.map((child) => textOf(child as Node)).join('') : 'data' in node ? node.data : '';

const all = (nodes: Node[]): Node[] =>
  nodes.flatMap((node) => ('children' in node ? [node, ...all(node.children as Node[])] : [node]));

function pieces(markup: string): { start: number; text: string; tag: string }[] {
  return all(parseDocument(markup).children).flatMap((node) =>
    'attribs' in node && node.attribs['data-start'] !== undefined
      ? [{ start: Number(node.attribs['data-start']), text: textOf(node), tag: node.name }]
      : [],
  );
}

const pair = (text: string, question: string | null, answer: string, rest: Partial<Pair> = {}): Pair => {
  const at = question === null ? -1 : text.indexOf(question);
  return {
    number: null,
    question: at < 0 ? null : { start: at, end: at + (question ?? '').length },
    questionText: question,
    questionFrom: 'document',
    answer: { start: text.indexOf(answer), end: text.indexOf(answer) + answer.length },
    kind: 'answered',
    see: null,
    ...rest,
  };
};

const text =
  'Kopf & "Fuß" <kein Tag>\n\n1. Wie viele Bänke gibt es?\nUnd wo?\n\nEs gibt 12.\nAlle im Park.\n\n2. Warum?\n\nDarum. Siehe oben.';
const pairs = [
  pair(text, '1. Wie viele Bänke gibt es?\nUnd wo?', 'Es gibt 12.\nAlle im Park.'),
  pair(text, '2. Warum?', 'Darum. Siehe oben.'),
];
const pages = [
  { number: 1, start: 0, end: 80 },
  { number: 2, start: 80, end: text.length },
];

describe('documentText', () => {
  test('every piece is the text at its offset, and together they are all of it', () => {
    const found = pieces(documentText({ text, pages, pairs }, 'de').markup);
    for (const { start, text: piece } of found) expect(text.slice(start, start + piece.length)).toBe(piece);
    const bare = (value: string) => value.replace(/\s+/g, '');
    expect(bare(found.map((piece) => piece.text).join(''))).toBe(bare(text));
  });

  test('questions are headings, answers are not', () => {
    const found = pieces(documentText({ text, pages, pairs }, 'de').markup);
    expect(found.filter(({ tag }) => tag === 'h3').map((piece) => piece.text)).toEqual([
      '1. Wie viele Bänke gibt es?\nUnd wo?',
      '2. Warum?',
    ]);
  });

  test.each([['1.'], ['Frage 1:'], ['a)'], ['2.1.']])(
    'the number %s before a question stands in its heading',
    (number) => {
      const numbered = `${number}\nWie viele?\n\nEs gibt 12.`;
      const found = pieces(
        documentText({ text: numbered, pages: [], pairs: [pair(numbered, 'Wie viele?', 'Es gibt 12.')] }, 'de').markup,
      );
      expect(found).toEqual([
        { start: 0, text: `${number}\nWie viele?`, tag: 'h3' },
        { start: number.length + 13, text: 'Es gibt 12.', tag: 'p' },
      ]);
    },
  );

  test('a page break inside of a paragraph is marked without moving an offset', () => {
    const { markup } = documentText({ text, pages, pairs }, 'de');
    expect(markup).toContain('<span class="page-mark" id="seite-2" data-label="Seite 2"></span>');
  });

  test('what may be words of the inquiry is said to be so, without moving an offset', () => {
    const theirs = { start: text.indexOf('Alle im Park.'), end: text.indexOf('Alle im Park.') + 13 };
    const { markup } = documentText({ text, pages, pairs: [{ ...pairs[0]!, unquotable: [theirs] }, pairs[1]!] }, 'de');
    const label = 'Möglicherweise Worte der Anfrage, nicht der Verwaltung:';
    expect(markup).toContain(`<p data-start="${theirs.start}" class="unsure" data-label="${label}">Alle i`);
    expect(markup.split('class="unsure"')).toHaveLength(2);
  });

  test('a question that stands only in the inquiry is shown apart from the text', () => {
    const only = [pair(text, null, 'Darum. Siehe oben.', { questionText: 'Weshalb <b>?', questionFrom: 'inquiry' })];
    const { markup } = documentText({ text, pages: [], pairs: only }, 'de');
    expect(markup).toContain('Weshalb &lt;b&gt;?');
    for (const { start, text: piece } of pieces(markup)) expect(text.slice(start, start + piece.length)).toBe(piece);
  });

  test('questions answered together keep their own headings', () => {
    const joint = '1. Was?\n\n2. Wer?\n\nBeides ist bekannt.';
    const both = [pair(joint, '1. Was?', 'Beides ist bekannt.'), pair(joint, '2. Wer?', 'Beides ist bekannt.')];
    const found = pieces(documentText({ text: joint, pages: [], pairs: both }, 'de').markup);
    expect(found.map(({ tag, text: piece }) => `${tag} ${piece}`)).toEqual([
      'h3 1. Was?',
      'h3 2. Wer?',
      'p Beides ist bekannt.',
    ]);
  });
});
