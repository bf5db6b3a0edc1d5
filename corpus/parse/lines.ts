// Pages as a reader hands them over → clean lines. Page marks, running heads and recycling notes go; every word of the
// reply stays, in its order, with the page that it came from.
import { german } from '../german/letters.ts';
import { LINE_MARK, PRINTED_BULLETS } from '../german/list-marks.ts';
import type { Profile } from '../profiles/profile.ts';
import type { PageText } from '../types.ts';

export interface Line {
  text: string;
  page: number;
  /** An empty line stood before it. */
  gap: boolean;
  /** Cells of a table row, where wide gaps part them. */
  isRow: boolean;
}

const PAGE_MARKS = [
  /^(?:Seite|S\.|Blatt)\s*:?\s*\d+(?:\s*(?:von|\/)\s*\d+)?$/i,
  // "Vorlage 2024/0815 Seite 2 von 3" as a foot
  german(/^(?!.*\b(?:auf|siehe)\s+Seite\b).{0,60}\bSeite\s+\d+\s*(?:von|\/)\s*\d+$/),
  /^[-–—]{1,2}\s*\d+\s*(?:of\s+\d+\s*)?[-–—]{1,2}$/,
  // Parliaments' running heads, both ways round, and what their printers add.
  /^(?=.*Drucksache\s+\d+\s?\/\s?[\d ]+)(?=.*\d+\.\s?Wahlperiode)(?=.*(?:[–—-]|Bürgerschaft|Landtag|LANDTAG|Abgeordnetenhaus|Bundestag)).{20,120}$/,
  /^Datum des Originals:.{0,60}$/,
  /^\(?(?:verteilt am|Ausgegeben(?: am)?:?)\s+\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{2,4}\)?(?:\s+\(.{5,40}\))?$/iu,
  /^Druck:\s.{3,80}$/,
  /^\/\s*\d+$/,
  /^(?:…|\.\.\.)$/,
];

/** Lines at the top or bottom of a page that other pages have there, too. */
const EDGE_LINES = 2;

export function linesOf(pages: PageText[], profile: Profile): Line[] {
  const cleaned = pages.map((page) => ({ ...page, lines: superscripts(cleanText(page.text).split('\n')) }));
  const running = runningLines(cleaned.map((page) => page.lines));
  const marks = [...PAGE_MARKS, ...profile.noise];
  let last: Line | null = null;
  const all = cleaned.flatMap(({ number, lines }) => {
    // A page begins a paragraph unless the sentence goes on (goesOn).
    let gap = true;
    let isPageBreak = true;
    const edges = [lines.findIndex(isFilled), lines.findLastIndex(isFilled)];
    return lines.flatMap((raw, i): Line[] => {
      const text = raw.replace(/\s+/g, ' ').trim();
      if (text === '') {
        gap = true;
        return [];
      }
      // A number right below a running head is its page's.
      const isBelowHead = isPageBreak && last !== null && /^\d{1,3}$/.test(text);
      const isNumber = isBelowHead || (edges.includes(i) && isPageNumber(text, number, pages.length));
      const isMark = (MAY_BE_MARK.test(text) ? marks : profile.noise).some((mark) => mark.test(text));
      if (isNumber || running.has(text) || isMark) {
        isPageBreak = true;
        gap = true;
        return [];
      }
      const isGap = gap && !(isPageBreak && last !== null && goesOn(last.text, text));
      const line = { text, page: number, gap: isGap, isRow: isTableRow(raw) };
      last = line;
      gap = false;
      isPageBreak = false;
      return [line];
    });
  });
  return withoutForms(all, profile);
}

const isFilled = (line: string): boolean => /\S/.test(line);

/** "2" or "2 / 3" at the top or bottom of page 2 of 3. */
function isPageNumber(text: string, page: number, pages: number): boolean {
  const [, own, all] = /^(\d+)(?:\s*\/\s*(\d+))?$/.exec(text) ?? [];
  return pages > 1 && Number(own) === page && (all === undefined || Number(all) === pages);
}

