// Headers of the kinds that LAYOUTS.md lists, with invented names: each field is found, or left out.
import { describe, expect, test } from 'vitest';
import { parseReply } from '../../../corpus/parse/parse.ts';
import { blackedOut } from '../../../corpus/parse/personal-data.ts';
import type { ReplyDocument } from '../../../corpus/types.ts';
import { documentOf, written } from './reply.ts';

const BODY = '\n1. Wie viele Bänke gibt es?\n\nEs gibt 40 Bänke.\n';

const HEADERS: { name: string; text: string; facts: Partial<ReplyDocument> }[] = [
  {
    name: 'labels first, then all values in a block',
    text: `STELLUNGNAHME zur Anfrage

Stadträtin Erika Beispiel (Musterpartei)
vom: 03.02.2012
eingegangen: 03.02.2012

Gremium:
Termin:
Vorlage Nr.:
TOP:
Verantwortlich:

12. Plenarsitzung Gemeinderat
20.03.2012
1234
17 b
öffentlich
Dez. 4

Bänke im Stadtgarten
`,
    facts: { title: 'Bänke im Stadtgarten', date: '2012-03-20', reference: '1234', agendaItem: '17 b' },
  },
  {
    name: 'a table of consultations with the number in its line',
    text: `Stadt Musterstadt
Der Oberbürgermeister
STELLUNGNAHME zur Anfrage
Gruppe Musterliste
Vorlage Nr.: 2018/0123
Verantwortlich: Dez. 6

Bänke im Stadtgarten

Gremium Termin TOP ö nö Ergebnis
Gemeinderat 20.03.2018 31 x
`,
    facts: {
      title: 'Bänke im Stadtgarten',
      date: '2018-03-20',
      reference: '2018/0123',
      agendaItem: '31',
      committee: 'Gemeinderat',
      askedBy: ['Musterliste'],
      department: 'Dez. 6',
    },
  },
  {
    name: 'the last of several consultations',
    text: `Stellungnahme zur Anfrage
Vorlage Nr.: 2024/0123
Bänke im Stadtgarten
Gremien Termin TOP Ö / N Zuständigkeit
Ausschuss für Grünflächen 01.02.2024 3 N Vorberatung
Gemeinderat 12.03.2024 17 Ö Kenntnisnahme
`,
    facts: { date: '2024-03-12', committee: 'Gemeinderat', agendaItem: '17' },
  },
];

test.each(HEADERS)('$name', ({ text, facts }) => {
  const document = documentOf(text + BODY);
  expect(document).toMatchObject(facts);
  expect(written(document)).toEqual([['1', 'Wie viele Bänke gibt es?', 'Es gibt 40 Bänke.']]);
});

describe('a date', () => {
  const dated = (date: string, meta = {}) =>
    documentOf(`Stellungnahme zur Anfrage\nBänke\nGremium Termin TOP\nGemeinderat ${date} 17\n${BODY}`, meta).date;

  test.each([
    ['13.11.2207', null],
    ['31.02.2024', null],
    ['12.13.2024', null],
    ['29.02.2023', null],
    ['29.02.2024', '2024-02-29'],
    ['1. 2. 2024', '2024-02-01'],
    ['01.02.24', '2024-02-01'],
  ])('%s is read as %s', (date, expected) => {
    expect(dated(date)).toBe(expected);
  });

  test('of the source fills in for an impossible one, and only then', () => {
    expect(dated('13.11.2207', { date: '2007-11-13' })).toBe('2007-11-13');
    expect(dated('12.05.2027', { date: '2026-03-31' })).toBe('2026-03-31');
    expect(dated('12.05.2026', { date: '2025-12-01' })).toBe('2026-05-12');
    expect(dated('12.03.2024', { date: '2023-11-30' })).toBe('2024-03-12');
  });
});

