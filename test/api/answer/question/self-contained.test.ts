// All questions are invented.
import { describe, expect, it } from 'vitest';
import { selfContained } from '../../../../api/answer/question/self-contained.ts';

describe('a question for strangers', () => {
  it.each([
    ['1. Wie viele Bänke stehen an den Haltestellen?', 'Wie viele Bänke stehen an den Haltestellen?'],
    [
      'Frage 2: Wann wurden am 3. März 2024 die Brunnen im Beispielpark gereinigt?',
      'Wann wurden am 3. März 2024 die Brunnen im Beispielpark gereinigt?',
    ],
  ])('is whole and without its number: %s', (asked, question) => expect(selfContained(asked)).toBe(question));

  it.each([
    ['points to the one before', 'Wie viele davon stehen an Haltestellen der Straßenbahn?'],
    ['points to the paper', 'Wie bewertet die Verwaltung diesen Spielplatz an der Schule?'],
    ['has a pronoun', 'Werden sie an den Haltestellen der Straßenbahn aufgestellt?'],
    ['goes on', 'Und wie viele Bänke stehen an den Haltestellen?'],
    ['names nothing', 'Wie hoch sind die Kosten der Maßnahme?'],
    ['could be of any place', 'Wann ist mit der Fertigstellung des Turms zu rechnen?'],
    ['asks for more of the same', 'Sind weitere Bänke an Haltestellen und Schulen geplant?'],
    ['is two', 'Wie viele Bänke stehen im Stadtgarten? Wer pflegt die Bänke am Brunnen?'],
    ['is none', 'Bericht zum Zustand der Bänke an den Haltestellen'],
  ])('is none where it %s', (_why, asked) => expect(selfContained(asked)).toBeNull());
});
