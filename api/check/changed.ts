// Earlier answers to one question → what was counted in several of them, year by year: "Bäume: 2022: 14, 2025: 17".
// Only what stands in plain words, a number right before the same noun, in answers of different years.
import { monthOf } from '../../corpus/german/months.ts';

export interface Counted {
  /** As printed in the newest answer. */
  noun: string;
  /** Oldest first; the number as printed. */
  values: { year: number; value: string }[];
}

/** "1.250 Bäume", "14 neue Plätze"; a year, a date, a paragraph of law and a road ("B 10") are no counts. */
const COUNT =
  /(?<![\p{L}\p{N}.,/-]|§ ?|(?<!\p{L})\p{Lu} )(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:,\d+)? (?:\p{Ll}{3,20} )?(\p{Lu}\p{Ll}{2,40})(?!\p{L})/gu;
const NO_COUNT = /^(?:Uhr|Prozent|Euro)$/;
const MAX_NOUNS = 3;

/** @param answers date as YYYY-MM-DD; those without one say nothing of a year */
export function countedOverYears(answers: { date: string | null; text: string }[]): Counted[] {
  const byNoun = new Map<string, Counted>();
  const dated = answers.filter((answer): answer is { date: string; text: string } => answer.date !== null);
  for (const { date, text } of dated.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const year = Number(date.slice(0, 4));
    const seen = new Set<string>();
    for (const [, value = '', noun = ''] of text.matchAll(COUNT)) {
      const isYear = /^(?:19|20)\d\d$/.test(value);
      const key = noun.toLowerCase().slice(0, STEM_LETTERS);
      // Two counts of one noun in one answer are of different things.
      if (isYear || NO_COUNT.test(noun) || monthOf(noun) !== null || seen.has(key)) continue;
      seen.add(key);
      const known = byNoun.get(key) ?? { noun, values: [] };
      const values = [...known.values.filter((one) => one.year !== year), { year, value }];
      byNoun.set(key, { noun, values });
    }
  }
  return [...byNoun.values()].filter(({ values }) => values.length > 1).slice(0, MAX_NOUNS);
}

/** "Baum" and "Bäume" differ, "Stelle" and "Stellen" do not. */
const STEM_LETTERS = 6;
