// Questions with their gold sentences → the share of them whose gold sentence is among the sources that a model would be
// sent: what is not there it cannot answer with. Eight of ten words of a gold quote count as the sentence.
import type { Question } from './questions.ts';
import { lastSegment } from './questions.ts';

/** One document's text as it is sent; a document may come several times. */
export interface SentText {
  file: string;
  text: string;
}

/** By style and language, and over `all`; null where no question has a gold sentence. */
export async function goldSent(
  questions: Question[],
  sentFor: ((question: Question) => Promise<SentText[]>) | undefined,
): Promise<Record<string, number> | null> {
  const asked = questions.filter(({ gold }) => gold.some(({ quote }) => quote !== ''));
  if (sentFor === undefined || asked.length === 0) return null;
  const sent: { group: string; isSent: boolean }[] = [];
  for (const question of asked) {
    const isSent = stands(question.gold, await sentFor(question));
    sent.push({ group: `${question.style}/${question.lang}`, isSent });
  }
  const share = (list: typeof sent) =>
    Math.round((1000 * list.filter(({ isSent }) => isSent).length) / list.length) / 1000;
  const groups = [...Map.groupBy(sent, ({ group }) => group)].map(([group, list]) => [group, share(list)] as const);
  return { all: share(sent), ...Object.fromEntries(groups) };
}

const ENOUGH = 0.8;

function stands(gold: Question['gold'], sent: SentText[]): boolean {
  return gold.some(({ file, quote }) => {
    const own = sent.filter((one) => lastSegment(one.file) === file).map(({ text }) => text);
    const there = new Set(words(own.join(' ')));
    const wanted = words(quote);
    return wanted.length > 0 && wanted.filter((word) => there.has(word)).length >= ENOUGH * wanted.length;
  });
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
