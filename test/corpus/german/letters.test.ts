import { describe, expect, it } from 'vitest';
import { questionType } from '../../../api/answer/question/question-type.ts';
import { german } from '../../../corpus/german/letters.ts';

describe('a boundary is where a German word ends', () => {
  it.each([
    [/\bder\b/u, 'der Rat', true],
    [/\bder\b/u, 'Räder', false],
    [/^groß\b/u, 'groß ist', true],
    [/^groß\b/u, 'große', false],
    [/\bäußert\b/u, 'Das Amt äußert sich', true],
    [/\büber\b/iu, 'Über uns', true],
    [/\bist\b/, 'du süßist', false],
    [/^\w+t (?=die)/u, 'fördert die', true],
    [/^[\w-]+$/, 'Straßen-Maß', true],
    [/\W/, 'ä', false],
    [/\b\d{4}\b/, 'im Jahr 2024', true],
    [/[.\b]x/, 'a\bx', true],
    [/\\b/, 'a\\b', true],
  ])('%s in "%s": %s', (pattern, text, is) => {
    expect(german(pattern).test(text)).toBe(is);
  });

  it('keeps flags, groups and names', () => {
    const pattern = german(/(?<word>\bä\w+)\b/gi);
    expect(pattern.flags).toBe('giu');
    expect([...'Äpfel, ähnlich'.matchAll(pattern)].map(({ groups }) => groups!.word)).toEqual(['Äpfel', 'ähnlich']);
  });
});

describe('the kind of a question does not hang on its letters', () => {
  it.each([
    ['Wie hoch ist die Halle?', 'count'],
    ['Wie groß ist die Halle?', 'count'],
    ['Wie häufig fährt der Bus?', 'count'],
    ['Fördert die Stadt Lastenräder?', 'yes-no'],
    ['Prüft die Verwaltung das?', 'yes-no'],
    ['Überwacht das Amt den Platz?', 'yes-no'],
    ['Räumt man dort Schnee?', 'yes-no'],
    ['Baut Köln neue Bäder im Norden?', 'yes-no'],
    ['Fördert Musterstadt Solaranlagen auf Dächern?', 'yes-no'],
    ['Stadt Musterhausen Öffnungszeiten', 'open'],
    ['Bürgeramt Mitte Termin im Dezember?', 'open'],
  ])('%s is %s', (question, type) => {
    expect(questionType(question)).toBe(type);
  });
});