const NUMBER_OR_TITLE = /^(?:\d{1,2}[.)]|[A-H][.)]\s|Zu\s|Frage)/;

/** A sentence that a page's end has cut: nothing ends above, and no number begins below. */
function goesOn(above: string, below: string): boolean {
  if (/[.?!:;]["“”)]*$/.test(above) || LINE_MARK.test(below) || NUMBER_OR_TITLE.test(below)) return false;
  return /^\p{Ll}/u.test(below) || above.length > 60 || /-$/.test(above);
}

function withoutForms(lines: Line[], { forms }: Profile): Line[] {
  let kept = lines;
  for (const { from, to, maxLines } of forms) {
    const start = kept.findIndex((line) => from.test(line.text));
    const end = start < 0 ? -1 : kept.findIndex((line, i) => i > start && to.test(line.text));
    if (end > start && end - start <= maxLines) kept = [...kept.slice(0, start), ...kept.slice(end + 1)];
  }
  return kept;
}

const CO2 = german(/\bCO2\b/g);
/** No mark of a page begins or looks otherwise. */
const MAY_BE_MARK = /\d|^[….D]/;

/** One kind of everything: composed letters, line ends, spaces, bullets, apostrophes; nothing invisible. */
function cleanText(raw: string): string {
  return raw
    .normalize('NFC')
    .split('\n')
    .map((line) => (/öffentlich/i.test(line) ? boxes(line) : line))
    .join('\n')
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\uf0a7\uf0b7\uf0d8\uf0fc\uf02d\u25aa\u25cf\u25a0\uf076]/g, '•')
    .replace(/[\ue000-\uf8ff]/g, ' ')
    .replace(german(/ ?(?:\u00b4|\u0301)(?=s\b)/g), '’')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '');
}

/** Boxes of Wingdings, whose letters say nothing without the font. Elsewhere they are bullets. */
const boxes = (line: string): string =>
  line.replace(/[\uf06f\uf071\uf072\uf0a8\uf0a3]/g, '☐').replace(/[\uf078\uf0fb-\uf0fe\uf051-\uf054]/g, '☒');

/** "m" with a "2" on a line of its own is m²; so are CO₂ and footnote marks of units. */
function superscripts(lines: string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const digit = /^\s*([23])\s*$/.exec(line)?.[1];
    if (digit && last !== undefined && /(?:^|[\s\d])(?:[mck]?m|CO)\s*$/.test(last)) {
      const raised = /CO\s*$/.test(last) ? '₂' : digit === '2' ? '²' : '³';
      out[out.length - 1] = last.trimEnd() + raised;
    } else out.push(line);
  }
  return out.map((line) => (line.includes('CO2') ? line.replace(CO2, 'CO₂') : line));
}

function runningLines(pages: string[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const filled = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
    for (const line of new Set([...filled.slice(0, EDGE_LINES), ...filled.slice(-EDGE_LINES)])) {
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  const least = Math.max(2, Math.ceil(pages.length / 2));
  return new Set([...counts].filter(([, count]) => count >= least).map(([line]) => line));
}

/** Cells that reading has parted by tabs; or two wide gaps, or one and a figure at the end: justified text has many. */
function isTableRow(raw: string): boolean {
  if (/\S\t+\S/.test(raw) && !NUMBERED.test(raw)) return true;
  const cells = raw.trim().split(/\s{3,}|\t+/);
  if (cells.length < 2) return false;
  const words = raw.trim().split(/\s+/).length;
  return (cells.length >= 3 || /^[\d.,%€\s–-]+$/.test(cells.at(-1) ?? '')) && words / cells.length < 4;
}

/** "1.<tab>Wie viele": a list, not a table. */
const NUMBERED = new RegExp(
  `^\\s*(?:\\d{1,2}(?:\\.\\d{1,2})*[.)]?|[a-z][.)]|[${PRINTED_BULLETS}])\\s*\\t[^\\t]*$`,
  'i',
);
