// What ranking, filters and facets need of every document and passage ↔ a few characters a document. An isolate reads
// them all when it opens the index and holds them in typed arrays, 16 bytes a passage: a question reads none of it.
import type { AnswerKind } from '../../corpus/types.ts';
import { type Lengths, number, type Reading, readNumber } from './stored-terms.ts';

/** Changing the order changes the format. */
const KINDS = ['answered', 'no-data', 'refused', 'referred', 'announced'] as const satisfies AnswerKind[];
const KIND_BITS = 3;

export interface Brief {
  /** YYYY-MM-DD. */
  date: string | null;
  /** Names are numbers of the index's list of names. */
  committee: number | null;
  department: number | null;
  askedBy: number[];
  /** Words of its title and what else names it. */
  titleLength: number;
  /** Words of the inquiry that it answers; 0 where that is not known. */
  inquiryLength: number;
  /** `n` of its first passage; the others follow it. */
  first: number;
  passages: BriefPassage[];
}

export interface BriefPassage extends Lengths {
  pair: number;
  kind: AnswerKind;
  /** A bit for each of SIGNS. */
  signs: number;
}

export function storeBrief({
  date,
  committee,
  department,
  askedBy,
  titleLength,
  inquiryLength,
  first,
  passages,
}: Brief): string {
  const head = [date === null ? 0 : dayOf(date), nameOf(committee), nameOf(department)];
  const numbers = [...head, askedBy.length, ...askedBy, titleLength, inquiryLength, first];
  for (const { pair, kind, signs, answer, question } of passages) {
    numbers.push(pair, (signs << KIND_BITS) | KINDS.indexOf(kind), answer, question);
  }
  return numbers.map(number).join('');
}

export function readBrief(stored: string): Brief {
  const at: Reading = { stored, position: 0 };
  const next = () => readNumber(at);
  const [day, committee, department] = [next(), next(), next()];
  const askedBy = Array.from({ length: next() }, next);
  const brief = {
    date: day === 0 ? null : dateOf(day),
    committee: committee === 0 ? null : committee - 1,
    department: department === 0 ? null : department - 1,
    askedBy,
    titleLength: next(),
    inquiryLength: next(),
    first: next(),
  };
  const passages: BriefPassage[] = [];
  while (at.position < stored.length) {
    const [pair, bits, answer, question] = [next(), next(), next(), next()];
    passages.push({ pair, kind: KINDS[bits & 7]!, signs: bits >> KIND_BITS, answer, question });
  }
  return { ...brief, passages };
}

const nameOf = (name: number | null): number => (name === null ? 0 : name + 1);

/** A day is a number above 0, that of the next day being larger. */
function dayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return (year * 12 + month - 1) * 31 + day;
}

function dateOf(day: number): string {
  const [month, rest] = [Math.floor((day - 1) / 31), ((day - 1) % 31) + 1];
  const parts = [Math.floor(month / 12), (month % 12) + 1, rest];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}
