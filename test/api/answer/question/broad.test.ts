import { describe, expect, it } from 'vitest';
import { broadQuestion } from '../../../../api/answer/question/broad.ts';
import { ask } from '../ask.ts';
import { pool, seed } from '../documents.ts';
import { documentOf, smallIndex } from '../small-index.ts';

const index = smallIndex([]);

describe('a question with no single answer', () => {
  it.each([
    ['Müll', 'Müll', false],
    ['Radwege?', 'Radwege', false],
    ['E-Scooter', 'E-Scooter', false],
    ['Was ist neu?', '', true],
    ['Was gibt es Neues?', '', true],
    ['Was gibt es Neues zum Freibad?', 'Freibad', true],
    ['Neues aus der Oststadt', 'Oststadt', true],
    ['Was sagt die Stadt zu E-Scootern?', 'E-Scootern', false],
    ['Was hat die Verwaltung zum Freibad gesagt?', 'Freibad', false],
    ['Alles über Bäume', 'Bäume', false],
    ['Wann ist die Baustelle fertig?', 'Baustelle', true],
    ['Wie lange dauert die Sperrung noch?', 'Sperrung', true],
    ['Wann wird der Radweg endlich gebaut?', 'Radweg', true],
    ['wann ist die brücke bei uns wieder frei', 'brücke', true],
    ['Informationen zum Stadion', 'Stadion', false],
  ])('is about a topic: %s', (question, topic, isNews) => {
    expect(broadQuestion(question, 'de', index)).toEqual({ topic, isNews });
  });

  it.each([
    'Was kostet das Freibad?',
    'Wann wird die Schule saniert?',
    'Wann wird der Radweg an der Lindenallee gebaut?',
    'Wann ist die Kombilösung fertig?',
    'Und in der Oststadt?',
    'Seit wann?',
    'Freibad Öffnungszeiten Preise',
    'Was sagt die Stadt zu der Kritik, dass der Radweg an der Lindenallee viel zu schmal sei?',
    'Was ist neu an der Satzung über die Hundesteuer und warum?',
  ])('is not: %s', (question) => expect(broadQuestion(question, 'de', index)).toBeNull());

  it('is known in English', () => {
    expect(broadQuestion("What's new on cycling?", 'en', index)).toEqual({ topic: 'cycling', isNews: true });
  });

  it('gets a choice, one pair of each paper, the newest first, with a line on what there is', async () => {
    const bath = (id: string, date: string) =>
      documentOf(
        id,
        '1. Wann öffnet das Freibad?\n\nDas Freibad öffnet im Mai.\n\n2. Wann schließt das Freibad?\n\nDas Freibad schließt im September.',
        [
          { question: '1. Wann', answer: 'Das Freibad öffnet' },
          { question: '2. Wann', answer: 'Das Freibad schließt' },
        ],
        { date },
      );
    const all = smallIndex([bath('alt', '2019-05-01'), seed, bath('neu', '2026-05-01'), pool]);
    const { kind, answer, sources, listUrl } = await ask('Freibad', all);
    expect(kind).toBe('abstention');
    expect(sources.map(({ documentId }) => documentId)).toEqual(['neu', pool.id, 'alt']);
    expect(answer).toContain('zu „Freibad“ 3 beantwortete Anfragen');
    expect(listUrl).toBe('https://rat.example/suche?q=Freibad&sort=relevance');
  });
});
