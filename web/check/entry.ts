// What a clerk makes of one question: the text of the answer, and who has to give it. Pure; the page shows it.
import { germanDay } from '../../corpus/german/day.ts';

export interface Entry {
  text: string;
  /** The office that has to answer; empty when nobody is named. */
  responsible: string;
}

/** An earlier answer as it goes into a new one: where it was given, and all of it word for word. */
export interface Quotation {
  reference: string;
  /** YYYY-MM-DD. */
  date: string | null;
  quote: string;
}

export const emptyEntry = (): Entry => ({ text: '', responsible: '' });

/** Drafts go to the council, so they are in its language whatever the page's is. */
export function quotationText({ reference, date, quote }: Quotation): string {
  const when = date === null ? '' : ` am ${germanDay(date)}`;
  return `Die Verwaltung hat dazu${when} mitgeteilt (${reference}):\n\n„${quote}“`;
}

/** Behind what stands there already. */
export function withQuotation(text: string, quotation: Quotation): string {
  const own = quotationText(quotation);
  if (text.includes(own)) return text;
  return text.trim() === '' ? own : `${text.trimEnd()}\n\n${own}`;
}

/** What the clerk has changed stays: only a quotation that still stands whole is taken out. */
export function withoutQuotation(text: string, quotation: Quotation): string {
  const own = quotationText(quotation);
  const at = text.indexOf(own);
  if (at < 0) return text;
  return [text.slice(0, at).trimEnd(), text.slice(at + own.length).trimStart()]
    .filter((part) => part !== '')
    .join('\n\n');
}
