import { describe, expect, it } from 'vitest';
import { listQuestion } from '../../../api/answer/lists.ts';
import { ask, NOW } from './ask.ts';
import { hostile, pool, seed } from './documents.ts';
import { smallIndex } from './small-index.ts';

const none = { from: null, to: null, named: [] };

describe('a question about the collection', () => {
  it.each([
    [
      'Wie viele Anfragen zu Radwegen gab es seit 2020?',
      { ...none, ask: 'count', topic: 'Radwegen', from: '2020-01-01' },
    ],
    [
      'wieviele anfragen gab es 2019 zum thema Kitaplätze',
      { ask: 'count', topic: 'Kitaplätze', from: '2019-01-01', to: '2019-12-31', named: [] },
    ],
    [
      'Wie viele Anfragen hat die SPD seit 2020 gestellt?',
      { ask: 'count', topic: '', from: '2020-01-01', to: null, named: ['SPD'] },
    ],
    [
      'Wie viele Anfragen der Grünen gab es zwischen 2015 und 2018 zur Straßenbahn?',
      { ask: 'count', topic: 'Straßenbahn', from: '2015-01-01', to: '2018-12-31', named: ['Grünen'] },
    ],
    [
      'Wie viele Anfragen gab es in den letzten fünf Jahren zu Schwimmbädern?',
      { ...none, ask: 'count', topic: 'Schwimmbädern', from: '2021-11-25' },
    ],
    [
      'How many inquiries about cycle paths were there since 2020?',
      { ...none, ask: 'count', topic: 'cycle paths', from: '2020-01-01' },
    ],
    ['Wer hat zuletzt nach dem Freibad gefragt?', { ...none, ask: 'who', topic: 'Freibad' }],
    ['Welche Fraktion hat zuletzt zur Grundsteuer angefragt?', { ...none, ask: 'who', topic: 'Grundsteuer' }],
    ['Who last asked about the outdoor pool?', { ...none, ask: 'who', topic: 'outdoor pool' }],
    ['Wann wurde zuletzt nach dem Freibad gefragt?', { ...none, ask: 'when', topic: 'Freibad' }],
    ['Wann war die letzte Anfrage zum Stadtgarten?', { ...none, ask: 'when', topic: 'Stadtgarten' }],
    [
      'Welche Anfragen gab es zu Spielplätzen in den letzten 3 Jahren?',
      { ...none, ask: 'list', topic: 'Spielplätzen', from: '2023-11-25' },
    ],
    [
      'Zeig mir alle Anfragen zum Thema Lärm aus dem Jahr 2021',
      { ask: 'list', topic: 'Lärm', from: '2021-01-01', to: '2021-12-31', named: [] },
    ],
    ['Gab es schon mal eine Anfrage zu Trinkbrunnen?', { ...none, ask: 'list', topic: 'Trinkbrunnen' }],
    ['Show me all inquiries about noise', { ...none, ask: 'list', topic: 'noise' }],
  ])('is recognised by its shape: %s', (question, parsed) => {
    expect(listQuestion(question, NOW)).toEqual(parsed);
  });

  it.each([
    'Wie viele Kinder gab es 2020 in den Kitas?',
    'Wie viele Anträge gingen 2023 beim Tierschutzfonds ein?',
    'Wer hat das Freibad gebaut?',
    'Wann wurde zuletzt die Grundsteuer erhöht?',
    'Wie viele Anfragen?',
    'Welche Schulen haben eine Mensa?',
    'Wer ist für Bäume zuständig?',
    'When was the pool built?',
  ])('is not mistaken for one about the city: %s', (question) => {
    expect(listQuestion(question, NOW)).toBeNull();
  });
});

describe('a list', () => {
  const index = smallIndex([pool, seed, hostile]);

  it('counts, cites the newest match and leads to the same list', async () => {
    const { kind, answer, citations, listUrl, sources } = await ask(
      'Wie viele Anfragen gab es seit 2020 zu Freibad?',
      index,
    );
    expect(kind).toBe('list');
    expect(answer).toContain('Eine beantwortete Anfrage zu „Freibad“ (seit 01.01.2020) ist veröffentlicht.');
    expect(sources[citations[0]!.source]!.documentId).toBe(pool.id);
    expect(listUrl).toBe('https://rat.example/suche?q=Freibad&from=2020-01-01&sort=date');
  });

  it('names who asked last, from metadata', async () => {
    const { answer } = await ask('Wer hat zuletzt nach dem Freibad gefragt?', index);
    expect(answer).toContain('ist vom 11.02.2025 und kam von: Fraktion Beispiel.');
  });

  it('is no list when a name of the question is unknown', async () => {
    expect((await ask('Wie viele Anfragen der Piraten gab es zum Freibad?', index)).kind).not.toBe('list');
  });

  it('says so when there is none, and cites nothing', async () => {
    const { kind, answer, citations } = await ask('Gab es schon mal eine Anfrage zu Zauberwäldern?', index);
    expect([kind, citations]).toEqual(['abstention', []]);
    expect(answer).toContain('„Zauberwäldern“');
  });
});
