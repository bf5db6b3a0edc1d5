import { describe, expect, it } from 'vitest';
import { numbersProven } from '../../../../api/answer/model/number-proof.ts';

describe('a number of a sentence', () => {
  it.each([
    ['kostet 1.860.000 Euro', 'Kosten von 1.860.000,00 €'],
    ['rund 1,86 Mio. Euro', 'in Höhe von 1.860.000 Euro'],
    ['around 1.86 million euros', 'rund 1,86 Mio. €'],
    ['about 40 million euros', 'durchschnittlich rund 40 Mio. €'],
    ['2,740 visitors', '2.740 Besucher'],
    ['2740 Besucher', '2 740 Besucher'],
    ['seit dem 27. Mai 2021', 'am 27.05.2021'],
    ['since 27 May 2021', 'am 27.5.21'],
    ['im Mai 2021', 'am 27.05.2021'],
    ['fünf Stellen', '5 Stellen'],
    ['5 Stellen', 'fünf Stellen'],
    ['two schools', 'zwei Schulen'],
    ['siebenundneunzig Plätze', '97 Plätze'],
    ['1.205 Plätze', 'eintausendzweihundertfünf Plätze'],
    ['twenty-five schools', '25 Schulen'],
    ['die Hälfte', '50 Prozent'],
    ['ein Haus und einer', 'Häuser'],
    ['um 16 Uhr', 'ab 16:00 Uhr'],
    ['at 4 pm', 'um 16.00 Uhr'],
    ['25 Prozent', 'ein Anteil von 25 %'],
    ['1.750 m² groß', 'Baufeld V 11: 1.750 m 2'],
    ['weniger CO2', 'weniger Kohlendioxid'],
    ['ohne Zahl', 'ohne Zahl'],
    ['in der Saison 2013/14', 'Spielzeit 2013/14'],
    ['zwei Mal in der Woche', 'zweimal wöchentlich'],
    ['knapp zwei Drittel', '65 %'],
    ['hundertzweiundsiebzig Bäume', '172 Bäume'],
    ['zusammen 92 Fahrzeuge', '57 Fahrzeuge der VBK und 35 der AVG'],
    ['mehr als zwei Millionen Euro', 'ca. 2,4 Mio. Euro'],
    ['24 Monate', 'zwei Jahre'],
    ['am zehnten Juni', 'am 10.06.2008'],
    ['50.000 Euro', 'Betrag 50.000,-- Euro'],
  ])('is proven however it is written: %s', (sentence, quote) => {
    expect(numbersProven(sentence, quote)).toBe(true);
  });

  it.each([
    ['kostet 98.765 Euro', 'kostet 4,50 Euro'],
    ['40 Mrd. Euro', '40 Mio. Euro'],
    ['4 Millionen', '4 Euro'],
    ['am 28.05.2021', 'am 27.05.2021'],
    ['im Juni 2021', 'am 27.05.2021'],
    ['2022', 'seit 2021'],
    ['drei Schulen', 'zwei Schulen'],
    ['siebenundneunzig Plätze', '17 Plätze'],
    ['neunzehn Plätze', '9 Plätze'],
    ['ninety-seven places', '90 Plätze, 7 Reihen'],
    ['die Hälfte der Plätze', '97 Plätze'],
    ['doppelt so viele', '97 Plätze'],
    ['um 17 Uhr', 'um 16 Uhr'],
    ['25 Prozent', '25 Euro'],
    ['1.500 Euro', '150 Euro'],
    ['2,5', '25'],
  ])('is not proven: %s by %s', (sentence, quote) => {
    expect(numbersProven(sentence, quote)).toBe(false);
  });
});
