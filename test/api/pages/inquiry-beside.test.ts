// The inquiry stands beside the reply, and questions lead from one to the other and back. Texts are invented.
import { expect, test } from 'vitest';
import { documentText } from '../../../api/pages/document-text.ts';
import { inquiryBeside } from '../../../api/pages/inquiry-beside.ts';
import { pageTexts } from '../../../api/pages/texts.ts';
import type { Pair, ReplyDocument } from '../../../corpus/types.ts';

const INQUIRY =
  'Bänke <alt>\n\n1. Wie viele\nBänke gibt es?\n2. Was kostet eine?\n3. Und der Schatten?\n\nBegründung: Es gibt "keine".';
const TEXT = 'Wie viele Bänke gibt es?\n\nZwölf.\n\nNeunhundert Euro.';

const at = (text: string, part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
const questions = ['Wie viele\nBänke gibt es?', 'Was kostet eine?', 'Und der Schatten?'].map((part, i) => {
  return { number: `${i + 1}`, ...at(INQUIRY, part) };
});
const pair = (number: string | null, question: string | null, answer: string, from: Pair['questionFrom']): Pair => ({
  ...{ number, questionText: question, questionFrom: from, kind: 'answered', see: null },
  question: from === 'document' ? at(TEXT, question ?? '') : null,
  answer: at(TEXT, answer),
});
const pairs = [
  pair(null, 'Wie viele Bänke gibt es?', 'Zwölf.', 'document'),
  pair('2', null, 'Neunhundert Euro.', null),
];
const document = { text: TEXT, pages: [], pairs, inquiry: { text: INQUIRY, questions } } as unknown as ReplyDocument;

const { markup } = inquiryBeside(document, pageTexts('de')) || { markup: '' };
const reply = documentText(document, 'de').markup;

test('an inquiry leads to its answers, by the words of a question or by its number', () => {
  expect(markup).toContain('1. <a id="anfrage-frage-1" href="#frage-1">Wie viele\nBänke gibt es?</a>');
  expect(markup).toContain('2. <a id="anfrage-frage-2" href="#antwort-2">Was kostet eine?</a>');
});

test('a question without an answer of its own leads nowhere', () => {
  expect(markup).toContain('3. <span id="anfrage-frage-3">Und der Schatten?</span>');
});

test('nothing that an inquiry says becomes markup, and none of it is lost', () => {
  expect(markup).toContain('Bänke &lt;alt&gt;');
  const text = markup
    .replace(/<summary>.*?<\/summary>/, '')
    .replace(/<\/p><p>/g, '\n\n')
    .replace(/<[^>]+>/g, '');
  expect(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')).toBe(INQUIRY);
});

test('a question of the reply leads to the inquiry, without adding to the text that is quoted', () => {
  expect(reply).toContain('href="#anfrage-frage-1"');
  expect(reply.replace(/<[^>]+>/g, '')).toBe(TEXT.replaceAll('\n\n', ''));
});

test('without the text of the inquiry there is neither', () => {
  const { inquiry: _, ...alone } = document;
  expect(inquiryBeside(alone, pageTexts('de'))).toBe(false);
  expect(documentText(alone, 'de').markup).not.toContain('anfrage');
});
