// The body of a reply without any numbering → the questions in it that stand by themselves, each with its answer.
import { german } from '../german/letters.ts';
import { BULLET_OR_O } from '../german/list-marks.ts';
import type { Line } from './lines.ts';
import {
  beginsAsQuestion,
  beginsWithQuestionWord,
  endsAsQuestion,
  isSupplement,
  paragraphEnd,
  questionEndIn,
} from './questions.ts';
import { completedBelow, type Split } from './split.ts';

const MAX_LINES = 10;
const SENTENCE_END = german(
  /(?<![\s(„]\p{L}|\b(?:bzw|ca|Nr|Abs|St|Str|vgl|ggf|inkl|evtl|Dr|Prof|Mio|Mrd|Art|usw|etc|sog))[.!]\s+\p{Lu}/u,
);

/** In order; what stands before the first is not in them. */
export function looseQuestions(body: Line[]): Split[] {
  const asked: { from: number; to: number; offset: number }[] = [];
  for (let i = 0; i < body.length; i++) {
    const end = questionFrom(body, i);
    if (end === null) continue;
    asked.push({ from: i, to: end, offset: BULLET_OR_O.exec(body[i]!.text)?.[0].length ?? 0 });
    i = end - 1;
  }
  return asked.map(({ from, to, offset }, n) => {
    const next = asked[n + 1]?.from ?? body.length;
    return {
      question: { from, to, offset, until: null },
      answer: to < next ? { from: to, to: next, offset: 0, until: null } : null,
    };
  });
}

/** One past the last line of the question that begins at line `i`; null where none does. */
function questionFrom(body: Line[], i: number): number | null {
  const line = body[i]!;
  const text = line.text.replace(BULLET_OR_O, '');
  const isBulleted = text !== line.text;
  const above = body[i - 1]?.text ?? '.';
  const standsAlone = line.gap || i === 0 || isBulleted || /[.?!:]$/.test(above);
  if (!standsAlone || !beginsAsQuestion(text)) return null;
  const paragraph = paragraphEnd(body, i, body.length);
  // "Zu welchen Belastungen führt das bei folgenden Gruppen: a) … b) …" asks without a mark.
  if (i === 0 && beginsWithQuestionWord(text) && !body.slice(0, paragraph).some((l) => /\?/.test(l.text))) {
    return paragraph < body.length && paragraph <= MAX_LINES && !/[a-zäöü,]$/.test(above) ? paragraph : null;
  }
  let end: number | null = null;
  for (let j = i; j < Math.min(paragraph, i + MAX_LINES); j++) {
    const own = body[j]!.text;
    if (endsAsQuestion(own)) {
      end = j + 1;
      const next = body[j + 1];
      if (next && !next.gap && (beginsAsQuestion(next.text) || isSupplement(next.text))) continue;
      break;
    }
    // A sentence that ends before any question mark: this was no question.
    if (end === null && SENTENCE_END.test(own) && questionEndIn(own) < 0) return null;
    if (end !== null && !body.slice(j, paragraph).some((l) => endsAsQuestion(l.text))) break;
  }
  if (end === null) {
    // "Wie sind die Ergebnisse zu beurteilen", and below it "a) … b) … im Vergleich?"
    const isOpen = beginsWithQuestionWord(text) && paragraph - i <= 3 && !/[.!]$/.test(body[paragraph - 1]!.text);
    const below = isOpen ? completedBelow(body, paragraph, body.length) : paragraph;
    return below > paragraph ? below : null;
  }
  // In the midst of a paragraph only a whole line between a sentence's end and an empty line is a question by itself.
  const isParted = line.gap || i === 0 || isBulleted || (body[end]?.gap ?? true);
  return isParted ? end : null;
}
