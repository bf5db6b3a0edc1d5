// Documents → what each of them is only beside the others: how its names are shown, which papers belong to it, what is
// counted of all, which topics they have. Seen anew at every build, for it takes no analysing of texts.
import { type NameRules, type NameTable, nameCollector } from '../../corpus/names.ts';
import { papersTogether } from '../../corpus/papers-together.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import type { DocumentHead } from '../search/types.ts';
import { headOf } from './index-tables.ts';
import { type CountedDocument, numbersCounter } from './numbers.ts';
import { type LearntTopic, topicsOf } from './topics.ts';

export interface Survey {
  names: NameTable;
  /** The document with the papers that belong to it. */
  whole<T extends Pick<ReplyDocument, 'id' | 'reference'>>(document: T): T & Pick<ReplyDocument, 'together'>;
  /** Of the index, by name. */
  resources: Record<'numbers' | 'topics', string>;
  heads: readonly DocumentHead[];
  /** YYYY-MM-DD. */
  newest: string | null;
  oldest: string | null;
}

export function surveyor(rules: NameRules = {}) {
  const names = nameCollector(rules);
  const papers = papersTogether();
  const heads: DocumentHead[] = [];
  const counted: CountedDocument[] = [];
  return {
    add(document: ReplyDocument): void {
      names.add(document);
      papers.add(document);
      const head = headOf(document);
      heads.push(head);
      counted.push({ ...head, pairs: document.pairs.map(({ number, kind }) => ({ number, kind })) });
    },
    /** When all have been added. @param known words that compounds are split into, as they are learnt */
    finish(learnt: readonly LearntTopic[], known: (word: string) => boolean): Survey {
      const table = names.table();
      const numbers = numbersCounter(table);
      for (const document of counted) numbers.add(document);
      const dates = heads.flatMap(({ date }) => date ?? []).sort();
      return {
        names: table,
        whole(document) {
          const together = papers.of(document);
          return together.length > 0 ? { ...document, together } : document;
        },
        resources: {
          numbers: JSON.stringify(numbers.numbers()),
          topics: JSON.stringify(topicsOf(learnt, heads, known)),
        },
        heads,
        newest: dates.at(-1) ?? null,
        oldest: dates[0] ?? null,
      };
    },
  };
}
