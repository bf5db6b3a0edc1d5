// A document → what is written of it into the index: its row, its passages' rows, its brief, and the stored terms from
// which the lists of its terms are made.
import { referenceKeys } from '../../corpus/german/references.ts';
import { agendaItemKey } from '../../corpus/german/units.ts';
import type { NameTable } from '../../corpus/names.ts';
import { passagesOf } from '../../corpus/passages.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { type DocumentRow, entitiesOf, type PassageRow } from './index-tables.ts';
import { answeredWith, questionsOf, wholeTerms } from './learn.ts';
import { storeBrief } from './stored-briefs.ts';
import { storeDocument } from './stored-documents.ts';
import { eachTerm, type FieldTerms, type Lengths, storeTerms } from './stored-terms.ts';
import { storeVector } from './stored-vectors.ts';
import type { TermVectors } from './term-vectors.ts';
import { termsOf } from './terms.ts';
import { signsOf } from './traits.ts';

/** Words that help to find a document and are never shown: of a pair by its index, and of the document as a whole. */
export interface Enrichment {
  pairs: ReadonlyMap<number, string>;
  document: string;
}

/** What all documents of an index share. */
export interface Surroundings {
  /** Whether compounds are split at this word (lower case); the same function for all documents. */
  known(word: string): boolean;
  vectors: TermVectors | null;
  names: NameTable;
  enrichmentOf?: ((document: ReplyDocument) => Enrichment) | undefined;
  /** The number of a term, which it gets when it is first asked for. */
  numberOf(term: string): number;
  /** The same for names of committees, departments and who asked. */
  numberOfName(name: string): number;
}

export interface DocumentRows {
  document: DocumentRow;
  passages: PassageRow[];
  /** Stored terms of each passage. */
  terms: string[];
  /** Stored terms of its inquiry; empty when that is not known. */
  inquiry: string;
}

/** @param fingerprint of what it is written from @param n number of the document @param first number of its first passage */
export function documentRows(
  document: ReplyDocument,
  fingerprint: string,
  n: number,
  first: number,
  around: Surroundings,
): DocumentRows {
  const analysed = (text: string) => analysedTerms(text, around.known);
  const stored = (fields: FieldTerms) => storeTerms(fields, around.numberOf);
  const inquiry = document.inquiry ? stored({ ...NO_TERMS, answer: analysed(document.inquiry.text) }) : '';
  const title = titleTerms(document, analysed);
  const enrichment = around.enrichmentOf?.(document);
  const passages = passagesOf(document);
  const all = passages.map((passage, i) => {
    const text = document.text.slice(passage.start, passage.end);
    const asked = questionsOf(document, passage.pair);
    const question = analysed(asked);
    const answer = analysed(text);
    const helping = enrichment ? analysed(enrichmentText(enrichment, document, passage.pair)) : [];
    const terms = stored({ title, question, answer, enrichment: helping });
    const direction = around.vectors?.ofPassage(wholeTerms([title, question, answer].flat()));
    const row = { n: first + i, doc: n, passage, text, vector: direction ? storeVector(direction) : '' };
    const kind = document.pairs[passage.pair]?.kind ?? 'answered';
    return { row, terms, brief: { pair: passage.pair, kind, signs: signsOf(text, asked), ...lengthsOf(terms) } };
  });
  const { committee, department, askedBy } = entitiesOf(document, around.names);
  const one = ({ shown: [name] }: { shown: string[] }) => (name === undefined ? null : around.numberOfName(name));
  const brief = storeBrief({
    date: document.date,
    committee: one(committee),
    department: one(department),
    askedBy: askedBy.shown.map(around.numberOfName),
    titleLength: new Set(title.filter((term) => !term.startsWith('+'))).size,
    inquiryLength: inquiry === '' ? 0 : lengthsOf(inquiry).answer,
    first,
    passages: all.map(({ brief }) => brief),
  });
  return {
    document: { n, document, columns: storeDocument(document, passages), fingerprint, brief, names: around.names },
    passages: all.map(({ row }) => row),
    terms: all.map(({ terms }) => terms),
    inquiry,
  };
}

const NO_TERMS: FieldTerms = { answer: [], question: [], title: [], enrichment: [] };

const lengthsOf = (stored: string): Lengths => eachTerm(stored, () => {});

function enrichmentText({ pairs, document: whole }: Enrichment, document: ReplyDocument, pair: number): string {
  return [...answeredWith(document, pair).flatMap((i) => pairs.get(i) ?? []), whole].join('\n');
}

function analysedTerms(text: string, known: (word: string) => boolean): string[] {
  return termsOf(text, known).flatMap(({ term, parts }) => [term, ...parts.map((part) => `+${part}`)]);
}

/** Besides the title's words: year and date, for a question names the year that it means, all references, and its agenda item. */
function titleTerms(document: ReplyDocument, analysed: (text: string) => string[]): string[] {
  const { title, date, reference, aliases } = document;
  const [year = '', month, day] = date?.split('-') ?? [];
  const dates = date === null ? [] : [year, `${day}.${month}.${year}`];
  const references = [reference, ...aliases.map((alias) => alias.reference)].flatMap((r) =>
    r ? referenceKeys(r) : [],
  );
  const item = document.agendaItem === null ? [] : [agendaItemKey(document.agendaItem)];
  return [...analysed(title), ...dates, ...new Set(references), ...item].filter(Boolean);
}
