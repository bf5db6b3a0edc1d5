// A claim and what it cites → what speaks for and against it, as numbers that a small learnt model weighs: what of it
// stands in the quote, what is new and where, what small words turn, what was exchanged in a copied sentence.

import type { Lexicon } from '../../../index/lexicon.ts';
import { numberProof } from '../number-proof.ts';
import { numbersOf } from '../numbers.ts';
import { type Aligned, align } from './align.ts';
import { differences } from './differences.ts';
import { isMarker, MARKER_NAMES, type Marker, oppositesIn } from './markers.ts';
import { polarity } from './polarity.ts';
import type { Features } from './words.ts';
import { type Word, wordsOf } from './words.ts';

export interface Evidence {
  claim: string;
  /** What is cited, in the order of the document. */
  quotes: string[];
  /** What stands beside the quote: the question that it answers, the title. */
  about: string;
  /** The reply's date, YYYY-MM-DD, and its committee, as far as they are known. */
  date: string | null;
  committee: string | null;
}

/** Below this a word counts as not supported. */
const SUPPORTED = 0.55;

export function featuresOf(evidence: Evidence, lexicon: Lexicon): Features {
  const claim = wordsOf(evidence.claim);
  const quote = wordsOf(evidence.quotes.join(' . '));
  const about = wordsOf(`${evidence.about} . ${evidence.committee ?? ''}`);
  const inQuote = align(claim, quote, lexicon);
  const inAbout = align(claim, about, lexicon);
  const isNew = claim.map(
    (word, i) => word.content && inQuote.support[i]! < SUPPORTED && inAbout.support[i]! < SUPPORTED,
  );
  const features: Features = {
    ...supportFeatures(claim, inQuote, inAbout, isNew),
    ...clauseFeatures(claim, isNew),
    ...coverageFeatures(claim, quote, lexicon),
    ...markerFeatures(claim, quote, isNew),
    ...differences(claim, quote, inQuote),
    ...polarity(claim, quote, inQuote),
    ...orderFeatures(claim, inQuote),
    ...numberFeatures(evidence, claim, quote, inQuote),
    ...nameFeatures(claim, inQuote, inAbout),
    opposites: oppositesIn(
      claim.map((word) => word.lower),
      quote.map((word) => word.lower),
    ),
    length: claim.length,
    quoteLength: quote.length,
    lengthRatio: claim.length / Math.max(1, quote.length),
  };
  return { ...features, alarms: alarmsOf(features) };
}

/** Signs each of which stands in few claims and mostly in false ones: together they say more than one by one. */
function alarmsOf(features: Features): number {
  const raised = (name: string) => (features[name]! > 0 ? 1 : 0);
  return ALARMS.reduce((sum, name) => sum + raised(name), 0);
}

const ALARMS = [
  'all:diff',
  'causeUnquoted',
  'promise:diff',
  'per:diff',
  'exclusion:diff',
  'ledByYes',
  'noLost',
  'opposites',
  'numberElsewhere',
  'newPlaces',
  'newActors',
  'unproven',
];

