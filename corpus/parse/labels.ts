// Lines that say "Antwort:" or "Ihre Frage:" → where questions and answers part, and pairs of nothing but such labels.
import type { Line } from './lines.ts';
import { type Split, split, stretch } from './split.ts';

/** "Antwort:", "Stellungnahme der Verwaltung:", "Antwort der Ortsverwaltung:" */
export const ANSWER_LABEL =
  /^(?:(?:Die\s+|Unsere\s+)?(?:Antwort(?:en)?|Stellungnahme|Beantwortung)(?:\s+(?:der|des|von|vom)\s+[\p{L}-]+(?:\s+(?:und|für)\s+[\p{L}-]+)?)?(?:\s*:(?:\s+|$)|$)|A:\s+)/u;
export const QUESTION_LABEL = /^(?:Ihre\s+|Die\s+)?(?:An)?[Ff]rage(?:stellung)?\s*:(?:\s+|$)/;

/** From line `from` with its marker of `length` characters to `to`, parted by the label at line `label`. */
export function labelled(body: Line[], from: number, label: number, to: number, length: number): Split {
  const offset = ANSWER_LABEL.exec(body[label]!.text)![0].length;
  const rest =
    offset < body[label]!.text.length ? stretch(label, to, offset) : label + 1 < to ? stretch(label + 1, to) : null;
  const isAlone = body[from]!.text.slice(length).trim() === '' && from + 1 < label;
  return { question: isAlone ? stretch(from + 1, label) : stretch(from, label, length), answer: rest };
}

/** "Frage: … Antwort: …" again and again without any number; null where it is not so. */
export function byLabels(body: Line[]): Split[] | null {
  const labels = body.flatMap(({ text }, line) => {
    const role = QUESTION_LABEL.test(text) ? 'question' : ANSWER_LABEL.test(text) ? 'answer' : null;
    return role ? [{ line, role }] : [];
  });
  const questions = labels.filter(({ role }) => role === 'question');
  if (questions.length < 2) return null;
  return questions.map(({ line }, n): Split => {
    const to = questions[n + 1]?.line ?? body.length;
    const length = QUESTION_LABEL.exec(body[line]!.text)![0].length;
    const answer = labels.find((label) => label.role === 'answer' && label.line > line && label.line < to);
    return answer ? labelled(body, line, answer.line, to, length) : split(body, line, to, length, false);
  });
}
