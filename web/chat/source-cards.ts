// Sources and citations → one card for each cited document, its quotations marked within their paragraphs, and the
// sources that were found but not cited.
import type { Citation, Source } from '../../api/events.ts';

/** A paragraph cut into quoted and other text. */
export interface Excerpt {
  parts: { text: string; quoted: boolean }[];
  /** The paragraph's first citation: where links and reports lead. */
  citation: Citation;
}

export interface SourceCard {
  n: number;
  source: Source;
  excerpts: Excerpt[];
  /** What was asked there; null where nothing of its answer is quoted, but another passage of the document. */
  question: string | null;
  /** The document view with every quoted span of this card highlighted. */
  url: string;
}

/** What is shown of a paragraph before and after its quotations. */
const CONTEXT_CHARACTERS = 240;

export function sourceCards(sources: readonly Source[], citations: readonly Citation[]): SourceCard[] {
  const numbers = [...new Set(citations.map(({ n }) => n))];
  return numbers.flatMap((n) => {
    const ofDocument = citations.filter((citation) => citation.n === n);
    const source = sources[ofDocument[0]?.source ?? -1];
    if (source === undefined) return [];
    const isQuoted = ofDocument.some(({ quote }) => source.text.includes(quote));
    const question = isQuoted ? source.question : null;
    return [{ n, source, question, excerpts: excerpts(source.text, ofDocument), url: allSpans(ofDocument) }];
  });
}

export function otherSources(sources: readonly Source[], citations: readonly Citation[]): Source[] {
  const cited = new Set(citations.map(({ source }) => sources[source]?.documentId));
  return sources.filter(({ documentId }) => !cited.has(documentId));
}

function allSpans(citations: readonly Citation[]): string {
  const address = citations[0]?.url.split('#')[0] ?? '';
  const spans = [...new Set(citations.map(({ start, end }) => `${start}-${end}`))];
  return `${address}#z=${spans.join(',')}`;
}

/** Quotations of one paragraph share an excerpt; one that stands in another passage of the document is shown alone. */
function excerpts(text: string, citations: readonly Citation[]): Excerpt[] {
  const places = citations
    .map((citation) => ({ citation, start: text.indexOf(citation.quote), end: 0 }))
    .map((place) => ({ ...place, end: place.start + place.citation.quote.length }));
  const inside = places.filter(({ start }) => start >= 0).sort((a, b) => a.start - b.start);
  const paragraphs: { end: number; quoted: typeof inside }[] = [];
  for (const place of inside) {
    const last = paragraphs.at(-1);
    const end = paragraphEnd(text, place.end);
    if (last && place.start < last.end) {
      last.end = Math.max(last.end, end);
      last.quoted.push(place);
    } else paragraphs.push({ end, quoted: [place] });
  }
  return [
    ...paragraphs.map(({ end, quoted }) => ({ parts: parts(text, end, quoted), citation: quoted[0]!.citation })),
    ...places
      .filter(({ start }) => start < 0)
      .map(({ citation }) => ({ parts: [{ text: citation.quote, quoted: true }], citation })),
  ];
}

function paragraphEnd(text: string, at: number): number {
  const gap = text.indexOf('\n\n', at);
  return gap < 0 ? text.length : gap;
}

/** The paragraph's text before, between and after its quotations; before and after in short. */
function parts(text: string, end: number, quoted: readonly { start: number; end: number }[]): Excerpt['parts'] {
  const first = quoted[0]!.start;
  const result: Excerpt['parts'] = [];
  let from = text.lastIndexOf('\n\n', first) + 2;
  if (from === 1) from = 0;
  const add = (part: string, isQuoted: boolean) => {
    if (part !== '') result.push({ text: part, quoted: isQuoted });
  };
  add(tail(text.slice(from, first)), false);
  from = first;
  for (const place of quoted) {
    add(text.slice(from, place.start), false);
    add(text.slice(Math.max(from, place.start), place.end), true);
    from = Math.max(from, place.end);
  }
  add(head(text.slice(from, end)), false);
  return result;
}

function head(text: string): string {
  if (text.length <= CONTEXT_CHARACTERS) return text;
  return `${text.slice(0, text.lastIndexOf(' ', CONTEXT_CHARACTERS))} …`;
}

function tail(text: string): string {
  if (text.length <= CONTEXT_CHARACTERS) return text;
  return `… ${text.slice(text.indexOf(' ', text.length - CONTEXT_CHARACTERS) + 1)}`;
}
