// All texts are invented.
import { describe, expect, it } from 'vitest';
import { notSaid, notSaidSentence } from '../../../../api/answer/quote/not-said.ts';
import { textsOf } from '../../../../api/answer/texts.ts';
import { documentOf } from '../small-index.ts';

const TEXT = '1. Welche Spielplätze gibt es?\n\nIn Oberbeispiel gibt es zwei Spielplätze, am Musterweg einen.';
const document = documentOf('d', TEXT, [{ question: '1. Welche', answer: 'In Oberbeispiel' }], { date: '2021-05-27' });
const pair = document.pairs[0]!;

function said(question: string, missing: string[]): string | null {
  const passage = { id: 'd.0', ...pair.answer, pair: 0, page: 1, text: '' };
  const hit = { document, passage, pair, score: 1, matched: [], missing };
  return notSaidSentence(notSaid(question, { hit, document }), textsOf('de'));
}

describe('what an answer does not have', () => {
  it.each([
    ['Gibt es Spielplätze in Unterbeispiel?', ['unterbeispiel'], 'Zu Unterbeispiel steht in dieser Antwort nichts.'],
    ['Spielplatz Lindenallee', ['lindenallee'], 'Zu Lindenallee steht in dieser Antwort nichts.'],
    ['Wie viele Spielplätze gab es 2019?', ['2019'], 'Zum Jahr 2019 steht in dieser Antwort nichts.'],
    ['Was kostet ein Spielplatz?', [], 'Einen Betrag nennt diese Antwort nicht.'],
    ['Wann kommt der Spielplatz?', [], 'Einen Zeitpunkt nennt diese Antwort nicht.'],
    ['Wie viel hat die Stadt für Spielplätze ausgegeben?', [], 'Einen Betrag nennt diese Antwort nicht.'],
    ['Was zahlt man für einen Spielplatz?', [], 'Einen Betrag nennt diese Antwort nicht.'],
    ['Kosten der Spielplätze', [], 'Einen Betrag nennt diese Antwort nicht.'],
    ['Wie lange dauert der Bau?', [], 'Eine Dauer nennt diese Antwort nicht.'],
    ['spielplatz in der lindenallee', ['lindenallee'], 'Zu Lindenallee steht in dieser Antwort nichts.'],
  ])('is said in a sentence: %s', (question, missing, sentence) => expect(said(question, missing)).toBe(sentence));

  it.each([
    ['the year of the answer itself', 'Welche Spielplätze gibt es 2021?', ['2021']],
    ['a name in another form', 'Oberbeispieler Spielplätze', ['oberbeispieler']],
    ['a word that is no place', 'Gibt es Spielplätze mit Rutsche?', ['rutsche']],
    ['a number that is there', 'Wie viele Spielplätze gibt es?', []],
    ['nothing', 'Welche Spielplätze gibt es?', []],
  ])('is not %s', (_what, question, missing) => expect(said(question, missing)).toBeNull());
});
