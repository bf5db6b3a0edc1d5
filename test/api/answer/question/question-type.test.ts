import { describe, expect, it } from 'vitest';
import { fitsType, questionType, typeWords } from '../../../../api/answer/question/question-type.ts';

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
