// A model's claim → the places that prove it, or the reason why it is not shown. The model's word counts for nothing: a
// citation must resolve, what stands beside it must be no statement, and the quote must say what the claim says.
import type { Lexicon } from '../../index/lexicon.ts';
import type { Claim } from './claims.ts';
import { align } from './entail/align.ts';
import type { Evidence } from './entail/features.ts';
import { judge, type Reason } from './entail/judge.ts';
import { wordsOf } from './entail/words.ts';
import { type ModelSource, type Place, placesOf } from './model-sources.ts';
import { addressesIn } from './plain-text.ts';

export type Proof =
  | { proven: false; reason: 'no-citation' | 'bad-citation' | 'own-voice' | 'address' | Reason }
  | Judged;

/** What the rules say of a claim that resolves; a witness may say otherwise where they are not certain. */
export interface Judged {
  proven: boolean;
  reason: Reason | null;
  places: Place[];
  evidence: Evidence;
  certain: boolean;
  /** The quote is shown beside the claim: the rules do not read its language. */
  openQuote: boolean;
}

/** More markers behind one sentence than this prove nothing more. */
const MAX_PLACES = 3;

/** @param language of the claims, BCP 47 */
export function prove(claim: Claim, sources: ModelSource[], language: string, lexicon: Lexicon): Proof {
  if (claim.citations.length === 0) return { proven: false, reason: 'no-citation' };
  const places = distinct(claim.citations.flatMap((citation) => placesOf(citation, sources))).slice(0, MAX_PLACES);
  const source = sources[claim.citations[0]!.searchResult];
  if (places.length === 0 || !source) return { proven: false, reason: 'bad-citation' };
  const quotes = places.map(({ document, span }) => document.text.slice(span.start, span.end));
  const all = quotes.join('\n');
  if (!leadsIn(claim.uncited, all, language, lexicon)) return { proven: false, reason: 'no-citation' };
  const ownVoice = OTHER_ROLE.test(claim.text) || (OWN_VOICE.test(claim.text) && !OWN_VOICE.test(all));
  if (ownVoice) return { proven: false, reason: 'own-voice' };
  if (addressesIn(claim.text).some((address) => !all.includes(address.replace(/[.,;:!?)]+$/u, '')))) {
    return { proven: false, reason: 'address' };
  }
  const { document } = places[0]!;
  const evidence: Evidence = {
    claim: claim.text,
    quotes,
    about: source.about,
    date: document.date,
    committee: document.committee,
  };
  const { supported, reason, certain, openQuote } = judge(evidence, language, lexicon);
  if (!supported && certain) return { proven: false, reason: reason ?? 'unsupported' };
  return { proven: supported, reason, places, evidence, certain, openQuote };
}

/** Beside its cited part a sentence may have a lead-in, no statement of its own. */
function leadsIn(uncited: string, quotes: string, language: string, lexicon: Lexicon): boolean {
  if (!/^(?:de|en)/u.test(language)) return uncited.split(' ').length <= MAX_LEAD_IN_WORDS;
  const said = wordsOf(uncited);
  const { support } = align(said, wordsOf(quotes), lexicon);
  const own = said.flatMap((word, i) => (word.content || word.number ? [support[i]!] : []));
  const fresh = own.filter((value) => value < SUPPORTED).length;
  return fresh <= 1 || fresh <= own.length / 2;
}

/** "According to the administration's answer,". */
const MAX_LEAD_IN_WORDS = 6;
const SUPPORTED = 0.55;

/** Neither the model nor, through it, the city speaks for itself. */
const OWN_VOICE =
  /(?<!\p{L})(?:[Ii]ch|[Mm]ir|[Mm]ich|[Mm]eine?[mnrs]?|[Ww]ir|[Uu]ns|[Uu]nsere?[mnrs]?|I|[Mm]y|[Ww]e|[Oo]ur|[Hh]iermit|hereby)(?!\p{L})/u;

/** A conversation that the model writes on with. */
const OTHER_ROLE = /^[^\p{L}]*(?:Human|User|System|Mensch|Nutzer(?:in)?)\s*:/iu;

/** Each place once; one that lies inside of another goes. */
function distinct(places: Place[]): Place[] {
  const inside = (a: Place, b: Place) =>
    a.document.id === b.document.id && a.span.start >= b.span.start && a.span.end <= b.span.end;
  return places.filter(
    (place, i) => !places.some((other, j) => i !== j && inside(place, other) && (j < i || !inside(other, place))),
  );
}
