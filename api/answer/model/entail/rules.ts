// What is seen of a claim → why it is refused whatever the trees say, or null. Each rule stopped at least five false claims
// of 400 and at most two true ones; the witness may know better.
import type { Features } from './words.ts';

export type RuleReason = 'other-subject' | 'negation' | 'scope' | 'modality' | 'number' | 'cause' | 'direction';

export function refusedByRule(seen: Features): RuleReason | null {
  const of = (name: string) => seen[name] ?? 0;
  const saysNo = of('negation:claim') > 0;
  // A translation finds fewer of its words.
  const [least, share] = of('english') === 1 ? [4, 0.85] : [3, 0.7];
  if (of('new') >= least && of('newShare') > share) return 'other-subject';
  if (of('content') > 1 && of('new') === of('content')) return 'other-subject';
  // The quote's own words without its "nicht".
  if (of('noLost') > 0 && of('clauseLost') > 0 && (of('exact') >= 0.7 || of('new') === 0)) return 'negation';
  if (of('all:diff') > 0 && !saysNo) return 'scope';
  if (of('promise:diff') > 0 && !saysNo) return 'modality';
  // "pro Jahr" beside a number that the quote has without it.
  if (of('per:diff') > 0 && of('numbers') > 0) return 'number';
  if (of('causeUnquoted') > 0 && of('newCause') > 1) return 'cause';
  return of('opposites') > 0 && !saysNo ? 'direction' : null;
}
