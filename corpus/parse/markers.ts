// The beginning of a line → the number of a question or of an answer that begins there.

export interface Marker {
  /** "3", "7.1", "B"; a letter below a number comes as `letter`. */
  numbers: string[];
  /** "a" of "3a" or of a line "a)" below question 3. */
  letter: string | null;
  /** Says by itself that an answer begins: "Zu 1:", "Antwort zu Frage 3 und 4:". */
  isAnswer: boolean;
  /** Says by itself that a question begins: "Frage 1:". */
  isQuestion: boolean;
  /** Characters of the line that are the marker. */
  length: number;
}

const LIST = String.raw`(\d{1,2}(?:\.\d{1,2})?\s?[a-h]?|[A-H])((?:\s*(?:,|\+|und|u\.|bis|sowie|&|[-–])\s*(?:Frage\s+)?(?:\d{1,2}(?:\.\d{1,2})?\s?[a-h]?|[A-H])\b)*)`;
const END = String.raw`(?:\.\)|\.:|\):|[.):])*`;

const ANSWER = new RegExp(
  String.raw`^(?:(?:Die\s+)?(?:Antwort(?:en)?|Stellungnahme|Beantwortung)\s+(?:der Verwaltung\s+)?(?:zu[rm]?\s+)?|Zu[rm]?\s+)(?:den\s+|der\s+)?(?:(?:Fragen?|Ziffern?|Punkt(?:en|e)?|Nrn?\.?|Pkt\.?)\s*)*(?:Nr\.?\s*)?${LIST}\s*${END}(?=\s|$|[„"])`,
  'i',
);
const QUESTION = new RegExp(String.raw`^Fragen?\s*(?:Nr\.?\s*)?${LIST}\s*${END}(?=\s|$)`, 'i');
const NUMBER = /^(\d{1,2})\s?([a-h])?(?:\.\)|\.:|\):|[.):])+(?=\s|$|\p{L}|[„"])/u;
const DECIMAL = /^(\d{1,2}\.\d{1,2})[.):]*(?=\s)/;
const CAPITAL = /^([A-H])(?:\.\)|[.)])+(?=\s|$)/;
const LETTER = /^\(?([a-h])\s?[).]+(?=\s|$)/;

/** What only looks like a number: dates, ordinals, amounts. */
const NO_NUMBER =
  /^\d{1,2}\.\s?(?:\d{1,2}\.|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Quartal|Halbjahr|Klasse|OG|Obergeschoss|Stock|Plenarsitzung|Sitzung|Bauabschnitt|BA)\b)|^\d{1,2}[.:]\d{2}\s?(?:Uhr|Euro|€|%|Mio)/i;

export function markerOf(line: string): Marker | null {
  const answer = ANSWER.exec(line);
  if (answer) return { ...spread(answer), isAnswer: true, isQuestion: false };
  const question = QUESTION.exec(line);
  if (question) return { ...spread(question), isAnswer: false, isQuestion: true };
  if (NO_NUMBER.test(line)) return null;
  const plain = { isAnswer: false, isQuestion: false };
  const decimal = DECIMAL.exec(line);
  if (decimal) return { numbers: [decimal[1]!], letter: null, length: decimal[0].length, ...plain };
  const number = NUMBER.exec(line);
  if (number) return { numbers: [number[1]!], letter: number[2] ?? null, length: number[0].length, ...plain };
  const capital = CAPITAL.exec(line);
  if (capital) return { numbers: [capital[1]!], letter: null, length: capital[0].length, ...plain };
  const letter = LETTER.exec(line);
  if (letter) return { numbers: [], letter: letter[1]!, length: letter[0].length, ...plain };
  return null;
}

/** "1 bis 3" is 1, 2 and 3; "3 a" is 3 with the letter a. */
function spread(match: RegExpExecArray): Pick<Marker, 'numbers' | 'letter' | 'length'> {
  const [whole, first = '', rest = ''] = match;
  const all = [first, ...(rest.match(/\d{1,2}(?:\.\d{1,2})?\s?[a-h]?|[A-H]\b/g) ?? [])].map((n) =>
    n.replace(/\s/g, ''),
  );
  const last = Number(all.at(-1));
  const isRange = all.length === 2 && /bis|[-–]/.test(rest) && Number(first) < last;
  const numbers = isRange ? Array.from({ length: last - Number(first) + 1 }, (_, i) => String(Number(first) + i)) : all;
  const single = numbers.length === 1 ? /^(\d+)([a-h])$/.exec(numbers[0]!) : null;
  return single
    ? { numbers: [single[1]!], letter: single[2]!, length: whole.length }
    : { numbers, letter: null, length: whole.length };
}
