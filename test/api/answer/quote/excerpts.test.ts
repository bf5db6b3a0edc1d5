import { describe, expect, it } from 'vitest';
import { fitsType, questionType, typeWords } from '../../../../api/answer/question/question-type.ts';
import { ask } from '../ask.ts';
import { pool } from '../documents.ts';
import { documentOf, smallIndex } from '../small-index.ts';

/** Invented. */
function bridge(id: string, date: string, answer: string, kind: 'answered' | 'no-data' = 'answered') {
  return documentOf(
    id,
    `1. Wann wird die Beispielbrücke saniert?\n\n${answer}`,
    [{ question: '1. Wann', answer: answer.slice(0, 12), kind }],
    { date, title: 'Sanierung', committee: 'Bauausschuss' },
  );
}

/** Invented. */
function zoo(year: string, answer: string) {
  return documentOf(
    year,
    `1. Was kostet der Eintritt?\n\n${answer}`,
    [{ question: '1. Was', answer: answer.slice(0, 10) }],
    { date: `${year}-03-01`, title: 'Eintritt in den Beispielzoo', committee: 'Zooausschuss' },
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

  it.each([
    ['Was kostet der Eintritt in den Beispielzoo?', ['2026', '2021']],
    ['Was kostet der Eintritt in den Beispielzoo im Jahr 2021?', ['2021']],
  ])('begin with the newest on the same matter, unless a year is named: %s', async (question, order) => {
    const older = zoo('2021', 'Der Eintritt in den Beispielzoo kostet seit Jahren für alle Erwachsenen 7 Euro.');
    const newer = zoo('2026', 'Eine Karte kostet nun 9,50 Euro.');
    const { citations, sources } = await ask(question, smallIndex([older, newer, pool]));
    expect([...new Set(citations.map((c) => sources[c.source]!.documentId))].slice(0, order.length)).toEqual(order);
  });

  it('quote the pair that was asked for the same kind of statement, not the one with most of its words', async () => {
    const document = documentOf(
      'zoo',
      `1. Wie hoch sind die Kosten für Futter?\n\nAus dem Eintritt kommen 80.000 Euro, mehr als der Eintritt früher brachte.\n\n2. Was kostet der Eintritt?\n\nErwachsene zahlen 9,50 Euro.`,
      [
        { question: '1. Wie', answer: 'Aus dem' },
        { question: '2. Was', answer: 'Erwachsene' },
      ],
      { title: 'Beispielzoo' },
    );
    const { citations } = await ask('Was kostet der Eintritt in den Beispielzoo?', smallIndex([document, pool]));
    expect(citations[0]!.quote).toBe('Erwachsene zahlen 9,50 Euro.');
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
    ['Warum sind die Preise so hoch?', 'why'],
    ['Why is it closed?', 'why'],
    ['How many trees are there?', 'count'],
    ['Radverkehrskonzept Oststadt', 'open'],
  ])('%s → %s', (question, type) => {
    expect(questionType(question)).toBe(type);
  });

  it.each([
    ['Wie hoch sind die Preise?', ['hoch']],
    ['Was würde ein neuer Zaun kosten?', ['kosten']],
    ['How long does it take?', ['long']],
    ['Wie wird hoch gebaut?', []],
  ])('is told by words that say nothing else: %s', (question, words) => {
    expect(typeWords(question)).toEqual(words);
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
