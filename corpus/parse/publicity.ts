// The first lines of a paper → whether it is open, closed, or cannot be told. Headers print both words with a box each:
// "☐ öffentlich ☒ nichtöffentlich". Who publishes a closed paper cannot take it back, so a header that offers both and
// whose mark cannot be read is never open.

import { dateIn } from '../german/dates.ts';
import { german } from '../german/letters.ts';

export type Publicity = 'open' | 'closed' | 'unclear';

/** Boxes further down are text. */
const MAX_LINES = 60;
/** A line with nothing but "nichtöffentlich" closes so far below the header's end, too: not every header is known. */
const TOP_LINES = 15;
const MAX_CHARACTERS = 110;

/** Signs that are boxes wherever they stand. */
const TICKED_BOX = String.raw`[☒☑✓✔✗✘⊠⌧🗹🗷🗵⮽◉⦿🔘]|[[(|]\s?[xX✓✔✗✘]\s?[\])|]`;
const EMPTY_BOX = String.raw`[☐□▢◻◽⬜❏❐❑❒○◯]|\[[\s_]?\]|\([\s_]?\)|\|[\s_]\|`;
/** What stands for a box beside one of the words only: letters, blanks, and Wingdings whose font got lost. */
const TICKED_SIGN = String.raw`[þý]|(?<![\p{L}\d.])x(?![\p{L}\d.])`;
const EMPTY_SIGN = String.raw`¨|_{1,3}|(?<![\p{L}\d.])[o0](?![\p{L}\d.])`;
const FORMS = String.raw`(?:entlich(?:er\s+Teil|e\s+(?:Sitzung|Vorlage|Beantwortung|Behandlung|Beratung))?|entl\.|\.)(?!\p{L})`;
const CLOSED = String.raw`(?<!\p{L})nicht\s?[-–]?\s?(?:ö|oe)ff${FORMS}`;
const OPEN = String.raw`(?<!\p{L})(?:ö|oe)ff${FORMS}`;
/** Heads of tables have these without any box. */
const SHORT_CLOSED = String.raw`(?<![\p{L}\d])n\.?\s?ö\.?(?!\p{L})`;
const SHORT_OPEN = String.raw`(?<![\p{L}\d])ö\.?(?!\p{L})`;

const BOX = new RegExp(`${TICKED_BOX}|${EMPTY_BOX}`, 'iu');
const PARTS = new RegExp(
  `(?<closed>${CLOSED})|(?<open>${OPEN})|(?<ticked>${TICKED_BOX}|${TICKED_SIGN})|(?<empty>${EMPTY_BOX}|${EMPTY_SIGN})`,
  'giu',
);
const SHORT_PARTS = new RegExp(
  `(?<closed>${SHORT_CLOSED})|(?<open>${SHORT_OPEN})|(?<ticked>${TICKED_BOX})|(?<empty>${EMPTY_BOX})`,
  'giu',
);
/** What may stand in a line of boxes besides them. */
const BESIDE =
  /^(?:[\s/,;:|•*–-]|oder|bzw\.|(?:Öffentlichkeits|Sitzungs|Vorlagen)?status|Öffentlichkeit|Beratung(?:sart)?|Behandlung|Sitzung(?:sart|steil)?|Vorlage|der|die|des|in|bitte|zutreffendes|ankreuzen)*$/iu;
const CONFIDENTIAL =
  /^[-–*\s]*(?:(?:streng\s+)?vertraulich|nicht\s+zur\s+Veröffentlichung(?:\s+bestimmt)?|nicht\s+für\s+die\s+Öffentlichkeit(?:\s+bestimmt)?|(?:VS\s*[-–]\s*)?nur\s+für\s+den\s+(?:internen\s+)?(?:Dienstg|G)ebrauch)[-–*!.\s]*$/iu;
const NOT_PUBLIC =
  /(?<!\p{L})nicht\s?[-–]?\s?(?:ö|oe)ffentlich(?:er Teil|e (?:Vorlage|Sitzung|Beantwortung|Behandlung))?(?!\p{L})/iu;
