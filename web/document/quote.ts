// A selection or the marked spans → a quotation with its reference in the house's form, on the clipboard.
import { houseReference } from '../../api/check/reference.ts';
import { checkTexts } from '../../api/check/texts.ts';
import type { Lang } from '../../api/events.ts';
import type { PageSpan, Pair, Span } from '../../corpus/types.ts';

export interface Quotable {
  title: string;
  reference: string | null;
  committee: string | null;
  date: string | null;
  /** Numbers of pages that were read from their picture. */
  scans?: number[];
  pages: PageSpan[];
  pairs: Pick<Pair, 'number' | 'question' | 'answer' | 'unquotable'>[];
}

/** A place of the document with its words. */
export interface Quoted extends Span {
  text: string;
}

/**
 * The reference is that of the first place.
 * @param quoted in order, at least one; what lies between two is left out and marked so
 * @param address of the document's page, without a fragment
 */
export function quotation(quoted: [Quoted, ...Quoted[]], document: Quotable, address: string, lang: Lang): string {
  const [span] = quoted;
  const inside = (at: Span | null) => at !== null && at.start < span.end && span.start < at.end;
  const pair = document.pairs.find(({ question, answer }) => inside(answer) || inside(question));
  // What may be the asker's words is quoted from the paper, not from its answer to a question.
  const number = pair?.unquotable?.some(inside) ? null : (pair?.number ?? null);
  const page = document.pages.find(({ start, end }) => start <= span.start && span.start < end)?.number ?? null;
  const scans = document.scans ?? [];
  const ocr = page === null ? scans.length > 0 : scans.includes(page);
  const reference = houseReference({ ...document, number, page, ocr }, checkTexts(lang));
  const words = quoted.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).join(' […] ');
  return `„${words}“\n${reference}\n${address}#z=${quoted.map(({ start, end }) => `${start}-${end}`).join(',')}`;
}

/** Where the selection stands in the document's text; null when it does not lie in it. */
export function selectedSpan(reply: Element, selection: Selection | null): Quoted | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(reply, range.startContainer, range.startOffset);
  const end = offsetOf(reply, range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end, text: selection.toString() };
}

function offsetOf(reply: Element, node: Node, offset: number): number | null {
  const parent = node instanceof Element ? node : node.parentElement;
  const block = parent?.closest<HTMLElement>('[data-start]');
  if (!block || !reply.contains(block)) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset.start) + before.toString().length;
}
