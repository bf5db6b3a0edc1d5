// For each weight of ranking a case that needs it: the right order as the weights are, another one at the value where
// the weight says nothing. All texts are invented.

import { describe, expect, test } from 'vitest';
import { compileLexicon, openLexicon } from '../../../api/index/lexicon.ts';
import { type FieldTerms, storeTerms } from '../../../api/index/stored-terms.ts';
import { storeVector } from '../../../api/index/stored-vectors.ts';
import { termsOf } from '../../../api/index/terms.ts';
import { conceptsOf } from '../../../api/search/query.ts';
import { WEIGHTS, type Weights } from '../../../api/search/weights.ts';
import { referenceKeys } from '../../../corpus/german/references.ts';
import { rank } from './ranked.ts';

interface Text {
  title?: string;
  question?: string;
  answer: string;
  enrichment?: string;
  /** Of its paper, as the index holds it among the title's terms. */
  reference?: string;
  /** Passages with the same name are of one document. */
  of?: string;
  /** Whether its other words point to where the question's do. */
  isNear?: boolean;
}

interface Case {
  /** Where the weight says nothing; each has to break the order. */
  neutral: number;
  because: string;
  asked: string;
  history?: string[];
  rewrite?: string;
  right: Text;
  /** Before the right one in the corpus, so that equal scores are wrong, too. */
  wrong: Text;
  others?: Text[];
  /** Words that more passages have than the three that any has. */
  frequent?: Record<string, number>;
}

