// A model's claim → the places that prove it, or the reason why it is not shown. The model's word counts for nothing:
// a citation must resolve, the quote must be about the same thing, and every number must stand in it.
import type { Claim } from './claims.ts';
import { type ModelSource, type Place, placesOf } from './model-sources.ts';
import { numbersProven } from './numbers.ts';
import { addressesIn } from './plain-text.ts';

export type Proof =
  | { proven: true; places: Place[] }
  | {
      proven: false;
      reason: 'no-citation' | 'bad-citation' | 'other-subject' | 'own-voice' | 'negation' | 'number' | 'address';
    };

/** More markers behind one sentence than this prove nothing more. */
const MAX_PLACES = 3;

/**
 * @param shareTerms analysed content words of a text, to see whether quote and claim are about the same; null skips
 *   that check (claims in another language than the quotes)
 */
export function prove(claim: Claim, sources: ModelSource[], terms: ((text: string) => string[]) | null): Proof {
  if (claim.citations.length === 0) return { proven: false, reason: 'no-citation' };
  const places = distinct(claim.citations.flatMap((citation) => placesOf(citation, sources))).slice(0, MAX_PLACES);
  if (places.length === 0) return { proven: false, reason: 'bad-citation' };
  const quotes = places.map(({ document, span }) => document.text.slice(span.start, span.end)).join('\n');
  if (terms !== null && !sameSubject(terms(claim.text), terms(quotes)))
    return { proven: false, reason: 'other-subject' };
  if (!uncitedProven(claim.uncited, quotes, terms)) return { proven: false, reason: 'no-citation' };
  if (OWN_VOICE.test(claim.text) && !OWN_VOICE.test(quotes)) return { proven: false, reason: 'own-voice' };
  if (NEGATES.test(claim.text) && !MAY_NEGATE.test(quotes)) return { proven: false, reason: 'negation' };
  if (!numbersProven(claim.text, quotes)) return { proven: false, reason: 'number' };
  if (addressesIn(claim.text).some((address) => !quotes.includes(address.replace(/[.,;:!?)]+$/u, '')))) {
    return { proven: false, reason: 'address' };
  }
  return { proven: true, places };
}

/** Plain language changes many words, never all of them: two, or the only one there is, must be the quote's own. */
function sameSubject(claim: string[], quote: string[]): boolean {
  const wanted = new Set(claim);
  const there = new Set(quote);
  const shared = [...wanted].filter((term) => there.has(term)).length;
  return shared >= Math.min(2, wanted.size);
}

/** Beside its cited part a sentence may have a lead-in, no statement of its own. */
function uncitedProven(uncited: string, quotes: string, terms: ((text: string) => string[]) | null): boolean {
  if (terms === null) return uncited.split(' ').length <= MAX_LEAD_IN_WORDS;
  const known = new Set(terms(quotes));
  const own = new Set(terms(uncited));
  const fresh = [...own].filter((term) => !known.has(term)).length;
  return fresh <= 1 || fresh <= own.size / 2;
}

/** "According to the administration's answer,". */
const MAX_LEAD_IN_WORDS = 6;

/** Neither the model nor, through it, the city speaks for itself. */
const OWN_VOICE =
  /(?<!\p{L})(?:[Ii]ch|[Mm]ir|[Mm]ich|[Mm]eine?[mnrs]?|[Ww]ir|[Uu]ns|[Uu]nsere?[mnrs]?|I|[Mm]y|[Ww]e|[Oo]ur)(?!\p{L})/u;

/** A model must not turn a yes into a no. The other way round is not checked: a quote may also negate something else. */
const NEGATES = /(?<!\p{L})(?:nicht|kein\p{L}*|nie|niemals|keinesfalls|nein|not|no|never|none)(?!\p{L})|n't(?!\p{L})/iu;
const MAY_NEGATE =
  /(?<!\p{L})(?:nicht|nichts|kein\p{L}*|nie|niemals|nein|weder|ohne|statt|anstatt|kaum|erst|nur|lediglich|bisher|un\p{L}+|ab(?:ge)?l\p{L}+|ent(?:fall|fäll|fiel)\p{L}*|wegfall\p{L}*|verzicht\p{L}*|verbot\p{L}*|verb[io]et\p{L}*|untersag\p{L}*|ausge\p{L}+|gegen)(?!\p{L})|(?:fehl|mangel|los(?:e|en|er|es)?(?!\p{L})|nicht)/iu;

/** Each place once; one that lies inside of another goes. */
function distinct(places: Place[]): Place[] {
  const inside = (a: Place, b: Place) =>
    a.document.id === b.document.id && a.span.start >= b.span.start && a.span.end <= b.span.end;
  return places.filter(
    (place, i) => !places.some((other, j) => i !== j && inside(place, other) && (j < i || !inside(other, place))),
  );
}
