// The text of a reply's inquiry → the same, clean and without private addresses, with the places of its questions.
import { profileFor } from '../profiles/known.ts';
import type { InquiryText } from '../types.ts';
import { compose } from './compose.ts';
import { publicityIn } from './header.ts';
import { type Inquiry, inquiryIn } from './inquiry.ts';
import { linesOf } from './lines.ts';
import { blackedOut } from './personal-data.ts';

export interface ReadInquiry {
  asked: Inquiry['questions'];
  /** Null when it says nothing, or that it is not public. */
  inquiry: InquiryText | null;
}

export function readInquiry(text: string): ReadInquiry {
  if (text === '') return { asked: [], inquiry: null };
  const lines = linesOf([{ number: 1, text: blackedOut(text) }], profileFor(text));
  const asked = inquiryIn(lines).questions;
  if (lines.length === 0 || publicityIn(lines) !== 'open') return { asked, inquiry: null };
  const { text: clean } = compose(lines, new Set());
  return { asked, inquiry: { text: clean, questions: placesOf(asked, clean) } };
}

/** One after the other in the text; a question that was put together of several places is left out. */
function placesOf(questions: Inquiry['questions'], text: string): InquiryText['questions'] {
  const found: InquiryText['questions'] = [];
  const { letters, offsets } = lettersOf(text);
  let from = 0;
  for (const { number, text: question } of questions) {
    const asked = lettersOf(question).letters;
    const at = asked === '' ? -1 : letters.indexOf(asked, from);
    if (at < 0) continue;
    from = at + asked.length;
    const end = offsets[from - 1]! + 1;
    const rest = /^[?.!"“”»)\]]+/u.exec(text.slice(end))?.[0].length ?? 0;
    found.push({ number, start: offsets[at]!, end: end + rest });
  }
  return found;
}

/** Letters and digits alone, each with its place: line ends, hyphens and list marks are set differently. */
function lettersOf(text: string): { letters: string; offsets: number[] } {
  const offsets: number[] = [];
  let letters = '';
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    letters += word;
    for (let i = 0; i < word.length; i++) offsets.push(index + i);
  }
  return { letters, offsets };
}
