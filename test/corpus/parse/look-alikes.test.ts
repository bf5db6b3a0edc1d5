// What looks like a numbering and is none, and what stands around answers and belongs to none. All texts are invented.
import { describe, expect, test } from 'vitest';
import { documentOf, HEADER, pairsOf, written } from './reply.ts';

const Q1 = 'Welche Baustellen plant die Stadt?';
const Q2 = 'Was kosten sie?';

describe('no question begins at', () => {
  test.each([
    ['a date', 'Die Arbeiten beginnen am\n2. Mai 2024 und dauern vier Wochen.'],
    ['a date in digits', 'Die Arbeiten beginnen in der Weststraße am\n2.5.2024. Sie dauern vier Wochen.'],
    ['an ordinal', 'Die Arbeiten laufen im\n2. Bauabschnitt bis zum Herbst.'],
    ['a house number', 'Gebaut wird in der Musterstraße\n2. Danach folgt der Marktplatz.'],
    ['an amount', 'Die Arbeiten kosten zusammen\n2.500 Euro und werden bald beginnen.'],
    ['an amount with cents', 'Je Meter fallen an:\n2.50 Euro für den Belag.'],
    ['a time', 'Gearbeitet wird täglich ab\n2.30 Uhr bis zum Morgen.'],
    ['a list of places', 'Gebaut wird hier:\n1. Musterstraße\n2. Marktplatz\n3. Bahnhof'],
    ['a list with letters', 'Gebaut wird hier:\na) Musterstraße\nb) Marktplatz'],
    ['a paragraph of a law', 'Das folgt aus der Gemeindeordnung, § 24 Abs.\n2. Die Arbeiten beginnen bald.'],
    ['the number of a floor', 'Umgebaut wird das Rathaus, und zwar das\n2. Obergeschoss im Herbst.'],
    ['a line of tram', 'Betroffen ist die Straßenbahn der Linie\n2. Sie wird umgeleitet.'],
  ])('%s', (_, answer) => {
    expect(pairsOf(`1. ${Q1}\n\n${answer}\n\n2. ${Q2}\n\nDas steht noch nicht fest.\n`)).toEqual([
      ['1', Q1, answer.replace(/\s+/g, ' ')],
      ['2', Q2, 'Das steht noch nicht fest.'],
    ]);
  });
});

describe('in no answer stands', () => {
  const sentence = 'Die Stadt plant Baustellen am Markt und wird';
  const rest = 'sie im Sommer beginnen.';
  test.each([
    ['"Seite 2"', 'Seite 2'],
    ['"Seite 2 von 3"', 'Seite 2 von 3'],
    ['"– 2 –"', '– 2 –'],
    ['"- 2 -"', '- 2 -'],
    ['"-- 1 of 3 --"', '-- 1 of 3 --'],
    ['"Seite: 2"', 'Seite: 2'],
    ['"S. 2"', 'S. 2'],
    ['a lone ellipsis', '…'],
  ])('the page mark %s', (_, mark) => {
    const first = `${HEADER}\n1. ${Q1}\n\n${sentence}\n${mark}`;
    const second = `${rest}\n\n2. ${Q2}\n\nDas steht noch nicht fest.`;
    const expected = [
      ['1', Q1, `${sentence} ${rest}`],
      ['2', Q2, 'Das steht noch nicht fest.'],
    ];
    expect(written(documentOf([first, second]))).toEqual(expected);
    expect(written(documentOf(`${first}\n\n${second}`))).toEqual(expected);
  });

  test.each(['1', '1 / 2', '1/2'])('the page number %s at the edge of its page', (mark) => {
    const document = documentOf([`${HEADER}\n1. ${Q1}\n\n${sentence}\n${mark}`, `${rest}\n\n2. ${Q2}\n\nBis zu\n3`]);
    expect(written(document)).toEqual([
      ['1', Q1, `${sentence} ${rest}`],
      ['2', Q2, 'Bis zu 3'],
    ]);
  });

  test('a running head', () => {
    const head = 'Stadt Musterstadt · Amt für Baustellen';
    const document = documentOf([
      `${head}\n${HEADER}\n1. ${Q1}\n\n${sentence}`,
      `${head}\n${rest}`,
      `${head}\n2. ${Q2}\n\nDas steht noch nicht fest.`,
    ]);
    expect(written(document)[0]).toEqual(['1', Q1, `${sentence} ${rest}`]);
  });

  test('a running foot that counts the pages', () => {
    const foot = (n: number) => `Vorlage 2024/0815 Seite ${n} von 3`;
    const document = documentOf([
      `${HEADER}\n1. ${Q1}\n\n${sentence}\n${foot(1)}`,
      `${rest}\n${foot(2)}`,
      `2. ${Q2}\n\nDas steht noch nicht fest.\n${foot(3)}`,
    ]);
    expect(written(document)).toEqual([
      ['1', Q1, `${sentence} ${rest}`],
      ['2', Q2, 'Das steht noch nicht fest.'],
    ]);
  });

  test.each([
    ['"gez." and a name', 'gez. Dr. Erika Beispiel', 'Dr. Erika Beispiel'],
    ['greetings', 'Mit freundlichen Grüßen\n\nErika Beispiel\nBürgermeisterin', 'Erika Beispiel'],
    ['"In Vertretung"', 'In Vertretung\nErika Beispiel', 'Erika Beispiel'],
    ['"i. A."', 'i. A. Beispiel', 'Beispiel'],
  ])('a signature: %s', (_, signature, name) => {
    const document = documentOf(`${HEADER}\n1. ${Q1}\n\n${sentence} ${rest}\n\n${signature}\n`);
    expect(written(document)).toEqual([['1', Q1, `${sentence} ${rest}`]]);
    expect(document.signedBy).toBe(name);
  });

  test('a note on recycled paper and a letterhead', () => {
    const document = documentOf(
      `Stadt Karlsruhe\nDer Oberbürgermeister\nGedruckt auf 100 Prozent Recyclingpapier\n${HEADER}\n1. ${Q1}\n\n${sentence}\nGedruckt auf 100 Prozent\nRecyclingpapier\n${rest}\n`,
    );
    expect(written(document)).toEqual([['1', Q1, `${sentence} ${rest}`]]);
  });
});

test('boxes to tick do not keep an answer out', () => {
  const document = documentOf(
    `Stadt Musterstadt\nAntwort der Verwaltung auf die Anfrage\nÖffentlich ☒ Nichtöffentlich ☐\nBaustellen\n\n1. ${Q1}\n\nKeine.\n`,
  );
  expect(written(document)).toEqual([['1', Q1, 'Keine.']]);
});
