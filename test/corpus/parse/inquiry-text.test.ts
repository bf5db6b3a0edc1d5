// What stands beside a reply of its inquiry: clean, public, without private addresses, its questions found. Invented.
import { expect, test } from 'vitest';
import { readInquiry } from '../../../corpus/parse/inquiry-text.ts';
import { parseReply } from '../../../corpus/parse/parse.ts';

const INQUIRY = `ANFRAGE
Stadträtin Erika Beispiel (Musterpartei)
Gremium: Gemeinderat
Termin: 12.03.2024
Bänke im Stadtgarten

Viele vermissen Bänke im Stadt-
garten.

1. Wie viele Bänke stehen im Stadt-
garten?
2. Welche Kosten entstehen im Jahr?

Sachverhalt:

Fragen an erika.beispiel@gmx.de.`;

const asked = (text: string) => {
  const { inquiry } = readInquiry(text);
  return inquiry?.questions.map(({ number, start, end }) => [number, inquiry.text.slice(start, end)]);
};

test('each question is found where it stands, whole and without its number', () => {
  expect(asked(INQUIRY)).toEqual([
    ['1', 'Wie viele Bänke stehen im Stadtgarten?'],
    ['2', 'Welche Kosten entstehen im Jahr?'],
  ]);
});

test('a question that is asked twice is found twice', () => {
  const places = readInquiry('1. Was kostet das?\n2. Was kostet das?').inquiry?.questions.map(({ start }) => start);
  expect(new Set(places).size).toBe(2);
});

test('reasons below the questions are part of it, private addresses are not', () => {
  const { text } = readInquiry(INQUIRY).inquiry!;
  expect(text).toContain('Viele vermissen Bänke im Stadtgarten.');
  expect(text).toContain('Sachverhalt:');
  expect(text).not.toContain('gmx');
});

test.each([
  ['is empty', ' \n '],
  ['says that it is not public', INQUIRY.replace('Bänke im', 'nichtöffentlich\n\nBänke im')],
])('an inquiry that %s is not shown', (_, text) => {
  expect(readInquiry(text).inquiry).toBeNull();
});

test('a reply brings its inquiry along, if there is one', () => {
  const pages = [{ number: 1, text: 'Antwort der Verwaltung\n\n1. Es sind zwölf Bänke.\n\n2. Keine.' }];
  const reply = (meta: object) => {
    const parsed = parseReply({ id: 'a', file: 'a', pages, meta });
    return parsed.ok ? parsed.value : null;
  };
  expect(reply({ inquiryText: INQUIRY })?.inquiry?.questions).toHaveLength(2);
  expect(reply({})).not.toHaveProperty('inquiry');
});
