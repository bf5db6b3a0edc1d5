// The beginning of a line → the number of a question or of an answer that may begin there. Whether one does is decided
// in numbering.ts, by the other numbers of the reply.

import { german } from '../german/letters.ts';
import { MONTHS } from '../german/months.ts';
import type { Marker, Style } from './marker.ts';
import { wordedMarker } from './worded-markers.ts';

const ONE = String.raw`(?:\d{1,3}(?:\.\d{1,2}){0,2}(?:\s?[a-h]\b)?|[A-Q]\d{0,2}|[IVX]{1,4})(?![\p{L}\d])`;
const AND = String.raw`\s*(?:,|\+|\/|&|[-–]|und|u\.|bis|sowie)\s*(?:zu\s+)?(?:(?:Fragen?|Ziffern?|Nr\.?)\s*)?`;
const LIST = `(${ONE})((?:[.)]*${AND}${ONE})*)`;
const END = String.raw`(?:\s*[.):]+)*`;
const WHAT = String.raw`(?:Teil)?(?:Fragen?|Ziffern?|Punkte?n?|Nrn?\.?|Nummern?|Pkt\.?)`;

/** "Zu 1:", "zu 1 + 2)", "Zur Frage 3", "Antwort zu den Fragen 1 und 2:", "Stellungnahme zu Frage Nr. 1" */
const ANSWER = german(
  new RegExp(
    String.raw`^(?:(?:(?:Die\s+|Unsere\s+)?(?:Antwort(?:en)?|Stellungnahme|Beantwortung)(?:\s+(?:der|des)\s+[\p{L}-]+)?\s*:?\s*(?:zu[rm]?\s+|auf\s+)?|(?:[Aa]d|[Zz]u)\s+|[Zz]u[rm]\s+(?=${WHAT}))(?:(?:den|der|die)\s+)?(?:(?:beiden|jeweiligen)\s+)?)(${WHAT}\s*)*(?:Nr\.?\s*)?${LIST}${END}(?=\s|$|[„"–-])`,
    'u',
  ),
);
/** "Zu a)", "Antwort zu b):" */
const ANSWER_LETTER =
  /^(?:Antwort\s+)?[Zz]u\s+(?:Frage\s+|Buchstabe\s+|lit\.\s*)?([a-h])\s?[.):]+(?=\s|$)(?!\s*(?:und|u\.|bis|[,+–-])\s)/;
/** "Zu 3. a):", "Zu 2. a. und b.:", "Zu den Fragen 4 a) bis c)" */
const ANSWER_LETTERS = german(
  /^(?:Antwort(?:en)?\s+)?[Zz]u[rm]?\s+(?:(?:den|der)\s+)?(?:Fragen?|Ziffern?|Punkte?n?|Nr\.)?\s*(\d{1,3})\s?[.)]*\s*([a-h])\s?[.)]*((?:\s*(?:,|\+|&|[-–]|und|u\.|bis|sowie)\s*[a-h]\s?[.)]*)*)\s*[.):]+(?=\s|$)/,
);
/** "Die Fragen 2 und 3 werden wegen ihres Zusammenhangs gemeinsam beantwortet." */
const TOGETHER = german(
  new RegExp(
    String.raw`^(?:(?:Die|Ihre|Zu den)\s+)?(?:Teil)?[Ff]ragen?\s+(?:Nrn?\.?\s*)?${LIST}[.)]*\s+(?:werden|wird|sind|sollen|können|lassen sich)\b(?=[^.:]{0,160}(?:\b(?:gemeinsam|zusammen\w*|gemeinsame|[Zz]usammenhang\w*|Sachzusammenhang\w*|[Ss]achlich\w*|einheitlich|beantwortet)\b))[^.:]*[.:]?(?=\s|$)`,
    'u',
  ),
);
const QUESTION = german(new RegExp(String.raw`^(?:Zur\s+)?(?:${WHAT})\s*(?:Nr\.?\s*)?${LIST}${END}(?=\s|$|[„"])`, 'u'));
const COMPOSITE = /^(\d{1,3}|[A-Q])\s?(?:\.\)|[.):])+\s*\(?([a-h])\s?[.)]+(?=\s|$|\p{Lu}|[„"])/u;
/** "B: und C:", "3. und 4.", "3 + 4:" */
const JOINT = /^(\d{1,2}|[A-Q])\s?[.):]*\s*(?:und|u\.|,|\+|&|\/)\s*(\d{1,2}|[A-Q])\s?[.):]+(?=\s|$)/;
const WITH_LETTER = /^(\d{1,3})\s?([a-h])\s?(?:\.\)|\.:|\):|[.):])+(?=\s|$|\p{Lu}|[„"])/u;
const NUMBER = /^\(?(\d{1,3})\s?(?:\.\)|\.:|\):|[.):])+(?=\s|$|\p{Lu}|[„"])/u;
const DECIMAL = /^(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\.?[):]*(?=\s|$)/;
/** "A1.", "B 2)" */
const CAPITAL_NUMBER = /^([A-Q])\.?\s?(\d{1,2})\s?[.):]+(?=\s|$)/;
const CAPITAL = /^([A-Q])\s?(?:\.\)|[.):])+(?=\s|$)/;
const ROMAN = /^(I{1,3}|IV|VI{0,3}|IX|X)\s?[.):]+(?=\s|$)/;
const LETTER = /^\(?([a-h])\s?[).]+(?=\s|$|\p{Lu})/u;

