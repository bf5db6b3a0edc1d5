// Recognised words → the text of their page, with an empty line between paragraphs, and where each word stands in it.
import type { Word } from './recognise.ts';

export interface LaidOut {
  text: string;
  /** `text.slice(start, end)` is the word. */
  places: { word: Word; start: number; end: number }[];
  /** 0 to 1: the mean over the letters that the text has, less where more were left out than taken; 0 without any. */
  confidence: number;
}

/** Specks, strokes of a pen and seams of the paper come as signs that nobody wrote. */
const SURE_SIGN = 0.6;
/** Stamps, handwriting and arms come as lines of which hardly a letter is sure. */
const SURE_LINE = 0.45;
/** A distance so much wider than the usual one from line to line begins a paragraph. */
const APART = 1.35;
/** In heights of the letters: the gap between two cells of a table, or two columns. */
const WIDE_GAP = 2;

export function laidOut(words: readonly Word[]): LaidOut {
  const all = linesOf(words);
  const lines = all.filter((line) => confidenceOf(line) >= SURE_LINE);
  const usual = usualDistance(lines);
  let text = '';
  const places: LaidOut['places'] = [];
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    if (above) {
      const distance = baseOf(line) - baseOf(above);
      // Upwards, too: there another column begins.
      text += distance > APART * usual || distance < -heightOf(line) ? '\n\n' : '\n';
    }
    for (const [j, word] of line.entries()) {
      const last = line[j - 1];
      if (last) text += word.left - last.right > WIDE_GAP * heightOf(line) ? '   ' : ' ';
      places.push({ word, start: text.length, end: text.length + word.text.length });
      text += word.text;
    }
  }
  const taken = lettersOf(lines.flat());
  const left = lettersOf(all.flat()) - taken;
  const share = left > taken ? taken / left : 1;
  return { text, places, confidence: share * confidenceOf(lines.flat()) };
}

function linesOf(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  for (const word of words) {
    if (word.text !== '' && (/[\p{L}\p{N}]/u.test(word.text) || word.confidence >= SURE_SIGN)) line.push(word);
    if (!word.endsLine) continue;
    if (line.length > 0) lines.push(line);
    line = [];
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

const baseOf = (line: readonly Word[]) => median(line.map(({ bottom }) => bottom));
const heightOf = (line: readonly Word[]) => median(line.map(({ top, bottom }) => bottom - top));

/** The lower quarter's: on a page of short paragraphs most distances are those between two of them. */
function usualDistance(lines: readonly Word[][]): number {
  const distances = lines.slice(1).map((line, i) => baseOf(line) - baseOf(lines[i]!));
  return quantile(
    distances.filter((distance) => distance > 0),
    0.25,
  );
}

const lettersOf = (words: readonly Word[]) => words.reduce((sum, { text }) => sum + text.length, 0);

function confidenceOf(words: readonly Word[]): number {
  const letters = lettersOf(words);
  return letters === 0 ? 0 : words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters;
}

const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
