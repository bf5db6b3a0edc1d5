// An answer with its sources as plain text, for letters and mails.
import type { Texts } from '../texts.de.ts';
import { sourceCards } from './source-cards.ts';
import type { Turn } from './turn.ts';

export function copyText(turn: Turn, texts: Texts): string {
  const sources = sourceCards(turn.sources, turn.citations).map(({ n, source, url }) => {
    const facts = [source.title, source.date && texts.day(source.date), source.committee, source.reference];
    return `[${n}] ${facts.filter(Boolean).join(', ')}\n${url}`;
  });
  const list = sources.length === 0 ? [] : [`${texts.sources(sources.length)}:`, ...sources];
  const madeBy = texts.madeBy[turn.summary?.mode ?? 'extractive'];
  return [`${texts.question} ${turn.question}`, turn.text, ...list, madeBy].join('\n\n');
}
