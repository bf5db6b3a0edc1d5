// Titles of papers whose header does not end by itself: parliaments, letters, forms of other cities. Invented texts.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unmarked } from '../../../scripts/evaluate/marked.ts';
import { documentOf } from './reply.ts';

const FOLDER = 'test/evaluation/layouts';
const TITLES: Record<string, string> = {
  '05': 'Anlagen für Regenwasser',
  '06': 'Toiletten in Grundschulen',
  '08': 'Parkierung am See',
  '09': 'Wie entwickelt sich der Lehrkräftebedarf an Förderschulen?',
  '11': 'Wolfsrisse im Landkreis Seenplatte-Ost',
  '12': 'Zustand der Brücken im Stadtgebiet',
  '13': 'Kindertagespflege',
  '15': 'Rettungsdienst',
  '16': 'Güterverkehr auf der Nebelbahn',
  '18': 'Schulwegsicherheit an der Grundschule Am Anger',
  '19': 'Leerstand von Wohnungen im Ortsteil Neu-Linden',
  '20': 'Photovoltaik auf Schuldächern',
  '21': 'Wartezeiten bei Logopädie',
  '22': 'Fahrradstraßen',
  '23': 'Fragen zum Hochwasserschutz',
  '24': 'Trinkwasserbrunnen',
  '27': 'Unterbringung geflüchteter Menschen',
};

test.each(Object.entries(TITLES))('layout %s says its matter: %s', (number, title) => {
  const name = readdirSync(FOLDER).find((file) => file.startsWith(`${number}-`))!;
  expect(documentOf(unmarked(readFileSync(`${FOLDER}/${name}`, 'utf8')).text).title).toBe(title);
});

test('a committee is named without the words over its column', () => {
  const name = readdirSync(FOLDER).find((file) => file.startsWith('12-'))!;
  const { committee } = documentOf(unmarked(readFileSync(`${FOLDER}/${name}`, 'utf8')).text);
  expect(committee).toBe('Ausschuss für Bau und Verkehr');
});