const CASES: Record<keyof Weights, Case[]> = {
  k1: [
    {
      neutral: 0,
      because: 'a text that comes back to the word is about it',
      asked: 'Biber',
      right: { answer: 'Biber am Ufer, Biber im Wald, Biber im Garten' },
      wrong: { answer: 'Biber am Ufer, Marder im Wald, Igel im Garten' },
    },
  ],
  b: [
    {
      neutral: 0,
      because: 'a word in a short answer says more than in a long one',
      asked: 'Biber',
      right: { answer: 'Biber stehen unter Schutz' },
      wrong: { answer: `Biber stehen unter Schutz ${'wie manches andere Tier '.repeat(8)}` },
    },
  ],
  delta: [
    {
      neutral: 0,
      because: 'a long answer to the whole question wins over a short one that repeats half of it',
      asked: 'Biber Damm',
      right: { answer: `Biber bauen einen Damm ${'Wasser Ufer Wiese Wald '.repeat(9)}` },
      wrong: { answer: 'Biber, Biber, Biber' },
    },
  ],
  question: [
    {
      neutral: 0,
      because: "what the council asked belongs to the answer, which need not repeat its question's words",
      asked: 'Biber',
      right: { question: 'Leben Biber hier?', answer: 'Die Biber leben dort' },
      wrong: { answer: 'Die Biber leben dort' },
    },
  ],
  title: [
    {
      neutral: 0,
      because: "the paper's subject stands in its title alone",
      asked: 'Biber',
      right: { title: 'Biber', answer: 'Dazu liegen keine Zahlen vor' },
      wrong: { answer: 'Auch ein Biber liegt vor' },
    },
    {
      neutral: 1,
      because: 'a paper about it wins over one that mentions it',
      asked: 'Biber',
      right: { title: 'Biber', answer: 'Dazu liegen keine Zahlen vor' },
      wrong: { answer: 'Dazu liegen keine Biber vor' },
    },
  ],
  enrichment: [
    {
      neutral: 0,
      because: 'everyday words that were added make an answer found',
      asked: 'Biber Nager',
      right: { answer: 'Biber stehen unter Schutz', enrichment: 'Nager' },
      wrong: { answer: 'Biber stehen unter Schutz' },
    },
    {
      neutral: 1,
      because: "what the administration wrote counts more than a model's words",
      asked: 'Nager',
      right: { answer: 'Nager stehen unter Schutz' },
      wrong: { answer: 'Biber stehen unter Schutz', enrichment: 'Nager' },
    },
  ],
  part: [
    {
      neutral: 0,
      because: 'a compound is about its parts, too',
      asked: 'Park',
      right: { answer: 'Der Stadtpark wird größer' },
      wrong: { answer: 'Das Museum wird größer' },
    },
    {
      neutral: 1,
      because: 'the word itself wins over a compound with it',
      asked: 'Park',
      right: { answer: 'Der Park wird größer' },
      wrong: { answer: 'Der Stadtpark wird größer' },
    },
  ],
  saturation: [
    {
      neutral: 1,
      because: 'two words of the question win over the rarest one alone',
      asked: 'Xenotop Biber Damm',
      frequent: { xenotop: 1, biber: 40, damm: 40 },
      right: { answer: 'Biber bauen einen Damm' },
      wrong: { answer: 'Marder bauen ein Xenotop' },
    },
  ],
  document: [
    {
      neutral: 0,
      because: "what the paper's other answers are about decides between equal ones",
      asked: 'Biber Damm',
      right: { of: 'paper', answer: 'Biber stehen unter Schutz' },
      wrong: { answer: 'Biber stehen unter Schutz' },
      others: [{ of: 'paper', answer: 'Ein Damm steht im Bach' }],
    },
  ],
  nearness: [
    {
      neutral: 0,
      because: 'what is near to the question decides between the same words',
      asked: 'Biber',
      right: { answer: 'Biber stehen unter Schutz', isNear: true },
      wrong: { answer: 'Biber stehen unter Schutz' },
    },
  ],
  phrase: [
    {
      neutral: 1,
      because: 'words that stand for another together say more than one that does alone',
      asked: 'Krippe',
      right: { answer: 'Die Einrichtung betreut Kinder' },
      wrong: { answer: 'Der Hort betreut Jugendliche' },
    },
  ],
  history: [
    {
      neutral: 0,
      because: 'a question that follows means what was asked before',
      asked: 'Und im Winter?',
      history: ['Wo leben Biber?'],
      right: { answer: 'Im Winter leben Biber hier' },
      wrong: { answer: 'Im Winter leben Marder hier' },
    },
    {
      neutral: 1,
      because: 'what is asked now wins over what was asked before',
      asked: 'Wo leben Marder?',
      history: ['Wo leben Biber?'],
      right: { answer: 'Marder leben am Waldrand' },
      wrong: { answer: 'Biber leben am Waldrand' },
    },
  ],
  rewrite: [
    {
      neutral: 0,
      because: 'the official word that a model knows finds the answer',
      asked: 'Darf Nachbars Hund bellen?',
      rewrite: 'Lärmschutz',
      right: { answer: 'Der Hund fällt unter Lärmschutz' },
      wrong: { answer: 'Der Hund fällt unter Artenschutz' },
    },
    {
      neutral: 1,
      because: "the visitor's own word wins over a model's",
      asked: 'Marder',
      rewrite: 'Raubtiere',
      right: { answer: 'Marder stehen unter Schutz' },
      wrong: { answer: 'Raubtiere stehen unter Schutz' },
    },
  ],
  expansion: [
    {
      neutral: 0,
      because: 'the official word for an everyday one finds the answer',
      asked: 'Krippe',
      right: { answer: 'Der Hort betreut Jugendliche' },
      wrong: { answer: 'Der Verein betreut Jugendliche' },
    },
    {
      neutral: 1,
      because: 'the word that was asked wins over another that stands for it',
      asked: 'Krippe',
      right: { answer: 'Eine Krippe betreut Jugendliche' },
      wrong: { answer: 'Ein Hort betreut Jugendliche' },
    },
  ],
  apart: [
    {
      neutral: 0,
      because: 'both words of a compound apart win over one of them',
      asked: 'Stadtpark',
      right: { answer: 'Der Park liegt im Norden der Stadt' },
      wrong: { answer: 'Der Park liegt im Norden am Museum' },
    },
    {
      neutral: 1,
      because: 'the compound itself wins over its words apart',
      asked: 'Stadtpark',
      right: { answer: 'Der Stadtpark liegt im Norden am Fluss' },
      wrong: { answer: 'Der Park liegt im Norden der Stadt' },
    },
  ],
  reference: [
    {
      neutral: 1,
      because: 'the paper with this number wins over one that keeps mentioning it',
      asked: '2021/0815',
      right: { reference: '2021/0815', answer: 'Dazu liegen keine Zahlen vor' },
      wrong: { answer: '2021/0815, 2021/0815, 2021/0815, 2021/0815, 2021/0815' },
    },
  ],
  bareNumber: [
    {
      neutral: 0,
      because: 'the sign of a paragraph may have been lost in reading',
      asked: '§ 34',
      right: { answer: 'Nach 34 BauGB' },
      wrong: { answer: 'Nach 35 BauGB' },
    },
    {
      neutral: 1,
      because: 'the paragraph wins over a number that is the same',
      asked: '§ 34',
      right: { answer: 'Nach § 34 BauGB' },
      wrong: { answer: 'Linie 34, Linie 34 nach Norden' },
    },
  ],
};

