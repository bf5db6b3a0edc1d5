// The model's stream → claims: one sentence each, with the citations of the blocks that it is made of. A sentence is
// withheld until it is complete and every one of its blocks has ended, because citations may follow their text.

import { BULLETS } from '../../../corpus/german/list-marks.ts';
import { MONTHS } from '../../../corpus/german/months.ts';
import { sentencesOf } from '../../../corpus/german/sentences.ts';
import type { ModelCitation, ModelEvent } from './claude.ts';
import { plainText } from './plain-text.ts';

export interface Claim {
  /** One plain line, without markup and without the model's own markers. */
  text: string;
  citations: ModelCitation[];
  /** What of it stands in blocks without a citation. */
  uncited: string;
  /** What stood before it: the answer's layout, as far as plain text has one. */
  begins: 'sentence' | 'paragraph' | 'item';
}

type End = Extract<ModelEvent, { type: 'end' | 'failure' }>;

export interface ClaimReader {
  /** Takes one event, returns the claims that it completes. */
  read(event: ModelEvent): Claim[];
  /** What is left at the end; half a sentence stays behind when the text was cut. */
  rest(end: End): Claim[];
  /** All text so far, with whatever was withheld. */
  chars(): number;
}

export function openClaims(): ClaimReader {
  let pending = '';
  let chars = 0;
  let begins: Claim['begins'] = 'paragraph';
  let open: number | null = null;
  /** Which part of `pending` came from which block. */
  let pieces: { block: number; start: number; end: number }[] = [];
  const citations = new Map<number, ModelCitation[]>();

  /** Takes `pending.slice(0, end)` out, sentence by sentence. */
  const take = (end: number): Claim[] => {
    const claims: Claim[] = [];
    let at = 0;
    for (const line of pending.slice(0, end).split(/(?<=\n)/u)) {
      const body = line.replace(LIST_MARK, blank).replace(IMAGE, blank);
      if (LIST_MARK.test(line)) begins = 'item';
      for (const { start, end: stop } of sentencesOf(body, { start: 0, end: body.length })) {
        const blocks = pieces.filter(
          (p) => p.start < at + stop && p.end > at + start && isText(p, at + start, at + stop),
        );
        const text = plainText(body.slice(start, stop));
        const cites = [...new Set(blocks.map((p) => p.block))].flatMap((block) => citations.get(block) ?? []);
        const uncited = blocks
          .filter((p) => !citations.has(p.block))
          .map((p) => body.slice(Math.max(p.start - at, start), Math.min(p.end - at, stop)));
        if (text !== '') claims.push({ text, citations: cites, uncited: plainText(uncited.join(' ')), begins });
        if (text !== '') begins = 'sentence';
      }
      if (line.endsWith('\n')) begins = 'paragraph';
      at += line.length;
    }
    pending = pending.slice(end);
    pieces = pieces
      .map((p) => ({ ...p, start: Math.max(0, p.start - end), end: p.end - end }))
      .filter((p) => p.end > 0);
    return claims;
  };
  const isText = (piece: { start: number; end: number }, start: number, end: number) =>
    /[\p{L}\p{N}]/u.test(pending.slice(Math.max(piece.start, start), Math.min(piece.end, end)));

  return {
    read(event) {
      switch (event.type) {
        case 'text':
          open = event.block;
          chars += event.text.length;
          pieces.push({ block: event.block, start: pending.length, end: pending.length + event.text.length });
          pending += event.text;
          return [];
        case 'citation':
          citations.set(event.block, [...(citations.get(event.block) ?? []), event.citation]);
          return [];
        case 'block-end':
          if (open === event.block) open = null;
          if (open !== null) return [];
          return take(ENDS_SENTENCE.test(pending) ? pending.length : completeUntil(pending));
        default:
          return [];
      }
    },
    rest(end) {
      const complete = end.type === 'end' && end.reason === 'complete';
      // Citations of a block that never ended may be missing; its text stays behind with the half sentence.
      if (!complete && open !== null) {
        const start = pieces.find((p) => p.block === open)?.start ?? 0;
        pending = pending.slice(0, start);
      }
      return take(complete || ENDS_SENTENCE.test(pending) ? pending.length : completeUntil(pending));
    },
    chars: () => chars,
  };
}

/** Bullets, enumerations (not dates: "3. Mai") and headings at the beginning of a line. */
const LIST_MARK = new RegExp(
  `^\\s*(?:[${BULLETS}]\\s+|\\d{1,2}[.)]\\s+(?!${MONTHS.map((month) => month.slice(0, 3)).join('|')}))`,
  'u',
);

/** An exclamation mark that ends no sentence. */
const IMAGE = /!\[[^\]\n]*\]\([^)\n]*\)/gu;

/** Of the same length, so that offsets stay. */
function blank(mark: string): string {
  return ' '.repeat(mark.length);
}

/** "am 27." may go on. */
const ENDS_SENTENCE = /(?<!\d)[.!?]["“”»]?\s*$/u;

/** Where the last sentence begins that more text could still continue. */
function completeUntil(text: string): number {
  if (/\n\s*$/u.test(text)) return text.length;
  const lineStart = text.lastIndexOf('\n') + 1;
  const sentences = sentencesOf(text, { start: lineStart, end: text.length });
  return sentences.at(-1)?.start ?? lineStart;
}
