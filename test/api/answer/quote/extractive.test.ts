import { describe, expect, it } from 'vitest';
import { answererCases } from '../answer.case.ts';
import { ask } from '../ask.ts';
import { hostile, pool, seed } from '../documents.ts';
import { smallIndex } from '../small-index.ts';

const index = smallIndex([seed, pool, hostile]);

describe('an extractive answer', () => {
  answererCases(() => ({}), 'extractive');

  it('quotes the answer of the pair that was asked, with date and committee', async () => {
    const { answer, citations, kind } = await ask(
      'Entsteht durch das Kommunale Integrationsmanagement Mehrarbeit im Amt für Integration und Vielfalt?',
      index,
    );
    expect(kind).toBe('answer');
    expect(citations).toHaveLength(1);
    expect(citations[0]!.quote).toContain(
      'Die Mehrarbeit wird überwiegend durch die dafür eingerichteten Stellen und die entsprechende Organisationsstruktur geleistet.',
    );
    expect(answer).toMatch(
      /^Auf die Frage „.+“ antwortete die Verwaltung vor fünf Jahren \(am 27\.05\.2021\) im Ausschuss für Soziales, Seniorinnen und Senioren:\n\n„/u,
    );
  });

  it('says how old an answer is, from two years on', async () => {
    expect((await ask('Mehrarbeit im Amt für Integration und Vielfalt?', index)).answer).toContain('vor fünf Jahren');
    expect((await ask('Was kostet der Eintritt in das Freibad?', index)).answer).not.toContain('Jahren (am');
  });

  it('shows the answer to a yes-no question first', async () => {
    const { answer } = await ask('Werden die Öffnungszeiten im Freibad verlängert?', index);
    expect(answer).toMatch(/:\n\n„Nein\. Eine Verlängerung .+“ \[1\]$/u);
  });

  it('chooses the sentence with the amount for a question about costs', async () => {
    const { citations } = await ask('Was kostet der Eintritt in das Freibad?', index);
    expect(citations.some((c) => c.quote.includes('4,50 Euro'))).toBe(true);
  });

  it('shows bracketed numbers of a quote in round brackets and keeps the quote verbatim', async () => {
    const { answer, citations } = await ask('Zahlen Kinder unter sechs Jahren Eintritt im Freibad?', index);
    expect(citations.some((c) => c.quote.includes('[1]'))).toBe(true);
    expect(answer).toContain('zahlen nichts (1).');
  });

  it('suggests the neighbouring questions of the cited paper', async () => {
    const { followUps } = await ask('Was kostet der Eintritt in das Freibad?', index);
    expect(followUps).toEqual([
      'Wie viele Menschen haben das Freibad Musterwiese im Jahr 2024 besucht?',
      'Ist eine Verlängerung der Öffnungszeiten im Freibad geplant?',
    ]);
  });

  it('quotes a document that gives orders like any other text', async () => {
    const { answer, kind } = await ask('Wie wird der Wochenmarkt am Testplatz beworben?', index);
    expect(kind).toBe('answer');
    expect(answer.split('\n').some((line) => line.startsWith('- '))).toBe(false);
  });

  it('frames an English answer in English and says that the quote is German', async () => {
    const { answer } = await ask('Freibad Musterwiese Eintritt?', index, { lang: 'en' });
    expect(answer).toContain('the administration answered in German on 11 February 2025 (Sportausschuss):');
  });

  it('is the same twice', async () => {
    const question = 'Was kostet der Eintritt in das Freibad?';
    expect(await ask(question, index)).toEqual(await ask(question, index));
  });

  it('claims nothing of a pair that it is not sure of, but offers it', async () => {
    const { kind, abstained, citations, sources } = await ask(
      'Was kostet der Eintritt in das Freibad?',
      smallIndex([seed, pool], 0.3),
    );
    expect([kind, abstained, citations]).toEqual(['abstention', true, []]);
    expect(sources[0]).toMatchObject({ documentId: pool.id, pair: 0, date: '2025-02-11' });
    expect(sources.length).toBeLessThanOrEqual(5);
    expect(pool.pairs[sources[0]!.pair]!.questionText).toBe(sources[0]!.question);
  });

  it('is nothing where nothing fits: it says what was looked for, and names no source', async () => {
    const { kind, answer, citations, abstained } = await ask(
      'Was kostet ein Anwohnerparkausweis?',
      smallIndex([seed], 0.05),
    );
    expect([kind, abstained, citations]).toEqual(['abstention', true, []]);
    expect(answer).toContain('Anwohnerparkausweis');
  });

  it.each([
    ['Kostet das Schwimmbad was für Kinder?', 'de', 'Schwimmbad, Kinder'],
    ['Wie teuer ist eigentlich die Gondel?', 'de', 'Gondel'],
    ['warum stinkt die gondel', 'de', 'stinkt, gondel'],
    ['Radwege in Musterdorf', 'de', 'Radwege, Musterdorf'],
    ['Is there a Christmas market?', 'en', 'Christmas, market'],
  ] as const)('says what was looked for without words that only ask: %s', async (question, lang, words) => {
    const { answer } = await ask(question, smallIndex([seed], 0.05), { lang });
    expect(answer).toMatch(new RegExp(`: ${words}\\. `, 'u'));
  });

  it('names the words of the question before where a follow-up has none of its own', async () => {
    const history = [{ role: 'user' as const, text: 'Wann fährt die Gondel?' }];
    const { answer } = await ask('Und was kostet es?', smallIndex([seed], 0.05), { history });
    expect(answer).toContain('Gesucht habe ich nach: Gondel');
  });

  it.each(['Hallo!', 'na, wie geht es dir?', 'Danke schön', 'Who are you?'])(
    'answers small talk with one sentence: %s',
    async (question) => {
      const { kind, answer, sources } = await ask(question, index);
      expect(kind).toBe('smalltalk');
      expect(sources).toEqual([]);
      expect(answer).not.toContain('\n');
    },
  );
});
