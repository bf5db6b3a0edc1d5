// The beginning of an invented file → what it is among the files of its paper.
import { expect, test } from 'vitest';
import { fileRole } from '../../../corpus/parse/classify.ts';

test.each([
  ['answer', 'Stadt Musterstadt\nSTELLUNGNAHME zur Anfrage\nBänke'],
  ['answer', 'Beantwortung einer Anfrage nach § 4 der Geschäftsordnung\nBänke'],
  ['answer', 'Antwort der Verwaltung auf die Anfrage der Fraktion Musterpartei: Bänke'],
  ['answer', 'Sehr geehrte Frau Beispiel,\nIhre Anfrage vom 3. Mai beantworte ich wie folgt:'],
  ['answer', 'Schriftliche Kleine Anfrage der Abgeordneten Beispiel und Antwort des Senats\nBetr.: Bänke'],
  ['inquiry', 'Stadt Musterstadt\nANFRAGE\nStadträtin Erika Beispiel\nBänke\n1. Wie viele gibt es?'],
  // It names the answer to another inquiry, but is none.
  ['inquiry', 'ANFRAGE\nBänke\nAufgrund der Antwort auf die Anfrage vom 3. Mai ergeben sich Nachfragen: 1. Wie viele?'],
  [
    'minutes',
    'NIEDERSCHRIFT\nStadt Musterstadt\nPunkt 37: Bänke\nAnfrage der Musterpartei\nKenntnisnahme von der Stellungnahme',
  ],
  ['minutes', 'Auszug aus dem Protokoll\nBeantwortung der Anfrage zu Bänken'],
  ['annex', 'Anlage 1 zur Stellungnahme zur Anfrage: Standorte der Bänke'],
  ['other', 'Lageplan der Bänke'],
])('%s: %s', (role, text) => {
  expect(fileRole({}, text)).toBe(role);
});

test('names of files decide only where the text does not', () => {
  expect(fileRole({ fileName: 'Anfrage Bänke.pdf' }, 'Lageplan der Bänke')).toBe('inquiry');
  expect(fileRole({ fileName: 'Anfrage Bänke.pdf' }, 'Stellungnahme zur Anfrage Bänke')).toBe('answer');
});
