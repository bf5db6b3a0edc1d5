// A found answer and the new question's terms → the few sentences that speak of them, their matching words marked.
import { BULLET } from '../../corpus/german/list-marks.ts';
import { sentencesOf } from '../../corpus/german/sentences.ts';
import type { Snippet } from '../events.ts';
import type { Hit, LiveIndex } from '../search/types.ts';
import type { Weights } from './similarity.ts';

const MAX_SENTENCES = 2;
const MAX_CHARACTERS = 420;
const GAP = ' … ';

/** In order of the text; an answer without any matching word is shown from its beginning. */
export function matchingSentences(
  { passage }: Pick<Hit, 'passage'>,
  question: Weights,
  terms: LiveIndex['terms'],
): Snippet {
  const rated = sentencesOf(passage.text, { start: 0, end: passage.text.length }).map((span, i) => {
    const found = terms(passage.text.slice(span.start, span.end)).map(({ term }) => question.get(term) ?? 0);
    const distinct = [...new Set(found)].reduce((sum, weight) => sum + weight, 0);
    return { ...span, i, score: distinct / Math.sqrt(8 + found.length) };
  });
  const best = [...rated].sort((a, b) => b.score - a.score || a.i - b.i).slice(0, MAX_SENTENCES);
  const chosen = best.filter(({ score }, i) => i === 0 || score >= 0.5 * best[0]!.score).sort((a, b) => a.i - b.i);
  let text = '';
  for (const { start, end, i } of chosen) {
    const sentence = passage.text.slice(start, end).replace(/\s+/gu, ' ').replace(BULLET, '');
    const follows = chosen.some((other) => other.i === i - 1);
    const space = text === '' ? '' : follows ? ' ' : GAP;
    if (text !== '' && text.length + sentence.length > MAX_CHARACTERS) break;
    text += space + sentence;
  }
  const shown = text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS).replace(/\s+\S*$/u, '')} …` : text;
  const highlights = terms(shown)
    .filter(({ term }) => question.has(term))
    .map(({ start, end }): [number, number] => [start, end]);
  return { text: shown, highlights };
}