const HAS_OPEN = /(?<!nicht\s?[-–]?\s?)(?<!\p{L})öffentlich/iu;
const SPACED = /(?<![\p{L}\d])(?:\p{L}\s[-–]?\s?){5,}\p{L}(?![\p{L}\d])/gu;

type Part = 'open' | 'closed' | 'ticked' | 'empty';

/** @param end index of the first line that is not the header's */
export function publicityOf(texts: readonly string[], end: number): Publicity {
  // A longer line is no fact of a header, and a hostile one would take its time.
  const lines = filledBoxes(
    texts.slice(0, Math.max(end, MAX_LINES)).map((line) => (line.length <= MAX_CHARACTERS ? line : '')),
  );
  const own = lines.slice(0, end);
  const rows = rowsOf(own);
  if (rows.length > 0 && rows.every((row) => row === 'closed')) return 'closed';
  const choice = choiceIn(lines, end);
  if (choice !== null) return choice;
  const top = lines.slice(0, Math.max(end, TOP_LINES));
  if (top.some(saysClosedAlone)) return 'closed';
  const isClosed = (line: string) => line.length < 80 && NOT_PUBLIC.test(line) && !HAS_OPEN.test(line);
  // One closed consultation beside an open one, each a row of the scheduling table, closes nothing.
  const isOpenRow = (line: string) => hasDate(line) && !NOT_PUBLIC.test(line) && HAS_OPEN.test(line);
  return own.some((line) => isClosed(line) && !(hasDate(line) && own.some(isOpenRow))) ? 'closed' : 'open';
}

/** "☐ öffentlich ☒ nichtöffentlich", or a line with one of them. */
export function isBoxLine(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return false;
  const { parts, rest } = partsOf(text);
  return isChoice(parts) && BESIDE.test(rest);
}

const isChoice = (parts: readonly Part[]) =>
  parts.some(isWord) &&
  new Set(parts).size > 1 &&
  (parts.some((part) => !isWord(part)) || parts.filter(isWord).length > 1);

const isWord = (part: Part | undefined) => part === 'open' || part === 'closed';

/** Null where the header offers no choice. */
function choiceIn(lines: readonly string[], end: number): Publicity | null {
  const runs: { parts: Part[]; isRow: boolean }[] = [];
  let isRunning = false;
  for (const [i, line] of lines.entries()) {
    const { parts, rest } = partsOf(line);
    const isBoxes = parts.length > 0 && BESIDE.test(rest) && (parts.some(isWord) || BOX.test(line));
    const isRow = !isBoxes && BOX.test(line) && parts.includes('open') && parts.includes('closed');
    if (isBoxes && isRunning) runs.at(-1)!.parts.push(...parts);
    else if (isBoxes && (i < end || BOX.test(line))) runs.push({ parts, isRow: false });
    else if (isRow && !/[.?!]$/.test(rest.trim())) runs.push({ parts, isRow: hasDate(line) });
    isRunning = isBoxes;
  }
  const read = runs
    .filter(({ parts }) => isChoice(parts))
    .map(({ parts, isRow }) => ({ is: readChoice(parts), isRow }));
  const someRowIsOpen = read.some(({ is, isRow }) => isRow && is === 'open');
  const found = read.filter(({ is, isRow }) => !(isRow && is === 'closed' && someRowIsOpen)).map(({ is }) => is);
  return found.find((is) => is === 'closed') ?? found.find((is) => is === 'unclear') ?? found[0] ?? null;
}

