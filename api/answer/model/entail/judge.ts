// A claim and what it cites → whether the quote says it. Rules for what no vote may let through, learnt trees for the
// rest; for languages without a lexicon only what can be seen in them: numbers, names, small words.

import type { Lexicon } from '../../../index/lexicon.ts';
import { LANGUAGES } from '../../../languages.ts';
import { numbersProven } from '../number-proof.ts';
import { type Evidence, featuresOf } from './features.ts';
import learnt from './learnt.json' with { type: 'json' };
import { type RuleReason, refusedByRule } from './rules.ts';
import { readTrees, voteOf } from './trees.ts';
import { seenUnread } from './unread.ts';

export interface Verdict {
  supported: boolean;
  /** Why not. */
  reason: Reason | null;
  /** No witness is needed: said word for word, or refused by a rule. */
  certain: boolean;
  /** The reader should see the quote beside the sentence: nobody here reads its language. */
  openQuote: boolean;
}

export type Reason = RuleReason | 'unsupported';

const trees = readTrees(learnt);

/** @param language of the claim, as BCP 47 has it; the quotes are German */
export function judge(evidence: Evidence, language: string, lexicon: Lexicon): Verdict {
  const quotes = evidence.quotes.join('\n');
  const openQuote = !READ.has(language.slice(0, 2));
  const refused = (reason: Reason, certain = true): Verdict => ({ supported: false, reason, certain, openQuote });
  if (saidWordForWord(evidence.claim, quotes))
    return { supported: true, reason: null, certain: true, openQuote: false };
  if (!numbersProven(evidence.claim, quotes, besideOf(evidence))) return refused('number');
  if (openQuote) {
    const reason = seenUnread(evidence.claim, quotes);
    return reason === null ? { supported: true, reason, certain: false, openQuote } : refused(reason, false);
  }
  const features = { ...featuresOf(evidence, lexicon), english: language.startsWith('en') ? 1 : 0 };
  const rule = refusedByRule(features);
  if (rule !== null) return refused(rule, false);
  const vote = voteOf(trees, features);
  return vote < learnt.threshold
    ? refused('unsupported', false)
    : { supported: true, reason: null, certain: vote >= learnt.certain, openQuote };
}

/** Languages of the lexicon. */
const READ = new Set<string>(Object.keys(LANGUAGES));

export function besideOf({ about, date, committee }: Evidence): string {
  return `${about} ${date ?? ''} ${committee ?? ''}`;
}

const LEAST_WORDS = 4;

function saidWordForWord(claim: string, quotes: string): boolean {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const said = bare(claim);
  return said.split(' ').length >= LEAST_WORDS && quotes.split('\n').some((quote) => bare(quote) === said);
}
