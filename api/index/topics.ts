// Papers → topics, for /themen: nouns that titles bring up again and again and that their papers then speak of. Each is
// joined by the nouns whose papers speak of it, too. Learnt from the corpus alone: there is no list of topics. Which
// there are is learnt once for all builds that follow; which papers they have is seen anew in each.
import type { ReplyDocument } from '../../corpus/types.ts';
import { termsOf } from './terms.ts';

export interface Topic {
  /** The noun as titles write it most often. */
  name: string;
  /** Further nouns of the same matter, most frequent first. */
  also: string[];
  papers: number;
  /** Ids of its newest papers, newest first: more than are shown, for papers may be hidden later. */
  newest: string[];
}

/** What is learnt of a topic. */
export interface LearntTopic extends Pick<Topic, 'name' | 'also'> {
  /** Analysed nouns: a paper with one of them in its title, also as a part of a compound, is of this topic. */
  terms: string[];
}

type Paper = Pick<ReplyDocument, 'id' | 'date' | 'title' | 'text' | 'committee' | 'askedBy'>;

const MOST_TOPICS = 24;
const MOST_ALSO = 3;
const NEWEST_KEPT = 12;
const FEWEST_PAPERS = 3;
const FEWEST_SHARE = 0.003;
/** A noun of more papers is the city itself or the council's own business; of a small corpus little is known. */
const COMMON_SHARE = 0.45;
/** "Sachstand" or "Situation" stands in a title, and its paper speaks of something else. */
const SPOKEN_OF = 3;
const SPOKEN_SHARE = 0.55;
/** Of the papers that have it in their text, so many are about it. */
const TITLE_SHARE = 0.06;
const NOUN_SHARE = 0.9;
/** "Kosten der …", "Umsetzung des …": what follows is the topic. */
const LEADS_TO = /^\s+(?:der|des|von|vom|zum|zur|eines|einer)\s/;
const LEADING_SHARE = 0.34;
/** Who asks and where it was answered are filters of their own: no topic is the district of its own council. */
const NAMED_SHARE = 0.34;
/** So many of a noun's papers speak of the topic, too: then it is no topic of its own. */
const JOINED_SHARE = 0.5;
/** Long papers say at their beginning what they are about. */
const READ_CHARACTERS = 6_000;

interface Noun {
  term: string;
  spellings: Map<string, number>;
  /** By number: papers with it in the title; also those that have it there in a compound. */
  own: Set<number>;
  papers: Set<number>;
  spoken: number;
  leading: number;
  /** Papers whose committee or asker has the name. */
  named: number;
}

/** @param known words that compounds are split into; the same function as for the index */
export function topicLearner(known: (word: string) => boolean) {
  const nouns = new Map<string, Noun>();
  /** Term → papers that speak of it. */
  const texts = new Map<string, Set<number>>();
  let papers = 0;
  const nounOf = (term: string) =>
    at(nouns, term, () => ({
      ...{ term, spellings: new Map(), own: new Set(), papers: new Set(), spoken: 0, leading: 0, named: 0 },
    }));
  return {
    add({ title, text, committee, askedBy }: Paper): void {
      const paper = papers++;
      const counts = new Map<string, number>();
      for (const { term, parts } of termsOf(text.slice(0, READ_CHARACTERS), known)) {
        for (const one of new Set([term, ...parts])) counts.set(one, (counts.get(one) ?? 0) + 1);
      }
      for (const term of counts.keys()) at(texts, term, () => new Set()).add(paper);
      const names = new Set(termsOf([committee ?? '', ...askedBy].join('\n'), known).map(({ term }) => term));
      for (const { term, parts, start, end } of termsOf(title, known)) {
        const isPart = title[start - 1] === '-' || title[end] === '-';
        for (const part of parts) nounOf(part).papers.add(paper);
        const noun = nounOf(term);
        noun.papers.add(paper);
        const written = title.slice(start, end);
        if (isPart || noun.own.has(paper) || !/^\p{Lu}\p{L}+$/u.test(written)) continue;
        noun.own.add(paper);
        noun.spellings.set(written, (noun.spellings.get(written) ?? 0) + 1);
        if ((counts.get(term) ?? 0) >= SPOKEN_OF) noun.spoken++;
        if (names.has(term)) noun.named++;
        if (LEADS_TO.test(title.slice(end))) noun.leading++;
      }
    },
    /** @param nounShare how often a term is written with a capital, 0 to 1 */
    topics(nounShare: (term: string) => number): LearntTopic[] {
      const fewest = Math.max(FEWEST_PAPERS, FEWEST_SHARE * papers);
      const candidates = [...nouns.values()]
        .filter(({ term, own, spoken, leading, named }) => {
          const speaking = texts.get(term)?.size ?? 0;
          return (
            own.size >= fewest &&
            spoken >= SPOKEN_SHARE * own.size &&
            leading <= LEADING_SHARE * own.size &&
            speaking <= Math.max(2 * fewest, COMMON_SHARE * papers) &&
            own.size >= TITLE_SHARE * speaking &&
            nounShare(term) >= NOUN_SHARE &&
            named <= NAMED_SHARE * own.size
          );
        })
        .sort((a, b) => b.papers.size - a.papers.size || a.term.localeCompare(b.term, 'de'));
      return joined(candidates, texts).map(learntTopic);
    },
  };
}

