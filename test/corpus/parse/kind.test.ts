// The text of an invented answer → what kind of answer it is.
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../corpus/parse/kind.ts';

describe.each([
  [
    'no-data',
    [
      'Hierzu wird keine Statistik geführt.',
      'Hierzu liegen der Verwaltung keine Daten vor.',
      'Die Zahl der Unfälle wird nicht erfasst.',
      'Dem Amt liegen hierzu keine Erkenntnisse vor.',
      'Darüber hat die Stadt keine Kenntnis.',
      'Eine statistische Auswertung ist nicht möglich.',
      'Das ist der Verwaltung nicht bekannt.',
      'Entsprechende Daten werden nicht erhoben.',
      'Dazu können keine Angaben gemacht werden.',
    ],
  ],
  [
    'refused',
    [
      'Aus Gründen des Datenschutzes können hierzu keine Angaben gemacht werden.',
      'Die Verträge sind vertraulich und können nicht veröffentlicht werden.',
      'Hierüber kann öffentlich keine Auskunft erteilt werden.',
      'Wegen des laufenden Verfahrens kann die Frage nicht beantwortet werden.',
      'Das unterliegt dem Betriebs- und Geschäftsgeheimnis und kann nicht mitgeteilt werden.',
    ],
  ],
  [
    'referred',
    [
      'Siehe Antwort zu Frage 1.',
      'Siehe Anlage.',
      'Es wird auf die Antwort zu Frage 2 verwiesen.',
      'Zuständig ist das Land Baden-Württemberg.',
      'Das liegt nicht in der Zuständigkeit der Stadt.',
    ],
  ],
  [
    'announced',
    [
      'Die Antwort wird nachgereicht.',
      'Hierüber wird gesondert berichtet.',
      'Das Ergebnis wird in einer der nächsten Sitzungen vorgestellt.',
      'Die Beantwortung erfolgt in der nächsten Sitzung.',
      'Eine Antwort wird schriftlich nachgereicht.',
    ],
  ],
  [
    'answered',
    [
      'Ja.',
      'Es gibt 40 Bänke.',
      'Die Stadt führt eine Statistik: 2023 waren es 40 Unfälle.',
      'Nein, das ist nicht geplant.',
      'Die Daten werden seit 2020 erhoben und jährlich veröffentlicht.',
      'Der Datenschutz wird beachtet.',
      'Die Polizei wird beteiligt.',
      'Die Bänke werden im Mai aufgestellt.',
    ],
  ],
] as const)('%s', (kind, answers) => {
  test.each(answers)('%s', (answer) => {
    expect(kindOf(answer)).toBe(kind);
  });
});

test('a long answer that lacks one figure is an answer all the same', () => {
  const long = 'Im Stadtgarten stehen 40 Bänke aus Holz, die jedes Frühjahr gestrichen werden. '.repeat(20);
  expect(kindOf(`${long}Für 2019 liegen keine Daten vor.`)).toBe('answered');
});

describe('what gives something besides is an answer', () => {
  test.each([
    'Eine gesonderte Statistik wird nicht geführt. Hauptgründe waren Mängel der Pflege und der Hygiene.',
    'Eine monatliche Statistik liegt nicht vor. Erteilt wurden 2010 47 und 2011 55 Scheine.',
    'Im Jahr 2009 waren es 30 Prozent. Daten über den Gesamtbestand liegen der Verwaltung nicht vor.',
    'Für die Benutzung der Straße wird keine Maut erhoben.',
    'Es handelt sich um Kosten, die vor, während und nach den Arbeiten anfallen und nicht einzeln erfasst werden.',
    'Anträge wurden nicht abgelehnt (siehe Antwort zu Frage 3).',
    'Das Verfahren bietet hierfür keine Spielräume und sieht dies nicht vor. Im Übrigen wird auf die Antwort zu 4 verwiesen.',
  ])('%s', (answer) => {
    expect(kindOf(answer)).toBe('answered');
  });

  test('"Nein" beside a pointer says nothing more', () => {
    expect(kindOf('Nein (siehe Antwort zu B)')).toBe('referred');
  });
});