describe('what is public', () => {
  const parsed = (header: string, body = BODY) =>
    parseReply({
      id: 'x',
      file: 'x',
      pages: [{ number: 1, text: `Stadt Musterstadt\nStellungnahme zur Anfrage\n${header}\nBänke\n${body}` }],
      meta: {},
    });

  test.each([
    'Öffentlich',
    'öffentlich ☒ nichtöffentlich ☐',
    'öffentlicher Teil',
    'Gremien Termin TOP Ö / N Zuständigkeit\nHauptausschuss 01.02.2024 3 N Vorberatung\nGemeinderat 12.03.2024 17 Ö Kenntnisnahme',
  ])('%s', (header) => {
    expect(parsed(header).ok).toBe(true);
  });

  test.each(['Nichtöffentlich', 'nichtöffentlicher Teil', 'Nicht öffentlich', 'nicht-öffentliche Vorlage'])(
    '%s is not',
    (header) => {
      expect(parsed(header)).toEqual({ ok: false, error: 'not-public' });
    },
  );

  test('a mention in an answer keeps nothing out', () => {
    const body = '\n1. Wann wird beraten?\n\nDie Vorlage wird nichtöffentlich vorberaten.\n';
    expect(parsed('öffentlich', body).ok).toBe(true);
  });
});

describe('personal data', () => {
  test.each([
    ['Mail an erika.beispiel@gmx.de bitte', 'Mail an █████ bitte'],
    ['Mail an amt@musterstadt.de bitte', 'Mail an amt@musterstadt.de bitte'],
    ['mobil 0171 1234567 erreichbar', 'mobil █████ erreichbar'],
    ['mobil +49 171 123 45 67 erreichbar', 'mobil █████ erreichbar'],
    ['das Amt: 0721 133-0', 'das Amt: 0721 133-0'],
    ['wohnhaft: Musterstraße 5, 12345 Musterstadt', 'wohnhaft: █████'],
    ['Anfrage von Herrn Max Muster, Musterstr. 5, 12345 Musterstadt', 'Anfrage von Herrn Max Muster, █████'],
    ['Frau Dr. Erika Beispiel, Am Anger 5a, 12345 Musterstadt', 'Frau Dr. Erika Beispiel, █████'],
    ['Frau Beispiel, 12 Bänke und 3 Tische', 'Frau Beispiel, 12 Bänke und 3 Tische'],
    ['unter gleicher Adresse eine Unterkunft\nMusterstr. 8', 'unter gleicher Adresse eine Unterkunft\nMusterstr. 8'],
    ['Telefon 0721 608-7341, Mobil 0151 2412747', 'Telefon 0721 608-7341, Mobil 0151 2412747'],
    ['Telefon: +49 721 133-6052\nMobil: 0151-2920-6052', 'Telefon: +49 721 133-6052\nMobil: 0151-2920-6052'],
    ['Tel. 0721 123456, mobil 0151 2412747', 'Tel. 0721 123456, mobil █████'],
    ['Frau Stadträtin\nErika Beispiel\nMusterweg 1\n12345 Ort', 'Frau Stadträtin\nErika Beispiel\n█████'],
    ['Oberbürgermeister\nMax Muster\nMarkt 1\n12345 Ort', 'Oberbürgermeister\nMax Muster\nMarkt 1\n12345 Ort'],
    ['Ministerium für Kunst\nBaden-Baden\nWeg 4\n12345 Ort', 'Ministerium für Kunst\nBaden-Baden\nWeg 4\n12345 Ort'],
    ['in der Musterstraße 5 stehen Bänke', 'in der Musterstraße 5 stehen Bänke'],
    ['Die Anlage kostet 0150 1234567890123 Euro', 'Die Anlage kostet 0150 1234567890123 Euro'],
  ])('%s', (text, expected) => {
    expect(blackedOut(text)).toBe(expected);
  });

  test('the address and telephone of a private inquirer in a letter', () => {
    const document = documentOf(`Stadt Musterstadt

Herrn
Max Muster
Musterweg 12 a
12345 Musterstadt
Tel. privat: 0721 987654

Ihre Anfrage vom 3. Februar 2024

Sehr geehrter Herr Muster,

Ihre Anfrage beantworte ich wie folgt:

1. Wie viele Bänke gibt es?

Es gibt 40 Bänke.`);
    expect(document.text).not.toMatch(/Musterweg 12|987654/);
    expect(document.text).toContain('Max Muster');
  });
});
