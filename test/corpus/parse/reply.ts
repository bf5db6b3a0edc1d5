// An invented reply as lines → what the parser makes of it, in the shape in which the tests of this folder write it down.
import { parseReply } from '../../../corpus/parse/parse.ts';
import type { ReplyDocument, SourceMeta } from '../../../corpus/types.ts';

/** Number, question, answer, white space folded. */
export type Written = [number: string | null, question: string | null, answer: string];

/** The header of most tests; all names in it are invented. */
export const HEADER = `Stadt Musterstadt
STELLUNGNAHME zur Anfrage
Vorlage Nr.: 2024/0815
Verantwortlich: Dez. 4
Radwege in der Oststadt
Anfrage: Musterpartei
Gremium Termin TOP Ö / N Zuständigkeit
Gemeinderat 12.03.2024 17 Ö Kenntnisnahme
`;

export function documentOf(pages: string | string[], meta: SourceMeta = {}): ReplyDocument {
  const texts = typeof pages === 'string' ? [pages] : pages;
  const parsed = parseReply({
    id: 'invented',
    file: 'invented',
    pages: texts.map((text, i) => ({ number: i + 1, text })),
    meta,
  });
  if (!parsed.ok) throw new Error(`not parsed: ${parsed.error}`);
  return parsed.value;
}

/** The pairs of a body below the usual header. */
export const pairsOf = (body: string, meta: SourceMeta = {}): Written[] =>
  written(documentOf(`${HEADER}\n${body}`, meta));

export function written({ text, pairs }: ReplyDocument): Written[] {
  return pairs.map(({ number, questionText, answer }) => [
    number,
    questionText,
    folded(text.slice(answer.start, answer.end)),
  ]);
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Two questions with their answers, all invented. */
export const Q1 = 'Wie viele Bänke stehen im Stadtgarten?';
export const Q2 = 'Welche Kosten entstehen im Jahr?';
export const A1 = 'Im Stadtgarten stehen 40 Bänke.';
export const A2 = 'Die Kosten betragen 3.000 Euro.';
export const NUMBERED: Written[] = [
  ['1', Q1, A1],
  ['2', Q2, A2],
];

/** The same, each behind its label. */
export const LABELLED = `Frage 1:
${Q1}

Antwort:
${A1}

Frage 2:
${Q2}

Antwort:
${A2}`;
