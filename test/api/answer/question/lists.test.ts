import { describe, expect, it } from 'vitest';
import { listQuestion } from '../../../../api/answer/question/lists.ts';
import { ask, NOW } from '../ask.ts';
import { hostile, pool, seed } from '../documents.ts';
import { smallIndex } from '../small-index.ts';

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
    [
      'Was hat die Verwaltung 2026 zu Kitas gesagt?',
      { ask: 'list', topic: 'Kitas', from: '2026-01-01', to: '2026-12-31', named: [] },
    ],
    [
      'Was sagte die Stadt seit 2024 zum Radverkehr?',
      { ...none, ask: 'list', topic: 'Radverkehr', from: '2024-01-01' },
    ],
    ['Antworten zum Thema Parken seit 2022', { ...none, ask: 'list', topic: 'Parken', from: '2022-01-01' }],
    [
      'Was wurde 2025 zu Schulen gefragt?',
      { ask: 'list', topic: 'Schulen', from: '2025-01-01', to: '2025-12-31', named: [] },
    ],
    [
      'What did the city say about cycling in 2025?',
      { ask: 'list', topic: 'cycling', from: '2025-01-01', to: '2025-12-31', named: [] },
    ],
    ['Gab es schon mal eine Anfrage zu Trinkbrunnen?', { ...none, ask: 'list', topic: 'Trinkbrunnen' }],
    ['Show me all inquiries about noise', { ...none, ask: 'list', topic: 'noise' }],
    ['Wie viele Anfragen hat die FDP gestellt?', { ...none, ask: 'count', topic: '', named: ['FDP'] }],
    ['Wie oft hat die SPD zu Kitas gefragt?', { ...none, ask: 'count', topic: 'Kitas', named: ['SPD'] }],
    ['Wie häufig fragten die Grünen nach Radwegen?', { ...none, ask: 'count', topic: 'Radwegen', named: ['Grünen'] }],
    ['Anzahl Anfragen zu Radwegen seit 2020', { ...none, ask: 'count', topic: 'Radwegen', from: '2020-01-01' }],
    [
      'Wie viele Anfragen gab es im Februar 2024?',
      { ...none, ask: 'count', topic: '', from: '2024-02-01', to: '2024-02-29' },
    ],
    ['Wie viele Anfragen seit Mai 2023 zu Lärm?', { ...none, ask: 'count', topic: 'Lärm', from: '2023-05-01' }],
    [
      'Wie viele Anfragen gab es 2023 und 2024?',
      { ...none, ask: 'count', topic: '', from: '2023-01-01', to: '2024-12-31' },
    ],
    ['Wie viele Anfragen gibt es insgesamt?', { ...none, ask: 'count', topic: '' }],
    [
      'Wie viele Anfragen gab es im Ortschaftsrat Musterdorf?',
      { ...none, ask: 'count', topic: '', named: ['Ortschaftsrat', 'Musterdorf'] },
    ],
    ['Welche Fraktion hat die meisten Anfragen gestellt?', { ...none, ask: 'most', topic: '' }],
    ['Wer hat am häufigsten nach dem Freibad gefragt?', { ...none, ask: 'most', topic: 'Freibad' }],
    ['Which party asked the most questions about noise?', { ...none, ask: 'most', topic: 'noise' }],
    ['Von wem stammt die letzte Anfrage zum Freibad?', { ...none, ask: 'who', topic: 'Freibad' }],
    ['Who was the last to ask about noise?', { ...none, ask: 'who', topic: 'noise' }],
    ['Wann wurde zuletzt über die Grundsteuer geantwortet?', { ...none, ask: 'when', topic: 'Grundsteuer' }],
    ['When did the administration last answer about property tax?', { ...none, ask: 'when', topic: 'property tax' }],
    ['Was hat die FDP zu Radwegen gefragt?', { ...none, ask: 'list', topic: 'Radwegen', named: ['FDP'] }],
    ['Was wollte die SPD zu Kitas wissen?', { ...none, ask: 'list', topic: 'Kitas', named: ['SPD'] }],
    ['Hat schon mal jemand nach Trinkbrunnen gefragt?', { ...none, ask: 'list', topic: 'Trinkbrunnen' }],
    ['Worum ging es in der letzten Anfrage der SPD?', { ...none, ask: 'list', topic: '', named: ['SPD'] }],
    ['Anfragen der FDP zu Wohnungsbau', { ...none, ask: 'list', topic: 'Wohnungsbau', named: ['FDP'] }],
    ['Neueste Anfragen', { ...none, ask: 'list', topic: '' }],
    ['What did the CDU ask about parking?', { ...none, ask: 'list', topic: 'parking', named: ['CDU'] }],
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
    'Wie viele Anfragen gehen täglich beim Bürgertelefon ein?',
    'Welche Anfragen zu Bauplätzen erhält das Liegenschaftsamt?',
    'Wie oft wurde die Wiese gemäht?',
    'Wie oft hat es 2023 gebrannt?',
    'Was hat die Stadt 2023 für Radwege ausgegeben?',
    'Hat die Stadt nach Alternativen gefragt?',
    'Wer hat den Auftrag für das Freibad erhalten?',
    'Wer hat die meisten Stimmen bekommen?',
    'Anfrage zum Freibad',
    'What did the city do about noise?',
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

  it('names its items and quotes none of them at length', async () => {
    const { answer, citations } = await ask('Welche Anfragen gab es zum Freibad?', index);
    expect(answer).toMatch(/^- 11\.02\.2025: .+ \[1\]$/mu);
    expect(citations).toHaveLength(1);
    expect(answer).not.toContain(`„${citations[0]!.quote.slice(0, 30)}`);
  });

  it('names who asked last, from metadata', async () => {
    const { answer } = await ask('Wer hat zuletzt nach dem Freibad gefragt?', index);
    expect(answer).toContain('ist vom 11.02.2025 und kam von: Fraktion Beispiel.');
  });

  describe('of a faction', () => {
    const facets = {
      committee: [{ value: 'Ortschaftsrat Musterdorf', count: 4 }],
      department: [],
      askedBy: [
        { value: 'GRÜNE', count: 9 },
        { value: 'Fraktion Beispiel', count: 3 },
        { value: 'Freie Wähler', count: 2 },
      ],
      kind: [],
      year: [],
    };
    const withFacets: typeof index = {
      ...index,
      search: async (request) => {
        const found = await index.search({ ...request, query: 'Freibad' });
        const hits = found.hits.map((hit) => ({ ...hit, document: { ...hit.document, body: 'Stadt Musterstadt' } }));
        return { ...found, hits, facets };
      },
    };

    it.each([
      ['Wie viele Anfragen hat die Fraktion Beispiel gestellt?', 'askedBy=Fraktion+Beispiel&sort=date'],
      ['Wie viele Anfragen stellten die Grünen?', 'askedBy=GR%C3%9CNE&sort=date'],
      ['How many inquiries did the Greens submit?', 'askedBy=GR%C3%9CNE&sort=date'],
      [
        'Welche Anfragen der Grünen gab es im Ortschaftsrat Musterdorf?',
        'committee=Ortschaftsrat+Musterdorf&askedBy=GR%C3%9CNE&sort=date',
      ],
      ['Wie viele Anfragen gab es 2025 in Musterstadt?', 'from=2025-01-01&to=2025-12-31&sort=date'],
      ['Wie viele Anfragen gab es im Gemeinderat 2025?', 'from=2025-01-01&to=2025-12-31&sort=date'],
    ])('filters by the names of the index: %s', async (question, query) => {
      const { kind, listUrl } = await ask(question, withFacets);
      expect([kind, listUrl]).toEqual(['list', `https://rat.example/suche?q=&${query}`]);
    });

    it('names those who asked most, with their numbers', async () => {
      const { answer } = await ask('Wer hat die meisten Anfragen gestellt?', withFacets);
      expect(answer).toContain('GRÜNE (9), Fraktion Beispiel (3), Freie Wähler (2).');
    });

    it('says that a topic is counted by the search, and a faction is not', async () => {
      const counted = 'Gezählt ist, was die Suche zu diesem Thema findet.';
      expect((await ask('Wie viele Anfragen gab es zum Freibad?', withFacets)).answer).toContain(counted);
      expect((await ask('Wie viele Anfragen stellten die Grünen?', withFacets)).answer).not.toContain(counted);
    });
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
