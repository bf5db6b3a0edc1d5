// What a person gets, counted; and the same question typed in haste.
import { describe, expect, test } from 'vitest';
import type { ChatResponse } from '../../../api/events.ts';
import { pairFigures } from '../../../scripts/evaluate/pairs.ts';
import { outcomeOf, type ServedQuestion, servedFigures } from '../../../scripts/evaluate/served.ts';
import { formOf, variantFigures, variantOf } from '../../../scripts/evaluate/variants.ts';

const GOLD = [{ file: '1', quote: 'Die Rutsche bleibt bis Mai gesperrt.' }];
const RIGHT = 'Die Rutsche bleibt bis Mai gesperrt, danach wird sie ersetzt.';
const WRONG = 'Der Eintritt kostet vier Euro.';

function question(kind: ChatResponse['kind'], quotes: string[], offered: string[], gold = GOLD): ServedQuestion {
  const sources = (kind === 'answer' ? quotes : offered).map((_, i) => ({
    file: `https://rat.example/files/${i + 1}`,
  }));
  const citations = kind === 'answer' ? quotes.map((quote, source) => ({ source, quote })) : [];
  const response = { kind, sources, citations } as unknown as ChatResponse;
  return {
    ...{ style: 'citizen', lang: 'de', isShort: false, gold, response },
    offered: offered.map((answer, i) => ({ file: `${i + 1}`, answer })),
  };
}

describe('what a person gets', () => {
  test.each([
    ['right', 'the first quotation is the gold one', question('answer', [RIGHT], [])],
    ['beside', 'the words stand in another document', question('answer', [WRONG, RIGHT], [])],
    ['beside', 'it quotes something else', question('answer', [WRONG], [])],
    ['false', 'the corpus has no answer', question('answer', [RIGHT], [], [])],
    ['offered', 'a choice has the right pair', question('abstention', [], [RIGHT, WRONG])],
    ['vain', 'a choice has it not', question('abstention', [], [WRONG])],
    ['vain', 'a choice where the corpus has no answer', question('abstention', [], [WRONG], [])],
    ['nothing', 'nothing is shown', question('abstention', [], [])],
  ])('%s: %s', (outcome, _, asked) => {
    expect(outcomeOf(asked)).toBe(outcome);
  });

  test('precision counts false answers, served does not count what is beside the question', () => {
    const { all } = servedFigures([
      question('answer', [RIGHT], []),
      question('answer', [WRONG], []),
      question('answer', [RIGHT], [], []),
      question('abstention', [], [RIGHT]),
    ]);
    expect(all).toMatchObject({ precision: 0.333, served: 0.5, false: 0.25 });
  });

  test('of a short question the gold quote is a whole answer, of which a part will do', () => {
    const asked = question('answer', ['Die Rutsche bleibt gesperrt.'], []);
    const long = [
      { file: '1', quote: `${RIGHT} ${WRONG.repeat(3)} Und vieles andere mehr steht in der Vorlage noch.` },
    ];
    expect(outcomeOf({ ...asked, gold: long })).toBe('beside');
    expect(outcomeOf({ ...asked, gold: long, isShort: true })).toBe('right');
  });

  test('pairs are counted among the first five', () => {
    const pairs = [WRONG, WRONG, RIGHT].map((answer) => ({ file: '1', answer }));
    const figures = pairFigures([{ style: 'citizen', lang: 'de', isShort: false, gold: GOLD, pairs }]);
    expect(figures['citizen/de']).toMatchObject({ questions: 1, first: 0, five: 1 });
  });
});

describe('a question typed in haste', () => {
  test.each([
    ['small', 'wann öffnet das freibad?'],
    ['unmarked', 'Wann öffnet das Freibad'],
    ['mistyped', 'Wann öffnet das Frebiad?'],
  ] as const)('%s', (variant, asked) => {
    expect(variantOf('Wann öffnet das Freibad?', variant)).toBe(asked);
  });

  test('is no other where nothing changes', () => {
    expect(variantOf('wann?', 'small')).toBe(null);
    expect(variantOf('wann?', 'mistyped')).toBe(null);
  });

  test('keeps its form or not, as a share of those that have the variant', () => {
    const of = (small: string | null) => ({
      ...{ style: 'citizen', lang: 'de', form: 'answer' },
      others: { small, unmarked: null, mistyped: null },
    });
    expect(variantFigures([of('answer'), of('choice'), of(null)]).all).toEqual({
      small: 0.5,
      unmarked: null,
      mistyped: null,
    });
  });

  test.each([
    ['answer', 'answer', 1],
    ['choice', 'abstention', 1],
    ['nothing', 'abstention', 0],
  ] as const)('%s is a form', (form, kind, sources) => {
    expect(formOf({ kind, sources: new Array(sources).fill({}) })).toBe(form);
  });
});
