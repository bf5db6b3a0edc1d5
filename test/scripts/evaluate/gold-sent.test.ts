import { expect, it } from 'vitest';
import { goldSent } from '../../../scripts/evaluate/gold-sent.ts';

const question = (id: string, quote: string) => ({
  id,
  style: 'resident',
  lang: 'de',
  question: 'Was kostet das Bad?',
  history: [],
  gold: [{ file: '77', quote }],
  rewrite: null,
});

it('a gold sentence counts when its words are sent from its own document, however they are laid out', async () => {
  const questions = [question('1', 'Der Eintritt kostet 4,50 Euro.'), question('2', 'Kinder zahlen nichts.')];
  const sent = async () => [
    { file: 'files/77', text: 'Der Ein-\ntritt: der Eintritt kostet\n4,50 Euro' },
    { file: 'files/78', text: 'Kinder zahlen nichts.' },
  ];
  expect(await goldSent(questions, sent)).toEqual({ all: 0.5, 'resident/de': 0.5 });
  expect(await goldSent([], sent)).toBeNull();
  expect(await goldSent(questions, undefined)).toBeNull();
});
