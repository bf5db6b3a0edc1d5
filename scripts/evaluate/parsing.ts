// What the parser made of a document and what a reader marked in its raw text → how far both agree. Offsets of both are
// compared in one space: the letters and digits of the raw text, because cleaning moves everything else.
import { createHash } from 'node:crypto';
import type { ReplyDocument, Span } from '../../corpus/types.ts';

export interface TruthDocument {
  /** Last path segment of the OParl File id. */
  file: string;
  set: 'layouts' | 'fresh';
  /** Of the raw `File.text`. */
  sha256: string;
  header: Record<'date' | 'committee' | 'agendaItem' | 'reference' | 'department' | 'title', string | null> & {
    askedBy: string[];
  };
  /** Offsets into the raw `File.text`; questions answered together share one. */
  answers: { numbers: string[]; start: number; end: number }[];
}

export interface Agreement {
  truth: number;
  found: number;
  /** Both ends within 20 letters. */
  strict: number;
  /** Jaccard index of at least .8. */
  overlapping: number;
  /** Of the overlapping: with the same numbers of questions. */
  numbered: number;
  /** Field by field: right, wrong (found, but something else or nothing is there), missed. */
  header: Record<string, { right: number; wrong: number; missed: number }>;
  /** What differs, without any text: for whoever works on the parser. */
  differences: string[];
}

const STRICT_LETTERS = 20;
const JACCARD = 0.8;

/** @throws when `raw` is not the text that the truth was written for */
export function agreementOf(truth: TruthDocument, raw: string, document: ReplyDocument): Agreement {
  if (sha256(raw) !== truth.sha256) throw new Error(`File ${truth.file} is not the text that the truth belongs to.`);
  const place = aligned(raw, document.text);
  const rawLetters = lettersBefore(raw);
  const wanted = truth.answers.map(({ numbers, start, end }) => ({
    numbers,
    span: { start: rawLetters[start]!, end: rawLetters[end]! },
  }));
  const found = new Map<string, { numbers: string[]; span: Span }>();
  for (const { number, answer } of document.pairs) {
    const span = { start: place(answer.start), end: place(answer.end, 'end') };
    const key = `${answer.start}-${answer.end}`;
    const entry = found.get(key) ?? { numbers: [], span };
    if (number !== null) entry.numbers.push(number);
    found.set(key, entry);
  }
  const spans = [...found.values()];
  const differences: string[] = [];
  const count = { strict: 0, overlapping: 0, numbered: 0 };
  const used = new Set<unknown>();
  for (const answer of wanted) {
    const best = spans.toSorted((a, b) => jaccard(b.span, answer.span) - jaccard(a.span, answer.span))[0];
    const name = answer.numbers.join('+') || '·';
    if (!best || used.has(best) || jaccard(best.span, answer.span) < JACCARD) {
      const near = best ? `nearest ${best.numbers.join('+') || '·'} at ${best.span.start}-${best.span.end}` : 'none';
      differences.push(`${name} ${answer.span.start}-${answer.span.end}: ${near}`);
      continue;
    }
    used.add(best);
    count.overlapping++;
    const off = [best.span.start - answer.span.start, best.span.end - answer.span.end];
    if (off.every((n) => Math.abs(n) <= STRICT_LETTERS)) count.strict++;
    else differences.push(`${name}: ends off by ${off.join(', ')}`);
    if (best.numbers.toSorted().join() === answer.numbers.toSorted().join()) count.numbered++;
    else differences.push(`${name}: numbered ${best.numbers.join('+') || '·'}`);
  }
  for (const extra of spans) {
    if (!used.has(extra)) {
      differences.push(`too much: ${extra.numbers.join('+') || '·'} ${extra.span.start}-${extra.span.end}`);
    }
  }
  const header = headerAgreement(truth, document, differences);
  return { truth: wanted.length, found: spans.length, ...count, header, differences };
}

export const f1 = (hits: number, found: number, truth: number): number =>
  found + truth === 0 ? 1 : (2 * hits) / (found + truth);

function headerAgreement({ header }: TruthDocument, document: ReplyDocument, differences: string[]) {
  const out: Agreement['header'] = {};
  const compare = (field: string, wanted: string[], found: string[]) => {
    const right = found.filter((value) => wanted.includes(value)).length;
    out[field] = { right, wrong: found.length - right, missed: wanted.length - right };
    if (right < found.length || right < wanted.length) {
      differences.push(`${field}: ${right} right, ${found.length - right} wrong, ${wanted.length - right} missed`);
    }
  };
  for (const field of ['date', 'committee', 'agendaItem', 'reference'] as const) {
    compare(field, listOf(header[field]), listOf(document[field]));
  }
  for (const field of ['department', 'title'] as const) {
    compare(field, listOf(header[field]), listOf(document[field]).map(fingerprint));
  }
  compare('askedBy', header.askedBy, document.askedBy.map(fingerprint));
  return out;
}

const listOf = (value: string | null): string[] => (value === null ? [] : [value]);

/** Hash of letters and digits only, so that no text has to be kept. */
const fingerprint = (value: string): string => sha256(letters(value).join('')).slice(0, 16);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const jaccard = (a: Span, b: Span): number => {
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return both / (a.end - a.start + (b.end - b.start) - both || 1);
};

const LETTER = /[\p{L}\p{N}]/u;

const letters = (text: string): string[] => [...text.normalize('NFKC').toLowerCase()].filter((c) => LETTER.test(c));

/** For every offset of the text, how many letters and digits stand before it. */
function lettersBefore(text: string): Int32Array {
  const before = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) before[i + 1] = before[i]! + letters(text[i]!).length;
  return before;
}

/** How far ahead a lost place is looked for, and by how many letters it is recognised. */
const WINDOW = 6_000;
const KEY = 14;

/** For an offset of the cleaned text, its place among the raw text's letters. Both run in the same order. */
function aligned(raw: string, clean: string): (offset: number, edge?: 'end') => number {
  const a = [...raw].flatMap((c) => letters(c));
  const b: string[] = [];
  const offsets = new Int32Array(clean.length + 1);
  for (let i = 0; i < clean.length; i++) {
    offsets[i] = b.length;
    b.push(...letters(clean[i]!));
  }
  offsets[clean.length] = b.length;
  const joined = a.join('');
  const places = new Int32Array(b.length + 1);
  let at = 0;
  for (let i = 0; i < b.length; i++) {
    if (a[at] !== b[i]) {
      const next = joined.indexOf(b.slice(i, i + KEY).join(''), at);
      if (next >= 0 && next - at < WINDOW) at = next;
      else {
        places[i] = at;
        continue;
      }
    }
    places[i] = at++;
  }
  places[b.length] = at;
  return (offset, edge) => {
    const n = offsets[offset]!;
    return edge === 'end' && n > 0 ? places[n - 1]! + 1 : places[n]!;
  };
}
