// A short text → what it is like, as numbers of hashed features: its words, neighbouring words, parts of words (so that
// slips and compounds count), its word families and how they meet, its length and its beginning.
import { has } from './families.ts';
import { foldWords } from './fold.ts';
import { FAMILIES, type Family } from './words.ts';

/** Weights are stored for so many; a hash that meets another costs little. */
export const DIMENSIONS = 4096;
const PARTS = [3, 4, 5];
const LONG = 12;

/** Each index once for each feature that falls on it. */
export function featuresOf(question: string): Map<number, number> {
  const text = foldWords(question);
  const words = text.trim().split(' ');
  const features = new Set<string>();
  for (const [i, word] of words.entries()) {
    features.add(`w ${word}`);
    if (i > 0) features.add(`b ${words[i - 1]} ${word}`);
    const whole = `^${word}$`;
    for (const size of PARTS) {
      for (let at = 0; at + size <= whole.length; at++) features.add(`p ${whole.slice(at, at + size)}`);
    }
  }
  const families = ALL.filter((family) => has(text, family));
  for (const [i, family] of families.entries()) {
    features.add(`f ${family}`);
    for (const other of families.slice(i + 1)) features.add(`m ${family} ${other}`);
  }
  features.add(`n ${Math.min(LONG, words.length)}`);
  features.add(`s ${words[0]}`);
  if (question.includes('?')) features.add('?');
  const counts = new Map<number, number>();
  for (const feature of features) {
    const at = hash(feature) % DIMENSIONS;
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const length = Math.hypot(...counts.values());
  for (const [at, count] of counts) counts.set(at, count / length);
  return counts;
}

/** They mean nothing by themselves, nor together. */
const ALL = (Object.keys(FAMILIES) as Family[]).filter((family) => family !== 'small');

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
