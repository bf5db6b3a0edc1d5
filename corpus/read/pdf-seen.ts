// The letters of a page and what else it draws → which of them nobody sees: white on white, of no size, outside of the
// page or cut off, in a layer that is switched off, under an opaque box or picture, struck through, or marked as none of
// the text.
import { type Area, type Color, difference, within } from './pdf-areas.ts';
import { type Letter, lettersOf, middleOf, type Run, type Seen, stretches } from './pdf-letters.ts';
import { apply, type Point, type Rule } from './pdf-rules.ts';

export interface SeenLetters {
  /** Only what is seen, with ████ in the place of blackened words; null where pdf.js's own pieces are right. */
  seen: Seen[] | null;
  /** Words stand under an opaque box or picture: the file still has what somebody wanted to take out. */
  isCovered: boolean;
  /** Words are struck through. */
  isStruck: boolean;
}

export interface Limits {
  /** Left, bottom, right, top of what is shown, in our places. */
  box: Area;
  /** Places of redactions that were marked and not carried out. */
  covers: readonly Area[];
  /** A first page's artifacts may be facts of the paper, a later one's repeat them. */
  hasArtifacts: boolean;
  /** Letters are set apart somewhere: only their places tell where a word ends. */
  isSpaced: boolean;
}

/** A filled shape, or a picture. */
export interface Fill {
  area: Area;
  color: Color | null;
  /** Lets nothing through, and is a box. */
  isOpaque: boolean;
  isPicture: boolean;
  at: number;
}

const WHITE: Color = [255, 255, 255];
/** In points. */
const NO_SIZE = 1.2;
/** Sum of differences of red, green and blue. */
const NO_CONTRAST = 36;

/** A picture over so much of a page is the page, scanned, and the letters below are what was read in it. */
const WHOLE_PAGE = 0.8;
/** Artifacts on more than this share of the letters are a fault of whoever wrote the marks. */
const MOST_ARTIFACTS = 0.4;
/** Whoever marks this as none of the text does not want it to be unseen. */
const CLOSED = /nicht[\s-]*öffentlich|vertraulich/i;
/** Above the line that the letters stand on, in their heights: between these a rule strikes them through. */
const STRUCK = { from: 0.14, to: 0.46 };
/** A page with more rules has drawings or tables. */
const MOST_STRIKES = 400;

type Look = 'seen' | 'hidden' | 'covered' | 'struck';

interface Surroundings {
  fills: readonly Fill[];
  strikes: readonly Rule[];
  sheet: Limits;
  isScan: boolean;
  dropsArtifacts: boolean;
}

export function seenAmong(
  runs: readonly Run[],
  fills: readonly Fill[],
  rules: readonly Rule[],
  sheet: Limits,
): SeenLetters {
  const visible = runs.filter(hasLetters);
  const around: Surroundings = {
    sheet,
    fills: fills.filter((fill) => !fill.isPicture || !isWholePage(fill, visible)),
    strikes: strikesAmong(rules, visible),
    // What a scanner has read lies invisible over the whole picture: that is the text of the page.
    isScan: visible.filter(({ isInvisible }) => isInvisible).length > 0.8 * visible.length,
    dropsArtifacts: !sheet.hasArtifacts && areArtifacts(visible),
  };
  if (!sheet.isSpaced && !visible.some((run) => isSuspect(run, around)))
    return { seen: null, isCovered: false, isStruck: false };
  const letters = visible.flatMap(lettersOf);
  const looks = letters.map((letter) => lookOf(letter, around));
  const [isCovered, isStruck] = [looks.includes('covered'), looks.includes('struck')];
  const isHidden = sheet.isSpaced || isCovered || isStruck || looks.includes('hidden');
  return { seen: isHidden ? stretches(letters, looks) : null, isCovered, isStruck };
}

const hasLetters = ({ glyphs }: Run): boolean =>
  glyphs.some((glyph) => typeof glyph !== 'number' && (glyph.unicode ?? '').trim() !== '');

const textOf = ({ glyphs }: Run): string =>
  glyphs.map((glyph) => (typeof glyph === 'number' ? '' : (glyph.unicode ?? ''))).join('');

function isWholePage({ area }: Fill, runs: readonly Run[]): boolean {
  const below = runs.filter(({ matrix }) => isIn(apply(matrix, 0, 0), area));
  return runs.length > 1 && below.length > WHOLE_PAGE * runs.length;
}