const NOUNS = `${MONTHS.join('|')}|Jahrhundert|Quartal|Halbjahr|Klassen?|Klassenstufe|OG|Obergeschoss|Stock|Plenarsitzung|Wahlperiode|Legislaturperiode|Tagung|Sitzung|Bauabschnitt|BA|BImSchV|Änderung|Lebensjahr|Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez`;
/** What only looks like a number: dates, ordinals, times, amounts. */
const NO_NUMBER = german(
  new RegExp(
    String.raw`^\d{1,2}\.\s?(?:\d{1,2}\.(?:\s?\d{2,4}\b|\s+(?:bis|und|\d))|(?:${NOUNS})\b)|^\d{1,2}[.:]\d{2}\s?(?:Uhr|Euro|€|%|Mio|h\b|m\b|km|ha\b|[-–])|^\d{1,2}\.\d{3}|^\d{1,2}\.\d{1,2}\s+(?:Mio|Mrd|Euro|€|%|Prozent|m²|ha|km|kW|MW|t\b)`,
  ),
);

/** @param line trimmed, white space folded */
export function markerOf(line: string): Marker | null {
  const first = line.charCodeAt(0);
  // Most lines begin with a small letter; none of those but "a)" is a marker.
  if (first >= 105 && first <= 121) return null;
  if (NO_NUMBER.test(line)) return null;
  const worded = wordedMarker(line);
  if (worded) return worded;
  const composite = COMPOSITE.exec(line);
  if (composite) return plain(styleOf(composite[1]!), [composite[1]!], composite[2]!, composite[0]);
  const joint = JOINT.exec(line);
  if (joint && styleOf(joint[1]!) === styleOf(joint[2]!)) {
    return plain(styleOf(joint[1]!), [joint[1]!, joint[2]!], null, joint[0]);
  }
  const lettered = WITH_LETTER.exec(line);
  if (lettered) return plain('number', [lettered[1]!], lettered[2]!, lettered[0]);
  const number = NUMBER.exec(line);
  if (number) return plain('number', [number[1]!], null, number[0]);
  const decimal = DECIMAL.exec(line);
  if (decimal) return plain('decimal', [decimal[1]!], null, decimal[0]);
  const both = CAPITAL_NUMBER.exec(line);
  if (both) return plain('decimal', [both[1]! + both[2]!], null, both[0]);
  const roman = ROMAN.exec(line);
  if (roman) return plain('roman', [roman[1]!], null, roman[0]);
  const capital = CAPITAL.exec(line);
  if (capital) return plain('capital', [capital[1]!], null, capital[0]);
  const letter = LETTER.exec(line);
  if (letter) return plain('letter', [], letter[1]!, letter[0]);
  return saying(line);
}

