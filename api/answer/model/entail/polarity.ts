// Whether a claim's clauses say yes where what they cite says no, or the other way round: each clause is compared with
// the clauses of the quote that its words stand in.
import type { Aligned } from './align.ts';
import { isMarker } from './markers.ts';
import type { Features, Word } from './words.ts';

/** Verbs and adjectives that say no without a "nicht". */
const SAYS_NO =
  /^(?:verw[oe]rf|abgelehn|ablehn|lehn|verzicht|entf[aiä]ll|unterb[li]|verbot|verbiet|untersag|fehl|mangel|scheid|scheiter|ausgeschlossen|schließ|gegen$|kaum$|wegf|eingestellt|widers|freiwillig|un(?:möglich|zulässig|begründet|bedenklich|verändert|nötig|bekannt|klar)|abwe?ich|reject|refus|lack|fail|drop|abandon|unchanged|unnecessary|voluntary|abzuwarten|ausste|offen$)/u;

export function polarity(claim: Word[], quote: Word[], inQuote: Aligned): Features {
  const leads = claim[0] && (isMarker('nein', claim[0].lower) || isMarker('ja', claim[0].lower)) ? 1 : 0;
  const body = claim.slice(leads);
  const clauses = new Map<number, number[]>();
  for (const [i, word] of claim.entries())
    if (i >= leads) clauses.set(word.clause, [...(clauses.get(word.clause) ?? []), i]);
  let lost = 0;
  let turned = 0;
  for (const places of clauses.values()) {
    const hit = places.filter((i) => claim[i]!.content && inQuote.support[i]! >= 0.55).map((i) => inQuote.at[i]!);
    if (hit.length < 2) continue;
    const there = quote.filter((word) => hit.filter((j) => quote[j]!.clause === word.clause).length * 3 >= hit.length);
    const says = places.some((i) => no(claim[i]!));
    if (says && !there.some(saysNo)) turned++;
    if (!places.some((i) => saysNo(claim[i]!)) && there.some(no)) lost++;
  }
  const bodySays = body.some(no);
  return {
    clauseTurned: turned,
    clauseLost: lost,
    noUnquoted: bodySays && !quote.some(saysNo) ? 1 : 0,
    noLost: !body.some(saysNo) && quote.some(no) ? 1 : 0,
    ledByNo: leads && isMarker('nein', claim[0]!.lower) && !bodySays && !quote.some(saysNo) ? 1 : 0,
    ledByYes: leads && isMarker('ja', claim[0]!.lower) && quote.some(no) ? 1 : 0,
  };
}

function no(word: Word): boolean {
  return isMarker('negation', word.lower);
}

/** Also without a "nicht". */
export function saysNo(word: Word): boolean {
  return no(word) || SAYS_NO.test(word.lower) || /(?:los|losen?|frei|freie[nrs]?)$/u.test(word.lower);
}
