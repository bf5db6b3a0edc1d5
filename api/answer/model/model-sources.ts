// Hits of the search → `search_result` blocks for the model, one text block a sentence, and the way back from a
// model's citation to a span of the document. Only the administration's sentences can be cited, never a question.

import { germanDay } from '../../../corpus/german/day.ts';
import { sentencesOf } from '../../../corpus/german/sentences.ts';
import { isPointedAt } from '../../../corpus/parse/kind.ts';
import { isUnquotable } from '../../../corpus/parse/unquotable.ts';
import type { ReplyDocument, Span } from '../../../corpus/types.ts';
import type { Hit } from '../../search/types.ts';
import { documentUrl } from '../source.ts';
import type { ModelCitation, SearchResultBlockParam } from './claude.ts';

export interface ModelSource {
  document: ReplyDocument;
  /** The sentence of each text block. */
  sentences: Span[];
  block: SearchResultBlockParam;
  /** What was asked, and under which title. */
  about: string;
}

/** A quoted place of a document. */
export interface Place {
  document: ReplyDocument;
  span: Span;
}

/** About 8,000 tokens in all. */
const MAX_CHARS = 24_000;
const MAX_CHARS_A_PAIR = 6_000;
/** A citation of more says only "somewhere in here". */
const MAX_BLOCKS_A_CITATION = 6;

/**
 * @param hits best first; sources that no longer fit are left out, at least the first goes in
 */
export function modelSources(hits: { hit: Hit; document: ReplyDocument }[], origin: string): ModelSource[] {
  const sources: ModelSource[] = [];
  let chars = 0;
  for (const { hit, document } of hits) {
    const sentences = aroundPassage(document, hit).filter(
      (s) => document.text.slice(s.start, s.end).trim() !== '' && !isUnquotable(document, s),
    );
    const size = sentences.reduce((sum, s) => sum + s.end - s.start, 0);
    if (sentences.length === 0 || (sources.length > 0 && chars + size > MAX_CHARS)) continue;
    chars += size;
    const about = [hit.pair.questionText, document.title].filter((part) => part !== null).join(' . ');
    sources.push({ document, sentences, about, block: blockOf(document, hit, sentences, origin) });
  }
  return sources;
}

/**
 * The places that a citation names, or none: indexes out of range, a text that does not stand there, too wide.
 * Sentences that follow each other make one place.
 */
export function placesOf(citation: ModelCitation, sources: ModelSource[]): Place[] {
  const source = sources[citation.searchResult];
  const { startBlock, endBlock } = citation;
  if (!source || !Number.isInteger(startBlock) || !Number.isInteger(endBlock)) return [];
  if (startBlock < 0 || endBlock <= startBlock || endBlock > source.sentences.length) return [];
  if (endBlock - startBlock > MAX_BLOCKS_A_CITATION) return [];
  const { document } = source;
  const spans = source.sentences.slice(startBlock, endBlock);
  const said = squeezed(spans.map((s) => document.text.slice(s.start, s.end)).join(''));
  const claimed = squeezed(citation.citedText);
  if (claimed === '' || !said.includes(claimed)) return [];
  return joined(spans, document.text).map((span) => ({ document, span }));
}

/** The pair's answer with that of the pair it points to; of a very long one, what surrounds the passage. */
function aroundPassage(document: ReplyDocument, hit: Hit): Span[] {
  const pointed = document.pairs.find((pair) => isPointedAt(pair, hit.pair.see));
  const sentences = sentencesOf(document.text, hit.pair.answer);
  const seen = pointed ? sentencesOf(document.text, pointed.answer) : [];
  const center = (hit.passage.start + hit.passage.end) / 2;
  return [...nearest(sentences, center), ...nearest(seen, pointed?.answer.start ?? 0)];
}

function nearest(sentences: Span[], center: number): Span[] {
  const distance = (s: Span) => Math.abs((s.start + s.end) / 2 - center);
  let chars = 0;
  return [...sentences]
    .sort((a, b) => distance(a) - distance(b))
    .filter((s) => {
      chars += s.end - s.start;
      return chars <= MAX_CHARS_A_PAIR;
    })
    .sort((a, b) => a.start - b.start);
}

function blockOf(document: ReplyDocument, hit: Hit, sentences: Span[], origin: string): SearchResultBlockParam {
  const about = [
    document.title,
    document.date === null ? null : `Antwort vom ${germanDay(document.date)}`,
    document.committee,
    hit.pair.questionText === null ? null : `Gefragt war: ${hit.pair.questionText.slice(0, 500)}`,
  ];
  return {
    type: 'search_result',
    source: documentUrl(origin, document.id, hit.passage),
    title: wellFormed(about.filter((part) => part !== null).join(' · ')),
    content: sentences.map((s) => ({ type: 'text', text: wellFormed(document.text.slice(s.start, s.end)) })),
    citations: { enabled: true },
  };
}

/** Half a surrogate pair is no valid JSON for every server. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** What is compared: the service may join blocks with or without a space. */
function squeezed(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, '');
}

function joined(spans: Span[], text: string): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && text.slice(last.end, span.start).trim() === '') last.end = span.end;
    else out.push({ ...span });
  }
  return out;
}
