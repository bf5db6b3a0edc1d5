// Answers beside their questions → the figures of issue 5: answered, gold document cited, gold quote shown, citations
// that resolve, abstentions, and how much a citizen reads. Pure.
import type { ChatResponse } from '../../api/events.ts';

export interface AnsweredQuestion {
  style: string;
  lang: string;
  /** Empty: the corpus does not answer it. `file` is the last path segment of an OParl File id. */
  gold: { file: string; quote: string }[];
  response: ChatResponse;
  /** Citations whose quote is not what stands at their place in the document. */
  badCitations: number;
}

export interface AnswerFigures {
  questions: number;
  answered: number;
  /** Of all questions with gold documents. */
  citesGoldFirst: number;
  citesGoldAny: number;
  quoteHit: number;
  badCitations: number;
  medianWords: number;
}

/** Shares are 0 to 1, by style and language, and over `all`; a group without questions has none. */
export function answerFigures(answers: AnsweredQuestion[]): {
  answerable: Record<string, AnswerFigures>;
  declined: Record<string, { questions: number; declined: number }>;
} {
  const answerable = answers.filter((a) => a.gold.length > 0);
  const groups = new Map(answerable.length > 0 ? [['all', answerable]] : []);
  for (const [group, list] of Map.groupBy(answerable, ({ style, lang }) => `${style}/${lang}`)) groups.set(group, list);
  const declined: Record<string, { questions: number; declined: number }> = {};
  for (const { style, response } of answers.filter((a) => a.gold.length === 0)) {
    const group = declined[style] ?? { questions: 0, declined: 0 };
    declined[style] = group;
    group.questions += 1;
    if (response.abstained) group.declined += 1;
  }
  return {
    answerable: Object.fromEntries([...groups].map(([group, list]) => [group, figures(list)])),
    declined,
  };
}

function figures(answers: AnsweredQuestion[]): AnswerFigures {
  const share = (test: (a: AnsweredQuestion) => boolean) => round(answers.filter(test).length / answers.length);
  const answered = answers.filter((a) => !a.response.abstained);
  return {
    questions: answers.length,
    answered: share((a) => !a.response.abstained),
    citesGoldFirst: share((a) => isGold(a, a.response.citations[0]?.source)),
    citesGoldAny: share((a) => a.response.citations.some((c) => isGold(a, c.source))),
    quoteHit: share(quotesGold),
    badCitations: answers.reduce((sum, a) => sum + a.badCitations, 0),
    medianWords: median(
      answered.map((a) => a.response.answer.replace(/\[\d+\]/gu, '').match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0),
    ),
  };
}

function isGold({ gold, response }: AnsweredQuestion, source: number | undefined): boolean {
  const file = source === undefined ? null : (response.sources[source]?.file?.split('/').at(-1) ?? null);
  return gold.some((g) => g.file === file);
}

/** Half of a gold quote's words stand in our quotes of its document. */
function quotesGold(answer: AnsweredQuestion): boolean {
  const { gold, response } = answer;
  return gold.some(({ file, quote }) => {
    const ours = response.citations
      .filter((c) => response.sources[c.source]?.file?.split('/').at(-1) === file)
      .map((c) => c.quote);
    const shown = new Set(words(ours.join(' ')));
    const wanted = words(quote);
    return wanted.length > 0 && wanted.filter((word) => shown.has(word)).length >= wanted.length / 2;
  });
}

/** Gold quotes come from raw text: line-end hyphens and case do not count. */
function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/-\s+/gu, '')
      .replace(/-/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
