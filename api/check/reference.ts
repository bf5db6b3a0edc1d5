// A found answer → how the house refers to it: "Vorlage 2025/0016, Antwort zu Frage 3, S. 2, Gemeinderat, 26.03.2025".
import type { Source } from '../events.ts';
import type { CheckTexts } from './texts.de.ts';
import { ageInYears, type Verdict } from './verdict.ts';

export type Referred = Pick<Source, 'title' | 'reference' | 'number' | 'page' | 'committee' | 'date'>;

/** A paper without a reference goes by its title; what is not known is left out. */
export function houseReference(source: Referred, texts: CheckTexts): string {
  return [
    source.reference === null ? source.title : texts.paper(source.reference),
    texts.pair(source.number),
    source.page !== null && texts.page(source.page),
    source.committee,
    source.date !== null && texts.day(source.date),
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');
}

/** "ähnlich beantwortet, älter als zwei Jahre"; the age is that of the best answer. */
export function verdictWords(verdict: Verdict, date: string | null, now: Date, texts: CheckTexts): string {
  const years = verdict === 'none' ? null : ageInYears(date, now);
  return years === null ? texts.verdicts[verdict] : `${texts.verdicts[verdict]}, ${texts.older(years)}`;
}