function supportFeatures(claim: Word[], inQuote: Aligned, inAbout: Aligned, isNew: boolean[]): Features {
  const content = claim.flatMap((word, i) => (word.content ? [i] : []));
  const n = Math.max(1, content.length);
  const onlyAbout = content.filter((i) => inQuote.support[i]! < SUPPORTED && inAbout.support[i]! >= SUPPORTED).length;
  const fresh = content.filter((i) => isNew[i]).length;
  let run = 0;
  let longest = 0;
  for (const i of content) {
    run = isNew[i] ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return {
    content: content.length,
    support: content.reduce((sum, i) => sum + inQuote.support[i]!, 0) / n,
    exact: content.filter((i) => inQuote.support[i] === 1).length / n,
    new: fresh,
    newShare: fresh / n,
    onlyAbout,
    onlyAboutShare: onlyAbout / n,
    longestNewRun: longest,
    newAtEnd: content.slice(-3).filter((i) => isNew[i]).length,
    newAtStart: content.slice(0, 2).filter((i) => isNew[i]).length,
    newNouns: content.filter((i) => isNew[i] && claim[i]!.capital).length,
    lastIsNew: content.length > 0 && isNew[content.at(-1)!] ? 1 : 0,
  };
}

function clauseFeatures(claim: Word[], isNew: boolean[]): Features {
  const clauses = new Map<number, { content: number; fresh: number }>();
  for (const [i, word] of claim.entries()) {
    if (!word.content) continue;
    const clause = clauses.get(word.clause) ?? { content: 0, fresh: 0 };
    clause.content++;
    if (isNew[i]) clause.fresh++;
    clauses.set(word.clause, clause);
  }
  const all = [...clauses.values()];
  const shares = all.filter(({ content }) => content > 1).map(({ content, fresh }) => fresh / content);
  const last = all.at(-1) ?? { content: 0, fresh: 0 };
  return {
    clauses: all.length,
    worstClause: Math.max(0, ...shares),
    lastClauseNew: last.fresh,
    lastClauseNewShare: all.length > 1 ? last.fresh / Math.max(1, last.content) : 0,
  };
}

/** How much of what is cited the claim takes up: of all of it, and of the sentence that it is nearest to. */
function coverageFeatures(claim: Word[], quote: Word[], lexicon: Lexicon): Features {
  const back = align(quote, claim, lexicon);
  const content = quote.flatMap((word, j) => (word.content ? [j] : []));
  const taken = content.filter((j) => back.support[j]! >= SUPPORTED).length;
  return { coverage: taken / Math.max(1, content.length), missing: content.length - taken };
}

function markerFeatures(claim: Word[], quote: Word[], isNew: boolean[]): Features {
  const features: Features = {};
  const count = (words: Word[], name: Marker) =>
    words.filter((word, i) => isMarker(name, word.lower) && !isOften(word, words[i + 1])).length;
  for (const name of MARKER_NAMES) {
    const [said, there] = [count(claim, name), count(quote, name)];
    features[`${name}:claim`] = Math.min(2, said);
    features[`${name}:quote`] = Math.min(2, there);
    features[`${name}:diff`] = Math.sign(said) - Math.sign(there);
  }
  features.polarity = Math.abs((count(claim, 'negation') % 2) - (count(quote, 'negation') % 2));
  const starts = claim[0]?.lower ?? '';
  features.startsNo = isMarker('nein', starts) ? 1 : 0;
  features.startsYes = isMarker('ja', starts) ? 1 : 0;
  features.yesAgainstNo = features.startsYes * Math.min(1, count(quote, 'negation'));
  const cause = claim.findIndex((word) => isMarker('cause', word.lower));
  const because = cause < 0 ? [] : isNew.slice(cause);
  features.newCause = because.filter(Boolean).length;
  features.causeUnquoted = cause >= 0 && !quote.some((word) => isMarker('cause', word.lower)) ? 1 : 0;
  const added = claim.findIndex(
    (word, i) => i > 2 && (isMarker('add', word.lower) || isMarker('contrast', word.lower)),
  );
  features.newAdded = added < 0 ? 0 : isNew.slice(added).filter(Boolean).length;
  return features;
}

/** "immer wieder", "immer noch" say nothing of always. */
function isOften(word: Word, next: Word | undefined): boolean {
  return word.lower === 'immer' && /^(?:wieder|noch|mehr|häufiger|öfter)$/u.test(next?.lower ?? '');
}

/** Words in another order than in the quote: "nach Beratung im Gemeinderat vom Schulbeirat beschlossen". */
function orderFeatures(claim: Word[], inQuote: Aligned): Features {
  const places = claim.flatMap((word, i) => (word.content && inQuote.support[i] === 1 ? [inQuote.at[i]!] : []));
  let turned = 0;
  let pairs = 0;
  for (const [i, a] of places.entries())
    for (const b of places.slice(i + 1)) {
      if (a === b) continue;
      pairs++;
      if (a > b) turned++;
    }
  return { turned: pairs === 0 ? 0 : turned / pairs, turnedPairs: turned };
}

function numberFeatures(evidence: Evidence, claim: Word[], quote: Word[], inQuote: Aligned): Features {
  const proof = numberProof(
    evidence.claim,
    evidence.quotes.join('\n'),
    `${evidence.about} ${evidence.date ?? ''} ${evidence.committee ?? ''}`,
  );
  const there = numbersOf(evidence.quotes.join('\n')).length;
  return {
    unproven: proof.unproven,
    numberFromContext: proof.fromContext,
    numberDerived: proof.derived,
    numbers: proof.all,
    numbersQuoted: Math.min(6, there),
    numberElsewhere: elsewhere(claim, quote, inQuote),
  };
}

/** Numbers whose next words belong to another number in the quote: "35 der VBK und 57 der AVG". */
function elsewhere(claim: Word[], quote: Word[], inQuote: Aligned): number {
  let moved = 0;
  for (const [i, word] of claim.entries()) {
    if (!word.number) continue;
    const own = quote.flatMap((other, j) => (other.lower === word.lower ? [j] : []));
    if (own.length !== 1) continue;
    const next = [1, 2, 3, 4].map((step) => i + step).filter((k) => claim[k]?.content && inQuote.at[k]! >= 0);
    const numbers = quote.flatMap((other, j) => (other.number ? [j] : []));
    for (const k of next) {
      const place = inQuote.at[k]!;
      const before = numbers.filter((j) => j < place).at(-1);
      if (before !== undefined && before !== own[0] && place - before < 6) moved++;
    }
  }
  return Math.min(3, moved);
}

/** Offices, bodies and places by how such words end; new ones are exchanged actors. */
function nameFeatures(claim: Word[], inQuote: Aligned, inAbout: Aligned): Features {
  const names = claim.flatMap((word, i) => (ACTOR.test(word.lower) ? [i] : []));
  const places = claim.flatMap((word, i) => (PLACE.test(word.lower) ? [i] : []));
  const weak = (i: number) => inQuote.support[i]! < 0.8;
  return {
    actors: names.length,
    newActors: names.filter((i) => weak(i) && inAbout.support[i]! < 0.8).length,
    actorsFromAbout: names.filter((i) => weak(i) && inAbout.support[i]! >= 0.8).length,
    newPlaces: places.filter((i) => weak(i) && inAbout.support[i]! < 0.8).length,
    placesFromAbout: places.filter((i) => weak(i) && inAbout.support[i]! >= 0.8).length,
  };
}

const ACTOR =
  /(?:amt|amts|amtes|verwaltung|behörde|betriebe?n?|präsidiums?|ministeriums?|rat|rats|rates|beirat|werke?n?|gesellschaft|gericht|leitung|verein|vereine|gmbh|land|landes|bund|bundes|landkreis|stadt|gemeinde|kirchengemeinde|schulen?|polizei|unternehmen|firma|fraktion|bahn|eigentümer|träger|anwohner|department|office|council|ministry|government|authority|police|company|state)$/u;
const PLACE =
  /(?:straße|strasse|platz|allee|weg|tor|park|brücke|ufer|stadtteil|halle|bad|station|promenade|ring|damm|gasse|innenstadt|stadtgebiet|kreis|tal|heim|bach|dorf|burg|street|square)$/u;