/** Each box before its word, or each behind it, or all boxes in the order of the words. */
function readChoice(run: readonly Part[]): Publicity {
  const words = run.filter(isWord);
  const boxes = run.filter((part) => !isWord(part));
  if (words.length === 1 && boxes.length === 1) {
    // Of a single box we know what it is about: "☐ öffentlich" is not open.
    return (words[0] === 'open') === (boxes[0] === 'ticked') ? 'open' : 'closed';
  }
  if (words.length !== 2 || words[0] === words[1] || boxes.length === 0) return 'unclear';
  if (boxes.length === 1) {
    // "öffentlich x nichtöffentlich": nobody can say of which it is.
    if (boxes[0] !== 'ticked' || !isWord(run[1])) return 'unclear';
    return (isWord(run[0]) ? words[1] : words[0]) as Publicity;
  }
  const ticked = boxes.filter((box) => box === 'ticked');
  return boxes.length === 2 && ticked.length === 1 && !isEnclosed(run)
    ? (words[boxes.indexOf('ticked')] as Publicity)
    : 'unclear';
}

/** Word, box, box, word: both are beside both. */
const isEnclosed = ([first, second, third]: readonly Part[]) =>
  isWord(first) ? !isWord(second) && !isWord(third) : isWord(second) && isWord(third);

/** Without one of the words or a sign that is a box anywhere, signs beside them are none. */
const MAY_HAVE_PARTS = /f\s?f/i;

function partsOf(raw: string): { parts: Part[]; rest: string } {
  if (!MAY_HAVE_PARTS.test(raw) && !BOX.test(raw)) return { parts: [], rest: raw };
  const line = withoutSpacing(raw);
  const parts: Part[] = [];
  const take = (text: string, pattern: RegExp) =>
    text.replace(pattern, (...args) => {
      const groups = args.at(-1) as Partial<Record<Part, string>>;
      parts.push((Object.keys(groups) as Part[]).find((part) => groups[part] !== undefined)!);
      return ' ';
    });
  const rest = take(line, PARTS);
  if (parts.some(isWord) || !BOX.test(line)) return { parts, rest };
  parts.length = 0;
  return { rest: take(line, SHORT_PARTS), parts };
}

/** A filled circle or square is a bullet, unless there is an empty one beside the other word. */
function filledBoxes(lines: string[]): string[] {
  const hasEmpty = lines.some((line) => /[☐□▢◻○◯]/.test(line) && /öffentlich/i.test(line));
  return hasEmpty ? lines.map((line) => (/öffentlich/i.test(line) ? line.replace(/[•●■▪]/g, '☒') : line)) : lines;
}

/** Rows of the scheduling table, where two boxes stand below "ö" and "nö". A lone x tells no column. */
function rowsOf(lines: readonly string[]): Publicity[] {
  const at = lines.findIndex((line) =>
    german(/^Gremi(?:um|en)\b.*(?<!\p{L})ö(?:ff(?:entlich|\.)?)?\s*[/|]?\s*n(?:icht\s?-?|\.)?\s?ö/iu).test(line),
  );
  if (at < 0) return [];
  return lines.slice(at + 1).flatMap((line): Publicity[] => {
    const [, open, closed] = /\d{4}.*?\s([☒☑☐x–-])\s?([☒☑☐x–-])(?=\s|$)/iu.exec(line) ?? [];
    if (!open || !closed || !hasDate(line) || isTicked(open) === isTicked(closed)) return [];
    return [isTicked(closed) ? 'closed' : 'open'];
  });
}

const isTicked = (mark: string) => /[☒☑x]/i.test(mark);
const hasDate = (line: string) => dateIn(line) !== null;

function saysClosedAlone(line: string): boolean {
  if (CONFIDENTIAL.test(line)) return true;
  const whole = withoutSpacing(line);
  // Letter by letter, the words run together: "NICHTÖFFENTLICHESITZUNG".
  if (whole !== line && /^[-–*\s]*nicht[-–]?öffentlich/i.test(whole)) return true;
  return CLOSED_ALONE.test(line);
}

const CLOSED_ALONE = new RegExp(`^[-–*(\\s]*${CLOSED}[-–*)!.\\s]*$`, 'iu');

/** "N I C H T Ö F F E N T L I C H" is one word. */
const withoutSpacing = (line: string) => line.replace(SPACED, (word) => word.replace(/\s/g, ''));