/** Largest first: a noun joins the first topic that its papers speak of. */
function joined(candidates: Noun[], texts: Map<string, Set<number>>): Noun[][] {
  const groups: Noun[][] = [];
  for (const noun of candidates) {
    const speaksOf = ([head]: Noun[]) => shared(noun.papers, texts.get(head!.term)!) >= JOINED_SHARE * noun.papers.size;
    const group = groups.find(speaksOf);
    if (group) group.push(noun);
    else groups.push([noun]);
  }
  return groups;
}

function learntTopic(group: Noun[]): LearntTopic {
  const [name = '', ...also] = group.map(({ spellings }) => mostFrequent(spellings));
  return { name, also: also.slice(0, MOST_ALSO), terms: group.map(({ term }) => term) };
}

/**
 * The learnt topics with the papers that there are, those with most papers.
 * @param known as it was when they were learnt
 */
export function topicsOf(
  learnt: readonly LearntTopic[],
  papers: Iterable<Pick<Paper, 'id' | 'date' | 'title'>>,
  known: (word: string) => boolean,
): Topic[] {
  const byTerm = Map.groupBy(
    learnt.flatMap((topic) => topic.terms.map((term) => ({ term, topic }))),
    ({ term }) => term,
  );
  const found = new Map(learnt.map((topic) => [topic, new Map<string, string>()]));
  for (const { id, date, title } of papers) {
    for (const { term, parts } of termsOf(title, known)) {
      for (const one of [term, ...parts]) {
        for (const { topic } of byTerm.get(one) ?? []) found.get(topic)!.set(id, date ?? '');
      }
    }
  }
  return learnt
    .map(({ name, also }, i) => ({ name, also, own: [...found.get(learnt[i]!)!] }))
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => b.own.length - a.own.length)
    .slice(0, MOST_TOPICS)
    .map(({ name, also, own }) => ({
      ...{ name, also, papers: own.length },
      newest: own
        .sort(([a, date], [b, other]) => other.localeCompare(date) || a.localeCompare(b))
        .slice(0, NEWEST_KEPT)
        .map(([id]) => id),
    }));
}

const mostFrequent = (spellings: Map<string, number>): string =>
  [...spellings].sort(([a, n], [b, m]) => m - n || a.localeCompare(b, 'de'))[0]![0];

function shared(some: Set<number>, others: Set<number>): number {
  let count = 0;
  for (const one of some) if (others.has(one)) count++;
  return count;
}

function at<T>(map: Map<string, T>, key: string, make: () => T): T {
  const there = map.get(key) ?? make();
  map.set(key, there);
  return there;
}
