// A table whose columns are questions and answers → one block a cell, each with its column's head before it, as
// replies without tables write them: "Frage 1: …", "Antwort: …". No word of a cell is lost.

/** Paragraphs of a cell are parted by an empty line. Undefined where a cell above goes on. */
export type Cell = string | undefined;

const QUESTION =
  /^(?:(?:Ihre|Die|Unsere)\s+)?(?:An)?Fragen?(?:stellung(?:en)?|text)?(?:\s+(?:der|des)\s.{2,60})?\s*:?$/i;
const ANSWER =
  /^(?:(?:Die|Unsere)\s+)?(?:Antwort(?:en)?|Stellungnahme|Beantwortung)(?:\s+(?:der|des)\s+[\p{L}-]+)?\s*:?$/iu;
const NUMBER = /^(?:(?:lfd\.?\s*)?Nr\.?|Nummer|Ziffer|#)?$/i;
/** "1.", "2 a)", "Frage 3:" in a cell of its own or before a question. */
const MARKER = /^(?:Frage\s+)?(\d{1,2}(?:\.\d{1,2})?\s?[a-h]?)\s*[.):]*$/i;
const MARKED = /^(?:Frage\s+)?(\d{1,2}(?:\.\d{1,2})?\s?[a-h]?)\s*[.):]+\s+(?=\S)/i;

/** Their indexes; -1 where no column has numbers. */
export interface Columns {
  number: number;
  question: number;
  answer: number;
}

export const isMarker = (cell: string): boolean => MARKER.test(cell.trim());

/** Null where the heads are others. */
export function columnsOf(heads: Cell[]): Columns | null {
  const question = heads.findIndex((head) => QUESTION.test(folded(head)));
  const answer = heads.findIndex((head, i) => i > question && ANSWER.test(folded(head)));
  if (question < 0 || answer < 0) return null;
  return { number: question > 0 && NUMBER.test(folded(heads[question - 1])) ? question - 1 : -1, question, answer };
}

/** Null for any other table. */
export function dialogueOf([heads = [], ...rows]: Cell[][]): string[] | null {
  const columns = columnsOf(heads);
  if (!columns || rows.length === 0) return null;
  const { number, question, answer } = columns;
  const label = folded(heads[answer]).replace(/\s*:$/, '');
  const blocks: string[] = [];
  let held: string | null = null;
  for (const [i, row] of rows.entries()) {
    const asked = askedIn(row[question] ?? '', row[number] ?? '');
    const given = row[answer];
    const rest = row.filter((cell, i) => cell && i !== question && i !== answer && i !== number) as string[];
    if (held !== null && given !== undefined) {
      blocks.push(held);
      held = null;
    }
    if (asked !== null) blocks.push(asked);
    // The row goes on from the page before: no word of ours may stand within what somebody has written.
    if (i === 0 && asked === null && given?.trim()) {
      blocks.push(given.trim(), ...rest);
      continue;
    }
    // An answer for several questions stands below the last of them.
    if (given !== undefined) held = [`${label}: ${given.trim() || '–'}`, ...rest].join('\n\n');
    else blocks.push(...rest);
  }
  return held === null ? blocks : [...blocks, held];
}

function askedIn(question: string, number: string): string | null {
  const marker = MARKER.exec(number.trim())?.[1];
  const marked = MARKED.exec(question);
  if (marker) return `Frage ${marker}: ${question}`;
  if (number.trim() !== '') return `Frage: ${number.trim()} ${question}`;
  if (marked) return `Frage ${marked[1]}: ${question.slice(marked[0].length)}`;
  return question.trim() === '' ? null : `Frage: ${question}`;
}

const folded = (cell: Cell): string => (cell ?? '').replace(/\s+/g, ' ').trim();

/** Lines of text with tabs between the cells. */
export function withDialogues(text: string): string {
  return text.replace(/(?:^[^\n]*\t[^\n]*(?:\n|$)){2,}/gm, (table) => {
    const blocks = dialogueOf(
      table
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t')),
    );
    return blocks ? `\n${blocks.join('\n\n')}\n\n` : table;
  });
}
