// All texts are invented.
import { describe, expect, it } from 'vitest';
import type { Query } from '../../../../api/answer/question/analysis.ts';
import type { QuestionType } from '../../../../api/answer/question/question-type.ts';
import { spanOf } from '../../../../api/answer/quote/span.ts';
import { termsOf } from '../../../../api/index/terms.ts';
import { documentOf } from '../small-index.ts';

const FILL = 'Die Verwaltung nimmt zu dieser Angelegenheit sehr gern und in aller gebotenen Ausführlichkeit Stellung. ';

function queryFor(question: string, type: QuestionType = 'open'): Query {
  const weights = new Map(termsOf(question, () => false).map(({ term }) => [term, 1]));
  const matches = (text: string) =>
    new Map(termsOf(text, () => false).flatMap(({ term }) => (weights.has(term) ? [[term, 1] as const] : [])));
  return { weights, matter: new Set(weights.keys()), type, matches };
}

/** What is quoted of an answer to a question. */
function quoted(answer: string, question: string, type?: QuestionType): string | null {
  const document = documentOf('d', `1. Frage?\n\n${answer}`, [{ question: '1. Frage', answer: answer.slice(0, 8) }]);
  const pair = document.pairs[0]!;
  const passage = { id: 'd.0', ...pair.answer, pair: 0, page: 1, text: answer };
  const hit = { document, passage, pair, score: 1, matched: [], missing: [] };
  const span = spanOf({ hit, document }, queryFor(question, type));
  return span && document.text.slice(span.start, span.end);
}

const words = (text: string | null) => text?.match(/\S+/gu)?.length ?? 0;

describe('the part of an answer that is quoted', () => {
  it('is all of a short one', () => {
    const answer = 'Nein. Der Brunnen bleibt stehen. Dies hat der Rat beschlossen.';
    expect(quoted(answer, 'Brunnen')).toBe(answer);
  });

  it('is what was asked for of a long one, in whole sentences and at most 120 words', () => {
    const said = 'Der Brunnen kostete 48.000 Euro.';
    const answer = `${FILL.repeat(14)}${said} ${FILL.repeat(14)}`.trim();
    const quote = quoted(answer, 'Was kostete der Brunnen?', 'money');
    expect(quote).toContain(said);
    expect(words(quote)).toBeLessThanOrEqual(120);
    expect(quote).toMatch(/^\p{Lu}.*\.$/su);
  });

  it('holds no words that may be those of who asked', () => {
    const theirs = 'Der Brunnen ist uns seit langem ein Ärgernis.';
    const answer = `${theirs}\n\nDer Brunnen bleibt stehen.`;
    const document = documentOf('d', `1. Frage?\n\n${answer}`, [{ question: '1. Frage', answer: theirs }]);
    const start = document.text.indexOf(theirs);
    const pair = {
      ...document.pairs[0]!,
      answer: { start, end: document.text.length },
      unquotable: [{ start, end: start + theirs.length }],
    };
    const passage = { id: 'd.0', ...pair.answer, pair: 0, page: 1, text: answer };
    const hit = { document, passage, pair, score: 1, matched: [], missing: [], snippet: { text: '', highlights: [] } };
    const span = spanOf({ hit, document: { ...document, pairs: [pair] } }, queryFor('Brunnen'));
    expect(span && document.text.slice(span.start, span.end)).toBe('Der Brunnen bleibt stehen.');
  });

  it('never begins with a sentence that points back', () => {
    const answer =
      `${FILL.repeat(8)}Am Beispielplatz steht eine Linde. Diese ist 200 Jahre alt und der älteste Baum. ${FILL.repeat(9)}`.trim();
    expect(quoted(answer, 'ältester Baum Jahre')).toContain('Am Beispielplatz steht eine Linde. Diese ist');
  });

  it('leaves out a heading that the lead-in has said', () => {
    expect(quoted('Erläuterung\n\nDer Brunnen bleibt stehen.', 'Brunnen')).toBe('Der Brunnen bleibt stehen.');
  });

  it('has an item of several sentences with its list', () => {
    const list = `Gefördert werden:\n- Zäune. Sie kosten 50 Euro.\n- Tore. Sie kosten 80 Euro.`;
    const quote = quoted(`${FILL.repeat(9)}${list}\n\n${FILL.repeat(9)}`.trim(), 'Zäune und Tore', 'money');
    expect(quote).toContain(list);
  });

  it('never ends before the sentence that turns it around', () => {
    const answer = `Der Zuschuss für Zäune beträgt 50 Euro. Allerdings ist der Topf leer. ${FILL.repeat(14)}`.trim();
    const quote = quoted(answer, 'Zuschuss für Zäune', 'money');
    expect(quote).toContain('50 Euro. Allerdings ist der Topf leer.');
  });

  it('never ends at a colon: what is announced is in it', () => {
    const answer =
      `${FILL.repeat(9)}Einen Aufzug haben:\n- Nordschule\n- Südschule\n- Weststadtschule\n\n${FILL.repeat(9)}`.trim();
    const quote = quoted(answer, 'Welche haben einen Aufzug?');
    expect(quote).toContain('Einen Aufzug haben:\n- Nordschule\n- Südschule\n- Weststadtschule');
  });

  it('has a table whole, with the line above it, beyond 120 words', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${1980 + i} Besuche ${1000 + i} Tage ${i}`);
    const table = `Besuche im Beispielbad\n${rows.join('\n')}`;
    const quote = quoted(`${FILL.repeat(3)}\n\n${table}\n\n${FILL.repeat(4)}`.trim(), 'Besuche Beispielbad', 'count');
    expect(quote).toContain(table);
    expect(words(quote)).toBeGreaterThan(120);
    expect(words(quote)).toBeLessThanOrEqual(400);
  });

  it('is nothing of a table that is too long to be shown whole', () => {
    const rows = Array.from({ length: 120 }, (_, i) => `${1900 + i} Besuche ${1000 + i} Tage ${i}`);
    expect(quoted(rows.join('\n'), 'Besuche Beispielbad', 'count')).toBeNull();
  });
});
