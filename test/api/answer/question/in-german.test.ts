import { describe, expect, it } from 'vitest';
import { inGerman } from '../../../../api/answer/question/in-german.ts';
import { compileLexicon, openLexicon } from '../../../../api/index/lexicon.ts';

const all = openLexicon(
  compileLexicon(
    [
      'bulky waste => Sperrmüll, Sperrabfall',
      'waste => Abfall',
      'cost, costs => Kosten, kosten',
      'tram => Straßenbahn, Stadtbahn',
      'how much => wie viel',
      'Bad, Schwimmbad',
    ].join('\n'),
  ),
);

const index = { lexicon: async () => all };

describe('an English question', () => {
  it.each([
    ['How much does bulky waste cost?', 'wie viel Sperrmüll Kosten'],
    ['Why is the tram to Neustadt late?', 'Straßenbahn Neustadt'],
    ['What did the waste cost in 2021?', 'Abfall Kosten 2021'],
    ['Can I take the tram?', 'Straßenbahn'],
  ])('is searched in the words of the papers: %s', async (question, german) => {
    expect(await inGerman(question, index)).toBe(german);
  });

  it.each(['Was kostet das Bad?', 'Sperrmüll', 'Why is that?'])(
    'is none, or none that the lexicon knows: %s',
    async (question) => {
      expect(await inGerman(question, index)).toBeNull();
    },
  );
});
