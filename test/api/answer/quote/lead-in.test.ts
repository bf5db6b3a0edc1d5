// All texts are invented.
import { describe, expect, it } from 'vitest';
import { leadIn } from '../../../../api/answer/texts.ts';
import { documentOf } from '../small-index.ts';

const NOW = new Date('2026-11-25');
const TEXT = '1. Wie viele Bänke gibt es?\n\nEs gibt zwölf Bänke.';
const document = documentOf('d', TEXT, [{ question: '1. Wie viele', answer: 'Es gibt' }], {
  date: '2026-02-11',
  title: 'Bänke im Stadtgarten',
  committee: 'Gemeinderat',
});
const asked = (questionText: string | null) => leadIn(document, { ...document.pairs[0]!, questionText }, 'de', NOW);

describe('the words before a quotation', () => {
  it('name the question', () => {
    expect(asked('1. Wie viele Bänke gibt es?')).toMatch(/^Auf die Frage „Wie viele Bänke gibt es\?“ antwortete/u);
  });

  it.each([
    ['is not known', null],
    ['says nothing by itself', 'Anzahl?'],
  ])('name the paper where the question %s', (_why, question) => {
    expect(asked(question)).toMatch(/^Zu „Bänke im Stadtgarten“ antwortete die Verwaltung am 11\.02\.2026/u);
  });
});
