// What was written for a pair → what no other pair may have as well: a question that leads to two leads to neither. Pure.
import type { Written } from '../store/enrichment.ts';
import { sameText } from './checks.ts';

export interface Claim {
  /** Equal for what counts as the same. */
  same: string;
  /** For reports. */
  text: string;
  of: 'questions' | 'words';
}

export const SHARED = 'dasselbe wie bei einem anderen Paar (same as for another pair)';

/** Single words may be shared, all six of them not. */
export function claimsOf({ questions, words }: Written): Claim[] {
  const asked = questions.map((text): Claim => ({ same: sameText(text), text, of: 'questions' }));
  if (words.length < 2) return asked;
  return [...asked, { same: words.map(sameText).sort().join(' | '), text: words.join(', '), of: 'words' }];
}

export function without({ questions, words }: Written, { same, of }: Claim): Written {
  if (of === 'words') return { questions, words: [] };
  return { questions: questions.filter((text) => sameText(text) !== same), words };
}
