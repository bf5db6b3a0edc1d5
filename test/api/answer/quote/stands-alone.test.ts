// All sentences are invented.
import { describe, expect, it } from 'vitest';
import { announces, pointsBack, turnsAround } from '../../../../api/answer/quote/stands-alone.ts';

describe('a sentence of a quotation', () => {
  it.each([
    'Dies wird derzeit geprüft.',
    'Diese Mittel reichen nicht aus.',
    'Dabei fallen keine Kosten an.',
    'Es werden dabei Standorte am Fluss gewählt.',
    'Die Stadt hat hierfür 50.000 Euro eingeplant.',
    'Er wird im Herbst eröffnet.',
    'Sie soll 2027 fertig sein.',
    'Es dient dem Hochwasserschutz.',
    'Somit entfällt der Zuschuss.',
    'Für diese Fläche gilt der Plan von 2001.',
    'Bei derartigen Vorhaben hilft das Land.',
    'Deren Betrieb kostet 4.000 Euro.',
    'Letztere werden nicht gezählt.',
    'Denn dort fehlt der Platz.',
    'Beide liegen am Beispielbach.',
    'This is under review.',
  ])('points back to what is not shown: %s', (sentence) => expect(pointsBack(sentence)).toBe(true));

  it.each([
    'Darüber hinaus gibt es zwei Spielplätze.',
    'Zudem wird der Weg beleuchtet.',
    'Es gibt zwölf Bänke.',
    'Es wurden 40 Bäume gepflanzt.',
    'Das Gartenbauamt pflegt den Brunnen.',
    'Das städtische Gartenbauamt pflegt den Brunnen.',
    'Derzeit sind zwölf Stellen besetzt.',
    'Der Weg ist vier Meter breit.',
    'Sobald der Plan gilt, wird gebaut.',
    'Nein.',
    'Der Rat hat sich dafür, dass gebaut wird, ausgesprochen.',
    'Dazugehörige Wege sind gesperrt.',
  ])('stands by itself: %s', (sentence) => expect(pointsBack(sentence)).toBe(false));

  it.each([
    'Allerdings gilt das nicht für Anwohner.',
    'Jedoch fehlen die Mittel.',
    'Die Stadt hat jedoch keine Zuständigkeit.',
    'Im Gegensatz dazu zahlt das Land nichts.',
    'However, this has ended.',
  ])('turns around what stands before it: %s', (sentence) => expect(turnsAround(sentence)).toBe(true));

  it.each([
    ['Gefördert wurden:', true],
    ['Die Zahlen entwickelten sich wie folgt.', true],
    ['Die folgenden Schulen haben einen Aufzug.', true],
    ['Die Schulen haben einen Aufzug.', false],
  ] as const)('announces what follows it: %s (%s)', (sentence, does) => expect(announces(sentence)).toBe(does));
});
