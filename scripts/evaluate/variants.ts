// A question → the same as people type it in haste: in small letters, without its question mark, with a typing error.
// The form of the answer should not change with it.
import type { ChatResponse } from '../../api/events.ts';

export type Variant = 'small' | 'unmarked' | 'mistyped';
export const VARIANTS: readonly Variant[] = ['small', 'unmarked', 'mistyped'];

export interface FormsOfQuestion {
  style: string;
  lang: string;
  form: string;
  /** Null: there is no such variant of it. */
  others: Record<Variant, string | null>;
}

/** An answer, a choice, nothing, a list, or a sentence of its own. */
export function formOf({ kind, sources }: Pick<ChatResponse, 'kind' | 'sources'>): string {
  return kind !== 'abstention' ? kind : sources.length > 0 ? 'choice' : 'nothing';
}

/** Of the questions that have the variant, the share that keeps its form. */
export function variantFigures(questions: FormsOfQuestion[]): Record<string, Record<Variant, number | null>> {
  const groups = new Map([['all', questions]]);
  for (const [name, own] of Map.groupBy(questions, ({ style, lang }) => `${style}/${lang}`)) groups.set(name, own);
  return Object.fromEntries(
    [...groups].map(([name, own]) => {
      const same = (variant: Variant) => {
        const asked = own.filter(({ others }) => others[variant] !== null);
        const kept = asked.filter(({ form, others }) => others[variant] === form);
        return asked.length === 0 ? null : Math.round((1000 * kept.length) / asked.length) / 1000;
      };
      return [name, { small: same('small'), unmarked: same('unmarked'), mistyped: same('mistyped') }];
    }),
  );
}

const SHORTEST_MISTYPED = 7;

/** Null where the question would stay as it is. */
export function variantOf(question: string, variant: Variant): string | null {
  const changed = CHANGES[variant](question);
  return changed === question ? null : changed;
}

const CHANGES: Record<Variant, (question: string) => string> = {
  small: (question) => question.toLowerCase(),
  unmarked: (question) => question.replace(/\s*\?/gu, ''),
  mistyped: swapped,
};

/** Two neighbouring letters in the middle of the longest word change places. */
function swapped(question: string): string {
  const words = question.match(/\p{L}+/gu) ?? [];
  const longest = words.reduce((most, word) => (word.length > most.length ? word : most), '');
  if (longest.length < SHORTEST_MISTYPED) return question;
  const middle = Math.floor(longest.length / 2);
  const mistyped = longest.slice(0, middle) + longest[middle + 1] + longest[middle] + longest.slice(middle + 2);
  return question.replace(longest, mistyped);
}
