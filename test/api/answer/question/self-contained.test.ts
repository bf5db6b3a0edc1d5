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
    [
      'Bisherige Maßnahmen: Wie reagiert die Stadt auf die Trockenheit im Beispielwald?',
      'Wie reagiert die Stadt auf die Trockenheit im Beispielwald?',
    ],
    ['Wann wird der Platz der Republik neu gepflastert?', 'Wann wird der Platz der Republik neu gepflastert?'],
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
    ['is the end of one', 'Eigentum der Stadt oder mehrheitlich ein Privatbesitz?'],
    ['has a list letter', 'Wie lange ist die Wartezeit bei a) Standesamt, b) Fundbüro?'],
    ['speaks of the one that was named', 'Wurden die Vereine über die Regelungen der Turnhalle informiert?'],
    ['speaks of a programme', 'In welchem Umfang nutzen Schulen und Horte das Programm?'],
    ['speaks to the administration', 'Werden in Ihrer Dienststelle Schulungen zum Brandschutz gehalten?'],
    ['is none', 'Bericht zum Zustand der Bänke an den Haltestellen'],
  ])('is none where it %s', (_why, asked) => expect(selfContained(asked)).toBeNull());
});
