import { describe, expect, it } from 'vitest';
import { fitsType, questionType } from '../../../api/answer/question-type.ts';
import { ask } from './ask.ts';
import { pool } from './documents.ts';
import { documentOf, smallIndex } from './small-index.ts';

/** Invented. */
function bridge(id: string, date: string, answer: string, kind: 'answered' | 'no-data' = 'answered') {
  return documentOf(
    id,
    `1. Wann wird die Beispielbrücke saniert?\n\n${answer}`,
    [{ question: '1. Wann', answer: answer.slice(0, 12), kind }],
    { date, title: 'Sanierung', committee: 'Bauausschuss' },
  );
}

const QUESTION = 'Wann wird die Beispielbrücke saniert?';

describe('the documents that an answer quotes', () => {
  it('are shown in their newest form when they say the same at different times', async () => {
    const older = bridge('alt', '2019-03-01', 'Die Beispielbrücke wird voraussichtlich im Jahr 2024 saniert.');
    const newer = bridge('neu', '2026-03-01', 'Die Beispielbrücke wird voraussichtlich im Jahr 2028 saniert.');
    const { citations, sources } = await ask(QUESTION, smallIndex([older, newer, pool]));
    expect(citations.map((c) => sources[c.source]!.documentId)).toEqual(['neu']);
  });

  it('are several when they add something', async () => {
    const one = bridge('eins', '2025-03-01', 'Die Beispielbrücke wird voraussichtlich im Sommer saniert.');
    const two = bridge(
      'zwei',
      '2026-03-01',
      'Saniert wird die Beispielbrücke erst nach einem Planfeststellungsverfahren mit öffentlicher Auslegung im Jahr 2027.',
    );
    const { citations, sources } = await ask(QUESTION, smallIndex([one, two, pool]));
    expect(new Set(citations.map((c) => sources[c.source]!.documentId))).toEqual(new Set(['eins', 'zwei']));
  });

  it('are introduced as a finding when the administration has no data', async () => {
    const none = bridge(
      'ohne',
      '2026-03-01',
      'Dazu liegen der Verwaltung keine Angaben zur Beispielbrücke vor.',
      'no-data',
    );
    const { kind, answer } = await ask(QUESTION, smallIndex([none, pool]));
    expect(kind).toBe('answer');
    expect(answer).toContain('antwortete am 01.03.2026, dass ihr dazu keine Angaben vorliegen (Bauausschuss):');
  });

  it('are not introduced so when the quoted sentences have figures after all', async () => {
    const some = bridge(
      'doch',
      '2026-03-01',
      'Genaue Angaben liegen nicht vor; die Beispielbrücke kostet etwa 1.200.000 Euro.',
      'no-data',
    );
    expect((await ask(QUESTION, smallIndex([some, pool]))).answer).toContain(
      'antwortete am 01.03.2026 (Bauausschuss):',
    );
  });
});

describe('an answer that points to another', () => {
  it('is quoted from where it stands', async () => {
    const text = `1. Wer pflegt den Beispielbrunnen?

Den Beispielbrunnen pflegt das Gartenbauamt mit zwei Fachkräften.

2. Wann wird der Beispielbrunnen gereinigt und von wem?

Siehe Antwort zu 1.`;
    const document = documentOf('brunnen', text, [
      { question: '1. Wer', answer: 'Den Beispielbrunnen' },
      { question: '2. Wann', answer: 'Siehe' },
    ]);
    document.pairs[1]!.see = '1';
    const { citations } = await ask(
      'Wann wird der Beispielbrunnen gereinigt und von wem?',
      smallIndex([document, pool]),
    );
    expect(citations.map((c) => c.quote)).toEqual([
      'Den Beispielbrunnen pflegt das Gartenbauamt mit zwei Fachkräften.',
    ]);
  });
});

describe('the kind of statement that a question asks for', () => {
  it.each([
    ['Was kostet der Eintritt?', 'money'],
    ['Wie viele Kinder warten?', 'count'],
    ['Wann beginnt der Ausbau?', 'when'],
    ['Bis wann soll das fertig sein?', 'when'],
    ['Wie lange dauert das?', 'duration'],
    ['Warum geht das nicht?', 'why'],
    ['Wo stehen die Bänke?', 'where'],
    ['Wer ist zuständig?', 'who'],
    ['Ist das erlaubt?', 'yes-no'],
    ['Darf ich hier parken?', 'yes-no'],
    ['Why is it closed?', 'why'],
    ['How many trees are there?', 'count'],
    ['Radverkehrskonzept Oststadt', 'open'],
  ])('%s → %s', (question, type) => {
    expect(questionType(question)).toBe(type);
  });

  it.each([
    ['Der Eintritt kostet 4,50 Euro.', 'money', 1],
    ['Der Eintritt wurde geprüft.', 'money', 0],
    ['Es sind 12 Kinder.', 'count', 1],
    ['Am 3.5.2021 wurde berichtet.', 'count', 0],
    ['Der Bau beginnt im Frühjahr.', 'when', 1],
    ['Das liegt daran, dass Personal fehlt.', 'why', 1],
    ['Nein.', 'yes-no', 1],
  ] as const)('is seen in a sentence: %s (%s)', (sentence, type, fits) => {
    expect(fitsType(sentence, type)).toBe(fits);
  });
});