const WORDS = new Set(['stadt', 'park', 'plan']);
const known = (word: string) => WORDS.has(word);
const lexicon = openLexicon(compileLexicon('krippe => einrichtung kinder, hort'));
const [HERE, THERE] = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
const PASSAGES = 1_000;

/** Whether the right one comes before the wrong one. */
function isRight({ asked, history = [], rewrite, right, wrong, others = [], frequent = {} }: Case, weights: Weights) {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => numbers.get(term) ?? numbers.set(term, numbers.size).size - 1;
  const analysed = (text = '') =>
    termsOf(text, known).flatMap(({ term, parts }) => [term, ...parts.map((part) => `+${part}`)]);
  const documents: string[] = [];
  const texts = [wrong, right, ...others];
  const lengths: number[] = [];
  const passages = texts.map(({ of, reference, isNear, title, question, answer, enrichment }, n) => {
    const name = of ?? `paper of ${n}`;
    if (!documents.includes(name)) documents.push(name);
    const fields: FieldTerms = {
      answer: analysed(answer),
      question: analysed(question),
      title: [...analysed(title), ...(reference ? referenceKeys(reference) : [])],
      enrichment: analysed(enrichment),
    };
    lengths.push(fields.answer.length + fields.question.length);
    const vector = storeVector(isNear ? HERE : THERE);
    return { n, doc: documents.indexOf(name), terms: storeTerms(fields, numberOf), vector };
  });
  const request = { query: asked, history, rewrite: rewrite ? { standalone: rewrite, terms: [] } : null };
  const collection = {
    passages: PASSAGES,
    averageLength: lengths.reduce((all, length) => all + length, 0) / lengths.length,
    averageInquiryLength: 1,
    df: (term: string) => frequent[term] ?? 3,
    id: (term: string) => numbers.get(term) ?? null,
    nounShare: () => 0,
    vector: () => HERE,
  };
  const concepts = conceptsOf(request, { known, lexicon }, weights);
  const order = rank(passages, new Map(), concepts, collection, weights).map(({ passage }) => passage.n);
  return order.indexOf(1) < order.indexOf(0);
}

describe.each(Object.entries(CASES))('the weight %s', (name, cases) => {
  test.each(cases)('as it is: $because', (needed) => {
    expect(isRight(needed, WEIGHTS), `${needed.because}: the right one should come first`).toBe(true);
  });

  test.each(cases)('at $neutral it is not so that $because', (needed) => {
    const without = { ...WEIGHTS, [name]: needed.neutral };
    expect(isRight(needed, without), `this case should need ${name}, and passes with ${needed.neutral}`).toBe(false);
  });
});

test('nothing changes a weight while the service runs', () => {
  expect(Object.isFrozen(WEIGHTS)).toBe(true);
});
