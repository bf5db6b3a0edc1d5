// A found answer → how the house refers to it: "Vorlage 2025/0016, Antwort zu Frage 3, S. 2, Gemeinderat, 26.03.2025".
import { ageOf } from '../../corpus/german/age.ts';
import type { Source } from '../events.ts';
import type { CheckTexts } from './texts.de.ts';
import type { Match } from './types.ts';
import type { Verdict } from './verdict.ts';

export type Referred = Pick<Source, 'title' | 'reference' | 'number' | 'page' | 'committee' | 'date'> &
  Partial<Pick<Source, 'ocr'>>;

/** The words between; the chat has them, too. */
export type ReferenceWords = Pick<CheckTexts, 'paper' | 'pair' | 'page' | 'day' | 'scan'>;

/** A paper without a reference goes by its title; what is not known is left out. */
export function houseReference(source: Referred, texts: ReferenceWords): string {
  return [
    source.reference === null ? source.title : texts.paper(source.reference),
    texts.pair(source.number),
    source.page !== null && texts.page(source.page),
    source.committee,
    source.date !== null && texts.day(source.date),
    source.ocr && texts.scan,
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');
}

/**
 * "ähnlich beantwortet (keine Angaben vorhanden), älter als zwei Jahre".
 * @param best the most alike answer, whose age and kind it is; null when there is none
 */
export function verdictWords(
  verdict: Verdict,
  best: Pick<Source, 'date' | 'kind'> | null,
  now: Date,
  texts: CheckTexts,
): string {
  if (best === null) return texts.verdicts[verdict];
  const kind = best.kind === 'answered' ? '' : ` (${texts.kinds[best.kind]})`;
  const years = ageOf(best.date, now);
  return `${texts.verdicts[verdict]}${kind}${years === null ? '' : `, ${texts.older(years)}`}`;
}

/** What is known of an earlier answer beside its reference: its kind, who asked, who answered, how alike it is. */
export function matchFacts({ source, askedBy, similarity }: Match, texts: CheckTexts): string {
  const { report } = texts;
  const facts = [
    texts.kinds[source.kind],
    askedBy.length > 0 && `${report.askedBy}: ${askedBy.join(', ')}`,
    source.department !== null && `${report.department}: ${source.department}`,
    `${report.similarity} ${Math.round(similarity * 100)} %`,
  ];
  return facts.filter((fact) => fact !== false).join(' · ');
}
