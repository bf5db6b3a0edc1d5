// A question of an inquiry as it is named in a sentence: in one line, without its number, and not as long as an essay.
import { sentencesOf } from '../../../corpus/german/sentences.ts';

const MAX_CHARS = 200;
const NUMBER =
  /^(?:[\s:–-]|(?:Frage|Zu(?: Frage)?)\s+(?=\d)|\(?\d{1,2}(?:\.\d{1,2})?[.):]*\s|[a-zA-Z][.)]+\s|[•▪●■*]\s*)+/u;

export function shortQuestion(questionText: string): string {
  const line = questionText.replace(/\s+/gu, ' ').trim();
  const text = line.replace(NUMBER, '') || line;
  if (text.length <= MAX_CHARS) return text;
  const short = sentencesOf(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .find((sentence) => sentence.endsWith('?') && sentence.length <= MAX_CHARS);
  return short ?? `${text.slice(0, text.lastIndexOf(' ', MAX_CHARS))} …`;
}
