// All texts are invented.
import { describe, expect, it } from 'vitest';
import { pick, type RatedSentence } from '../../../../api/answer/quote/pick.ts';

interface Line {
  says: string;
  /** Terms of the query that it has. */
  has?: string[];
  /** Which answer of the document it stands in. */
  answer?: number;
  isItem?: boolean;
  isAmount?: boolean;
}

const WEIGHTS = new Map(['bad', 'preis', 'kind', 'jahr'].map((term) => [term, 1]));

function picked(lines: Line[], room: { maxSentences: number; maxWords: number }, answer = 0): string[] {
  let text = '';
  const rated = lines.map(({ says, has = [], answer = 0, isItem = false, isAmount = false }): RatedSentence => {
    const start = text.length;
    text += `${says}\n`;
    const matches = new Map(has.map((term) => [term, 1]));
    const words = says.split(' ').length;
    const span = { start, end: start + says.length };
    return { span, answer, isItem, matches, words, isAmount, score: has.length / WEIGHTS.size };
  });
  return pick(text, rated, answer, WEIGHTS, room).map(({ start, end }) => text.slice(start, end));
}

const ROOM = { maxSentences: 4, maxWords: 30 };
const FILL = 'Hier folgt viel anderes, das mit der Sache nichts zu tun hat und lang ist.';

describe('sentences to quote', () => {
  it('are the best one and one that adds other terms, not one that repeats or adds nothing', () => {
    const lines = [
      { says: 'Das Bad hat einen Preis.', has: ['bad', 'preis'] },
      { says: FILL },
      { says: 'Nochmals: Bad und Preis.', has: ['bad', 'preis'] },
      { says: FILL },
      { says: 'Kinder zahlen im Jahr nichts.', has: ['kind', 'jahr'] },
    ];
    expect(picked(lines, { ...ROOM, maxSentences: 2 })).toEqual([lines[0]!.says, lines[4]!.says]);
  });

  it('are a row of a table with the head that says what its amounts are', () => {
    const lines = [
      { says: FILL },
      { says: FILL },
      { says: 'Karte bisher künftig' },
      { says: 'Erwachsene 4 Euro 5 Euro', isAmount: true },
      { says: 'Kinder im Bad 2 Euro 3 Euro', has: ['bad', 'kind'], isAmount: true },
      { says: FILL },
    ];
    expect(picked(lines, { ...ROOM, maxSentences: 2 })).toEqual([lines[2]!.says, lines[4]!.says]);
  });

  it('are all of a short answer, so that a verdict keeps its reasons', () => {
    const lines = [
      { says: 'Nein.' },
      { says: 'Es fehlt Geld.' },
      { says: FILL, answer: 1 },
      { says: 'Das Bad ist alt.', has: ['bad'], answer: 1 },
    ];
    expect(picked(lines, ROOM).slice(0, 2)).toEqual(['Nein.', 'Es fehlt Geld.']);
  });

  it('may stand in another answer, when that one has what was asked', () => {
    const lines = [
      { says: 'Das Bad ist alt.', has: ['bad'] },
      { says: 'Der Preis ist für Kinder gleich.', has: ['preis', 'kind'], answer: 1 },
    ];
    expect(picked(lines, ROOM)).toEqual(lines.map(({ says }) => says));
  });

  it('come from two answers at most', () => {
    const lines = [
      { says: 'Das Bad ist alt.', has: ['bad'], answer: 0 },
      { says: 'Der Preis gilt ein Jahr.', has: ['preis', 'jahr'], answer: 1 },
      { says: 'Das Kind zahlt nichts.', has: ['kind'], answer: 2 },
    ];
    expect(picked(lines, ROOM)).toHaveLength(2);
  });

  it('bring the sentence that they point back to', () => {
    const lines = [
      { says: FILL },
      { says: 'Der Umbau ist beschlossen.' },
      { says: 'Dieser macht das Bad für ein Jahr zu.', has: ['bad', 'jahr'] },
      { says: FILL },
      { says: FILL },
    ];
    expect(picked(lines, { ...ROOM, maxSentences: 2 })).toEqual([lines[1]!.says, lines[2]!.says]);
  });

  it('that announce a list bring its first items, and items the line that announces them', () => {
    const lines = [
      { says: FILL },
      { says: 'Im Bad gelten:' },
      { says: 'Preis für Kinder', has: ['preis', 'kind'], isItem: true },
      { says: 'Ruhe', isItem: true },
      { says: FILL },
      { says: FILL },
    ];
    expect(picked(lines, { ...ROOM, maxSentences: 3 })).toEqual(['Im Bad gelten:', 'Preis für Kinder', 'Ruhe']);
  });

  it('keep within the room, but there is always one', () => {
    const long = { says: FILL, has: ['bad'] };
    expect(picked([long, { says: 'Nein.' }], { maxSentences: 1, maxWords: 3 })).toEqual([FILL]);
    expect(picked([], ROOM)).toEqual([]);
  });
});
