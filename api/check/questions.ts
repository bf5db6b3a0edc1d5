// The pages of a new inquiry → the questions that it asks, and what it is about. Numbered questions as the parser of
// replies reads them; a text without any is read sentence by sentence.
import { parseInquiry } from '../../corpus/parse/inquiry.ts';
import { sentencesOf } from '../../corpus/sentences.ts';
import type { PageText, Result } from '../../corpus/types.ts';

export interface AskedQuestion {
  /** "3", "3a"; null when the inquiry does not number it. */
  number: string | null;
  text: string;
}

export interface AskedInquiry {
  /** The subject, as far as it stands before the questions. */
  about: string;
  questions: AskedQuestion[];
}

export type InquiryProblem = 'no-questions' | 'too-many-questions' | 'too-long';

/** Five searches in the database for each, and a request has a limited number of them. */
export const MAX_QUESTIONS = 100;
/** Of a file; a pasted text is limited by its schema. */
const MAX_CHARACTERS = 400_000;
const MAX_QUESTION_CHARACTERS = 2_000;
/** Up to this length a text without a question mark is taken for one question. */
const ONE_QUESTION_CHARACTERS = 400;

export function questionsOf(pages: PageText[]): Result<AskedInquiry, InquiryProblem> {
  const text = pages.map((page) => page.text).join('\n\n');
  if (text.length > MAX_CHARACTERS) return { ok: false, error: 'too-long' };
  const { preamble, questions } = parseInquiry(pages);
  const asked = distinct(questions.length > 0 ? questions : interrogatives(text));
  if (asked.length === 0) return { ok: false, error: 'no-questions' };
  if (asked.length > MAX_QUESTIONS) return { ok: false, error: 'too-many-questions' };
  return {
    ok: true,
    value: { about: questions.length > 0 ? subjectOf(beforeQuestions(text) ?? preamble ?? '') : '', questions: asked },
  };
}

/** What an inquiry is about stands in its first lines, below the names and dates of its head. */
const SUBJECT_CHARACTERS = 500;
const HEAD_WORDS =
  /\b(Stadtr[aä]t|Ratsmitglied|Stadtverordnete|Ortschaftsr[aä]t|\p{L}*[Ff]raktion|Vorlagen?|Drucksache|Gremi(um|en)|Termin|TOP|Eingang|Eingegangen|Gedruckt|(Ober)?[Bb]ürgermeister|\p{L}*[Ss]itzung|Telefon|Anfragesteller|Verantwortlich|Dienststelle|Kenntnisnahme)/u;
const HEAD_LINE =
  /^\s*(ANFRAGE|Anfrage(:.*)?|Stadt \p{Lu}\p{L}+|STADT \p{Lu}+|vom:?|öffentlich|[\d./: xöÖnN☒☐-]+)\s*$/u;
const DATE = /\b\d{1,2}\.\s?(\d{1,2}\.\s?|\p{Lu}\p{Ll}{2,8}\s)\d{2,4}\b/u;

/** Up to the first line that begins to count; null when none does. */
function beforeQuestions(text: string): string | null {
  const first = /^[ \t]*(?:Frage[ \t]+)?(?:1|A|a|I)[ \t]?[.):]/mu.exec(text);
  return first && first.index > 0 ? text.slice(0, first.index) : null;
}

function subjectOf(preamble: string): string {
  const isHead = (line: string) =>
    HEAD_WORDS.test(line) || HEAD_LINE.test(line) || (DATE.test(line) && line.length < 60);
  const lines = preamble.split('\n').filter((line) => line.trim() !== '' && !isHead(line));
  return lines.join('\n').slice(0, SUBJECT_CHARACTERS);
}

function interrogatives(text: string): AskedQuestion[] {
  const sentences = sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
  const asked = sentences.filter((sentence) => /\?["“”»)]*$/u.test(sentence) && /\p{L}{2}/u.test(sentence));
  const whole = text.trim();
  const isOne = asked.length === 0 && whole.length <= ONE_QUESTION_CHARACTERS && ASKS.test(whole);
  return (isOne ? [whole] : asked).map((sentence) => ({ number: null, text: sentence }));
}

/** How a question begins that somebody typed without its mark. */
const ASKS =
  /^(wie|was|wann|wo|wer|wen|wem|welche|weshalb|warum|wieso|inwie|gibt|gab|ist|sind|war|hat|haben|kann|können|wird|werden|soll|darf|dürfen|bis wann|seit wann|in welche|bitte|(ich|wir) (frag|bitt))/iu;

/** An inquiry that is repeated in an annex asks once. */
function distinct(questions: AskedQuestion[]): AskedQuestion[] {
  const seen = new Set<string>();
  return questions
    .map(({ number, text }) => ({
      number,
      text: text.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, MAX_QUESTION_CHARACTERS),
    }))
    .filter(({ number, text }) => {
      const key = `${number ?? ''} ${text.toLowerCase()}`;
      const isNew = text !== '' && !seen.has(key);
      seen.add(key);
      return isNew;
    });
}