function areArtifacts(runs: readonly Run[]): boolean {
  const marked = runs.filter(({ isArtifact }) => isArtifact);
  if (marked.length === 0) return false;
  const [all, those] = [runs, marked].map((list) => list.map(textOf).join(''));
  return those!.length <= MOST_ARTIFACTS * all!.length && !CLOSED.test(those!);
}

/** Rules that begin and end with letters of one line, and go through the middle of them. */
function strikesAmong(rules: readonly Rule[], runs: readonly Run[]): Rule[] {
  const flat = rules.filter(({ axis }) => axis === 'horizontal');
  if (flat.length > MOST_STRIKES) return [];
  return flat.filter((rule) => {
    const struck = runs.flatMap((run): [number, number][] => {
      const [x, y] = apply(run.matrix, 0, run.state.rise);
      const [end] = apply(run.matrix, run.length, run.state.rise);
      return isThrough(rule, y, run.height) && x < rule.to && end > rule.from ? [[x, end]] : [];
    });
    if (struck.length === 0) return false;
    const slack = 3;
    return (
      rule.from > Math.min(...struck.map(([from]) => from)) - slack &&
      rule.to < Math.max(...struck.map(([, to]) => to)) + slack
    );
  });
}

const isThrough = ({ at }: Rule, base: number, height: number): boolean =>
  at > base + STRUCK.from * height && at < base + STRUCK.to * height;

const isIn = ([x, y]: Point, [left, bottom, right, top]: Area) => x > left && x < right && y > bottom && y < top;

/** Whether a letter of it may be unseen; most pages have none, and are not looked at letter by letter. */
function isSuspect(run: Run, { fills, strikes, sheet, isScan, dropsArtifacts }: Surroundings): boolean {
  const { box, covers } = sheet;
  if (run.isUnseen || run.height < NO_SIZE || (run.isInvisible && !isScan)) return true;
  if (run.isArtifact && dropsArtifacts) return true;
  const [x0, y0] = apply(run.matrix, 0, 0);
  const [x1, y1] = apply(run.matrix, run.length, 0);
  const reach = run.height;
  const area: Area = [
    Math.min(x0, x1) - reach,
    Math.min(y0, y1) - reach,
    Math.max(x0, x1) + reach,
    Math.max(y0, y1) + reach,
  ];
  const [left, bottom, right, top] = area;
  if (left + reach < box[0] || bottom + reach < box[1] || right - reach > box[2] || top - reach > box[3]) return true;
  const { clip } = run;
  if (clip && (x0 < clip[0] || y0 < clip[1] || x1 > clip[2] || y0 > clip[3])) return true;
  if (covers.some((cover) => within(cover, area) !== null)) return true;
  if (run.color && difference(run.color, WHITE) < NO_CONTRAST) return true;
  if (strikes.some((rule) => isThrough(rule, y0, run.height) && rule.from < x1 && rule.to > x0)) return true;
  return fills.some(
    (fill) =>
      fill.isOpaque &&
      (fill.at > run.at || (run.color && fill.color && difference(run.color, fill.color) < NO_CONTRAST)) &&
      within(fill.area, area) !== null,
  );
}

function lookOf(letter: Letter, { fills, strikes, sheet, isScan, dropsArtifacts }: Surroundings): Look {
  const { run } = letter;
  const { box, covers } = sheet;
  const middle = middleOf(letter);
  const isHere = (area: Area) => isIn(middle, area);
  if (covers.some(isHere) || fills.some((fill) => fill.isOpaque && fill.at > run.at && isHere(fill.area)))
    return 'covered';
  if (run.isUnseen || letter.height < NO_SIZE || !isHere(box) || (run.isInvisible && !isScan)) return 'hidden';
  if ((run.isArtifact && dropsArtifacts) || (run.clip && !isHere(run.clip))) return 'hidden';
  if (letter.turn === 0 && strikes.some((rule) => isThrough(rule, letter.y, letter.height) && isOver(rule, middle[0])))
    return 'struck';
  const ground = run.color && !run.isInvisible ? groundAt(fills, run.at, isHere) : null;
  return run.color && ground && difference(run.color, ground) < NO_CONTRAST ? 'hidden' : 'seen';
}

const isOver = ({ from, to }: Rule, x: number) => x > from && x < to;

/** Null where it is not known: a pattern or a shape with curves. */
function groundAt(fills: readonly Fill[], at: number, isIn: (area: Area) => boolean): Color | null {
  const below = fills.findLast((fill) => fill.at < at && isIn(fill.area));
  if (!below) return WHITE;
  return below.isOpaque ? below.color : null;
}