const plain = (style: Style, numbers: string[], letter: string | null, whole: string): Marker => ({
  style,
  numbers,
  letter,
  says: null,
  length: whole.length,
});

function saying(line: string): Marker | null {
  if (!/^(?:[Zz]u|[Aa]d|Ihre|Ant|Ste|Bea|Die|Uns|Fra|Teilf|Zif|Pun|Nr|Num|Pkt)/.test(line)) return null;
  const lettered = ANSWER_LETTER.exec(line);
  if (lettered) return { ...plain('letter', [], lettered[1]!, lettered[0]), says: 'answer' };
  const letters = ANSWER_LETTERS.exec(line);
  if (letters) return { ...spreadLetters(letters), says: 'answer' };
  const together = TOGETHER.exec(line);
  // A sentence behind it is a part of the answer, one that goes on below says nothing yet.
  if (together?.[2] !== undefined && together[2] !== '') {
    return { ...spread(together[0], together[1]!, together[2]), says: 'answer' };
  }
  const answer = ANSWER.exec(line);
  // "Antwort 5" says enough; "Zu 5 Bäumen" says nothing: it needs its colon, bracket or end of line.
  if (
    answer &&
    (answer[1] ||
      /[.):]$/.test(answer[0]) ||
      answer[0].length === line.length ||
      /^[„"]/.test(line.slice(answer[0].length).trim()))
  ) {
    // "Zu Frage 3 kann die Stadt …": the number is a part of the sentence.
    const isPart = /^\s+\p{Ll}/u.test(line.slice(answer[0].length)) && !/[.):]$/.test(answer[0]);
    const marker = spread(answer[0], answer[2]!, answer[3] ?? '');
    return { ...marker, says: 'answer', length: isPart ? 0 : marker.length };
  }
  const question = QUESTION.exec(line);
  if (question && (/[.):]$/.test(question[0]) || question[0].length === line.length || /^Frage/.test(line))) {
    return { ...spread(question[0], question[1]!, question[2] ?? ''), says: 'question' };
  }
  return null;
}

/** "Zu 2. a. und b.:" is 2a and 2b, "4 a) bis c)" all three. */
function spreadLetters([whole, number, first, rest]: RegExpExecArray): Omit<Marker, 'says'> {
  const more = rest!.match(/(?<!\p{L})[a-h](?!\p{L})/gu) ?? [];
  const last = more.at(-1);
  const isRange = more.length === 1 && /bis|[-–]/.test(rest!) && last! > first!;
  const letters = isRange ? LETTERS.slice(LETTERS.indexOf(first!), LETTERS.indexOf(last!) + 1) : [first!, ...more];
  return letters.length === 1
    ? plain('number', [number!], first!, whole)
    : plain(
        'number',
        [...letters].map((letter) => number! + letter),
        null,
        whole,
      );
}

const LETTERS = 'abcdefgh';

const styleOf = (number: string): Style =>
  /^\d+$/.test(number) ? 'number' : /^\d/.test(number) ? 'decimal' : /^[IVX]{2,}$/.test(number) ? 'roman' : 'capital';

/** "1 bis 3" is 1, 2 and 3; "3 a" is 3 with the letter a. */
function spread(whole: string, first: string, rest: string): Omit<Marker, 'says'> {
  const all = [first, ...(rest.match(german(new RegExp(ONE, 'gu'))) ?? [])].map((n) => n.replace(/\s/g, ''));
  const from = Number(all[0]);
  const to = Number(all[1]);
  const isRange = all.length === 2 && /bis|[-–]/.test(rest) && from < to && to - from < 30;
  const numbers = isRange ? Array.from({ length: to - from + 1 }, (_, i) => String(from + i)) : all;
  const single = numbers.length === 1 ? /^(\d+)([a-h])$/.exec(numbers[0]!) : null;
  const style = styleOf(numbers[0]!.replace(/[a-h]$/, ''));
  return single
    ? { style, numbers: [single[1]!], letter: single[2]!, length: whole.length }
    : { style, numbers, letter: null, length: whole.length };
}
