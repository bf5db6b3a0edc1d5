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
    return [{ n, source, excerpts: excerpts(source.text, ofDocument), url: allSpans(ofDocument) }];
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

function excerpts(text: string, citations: readonly Citation[]): Excerpt[] {
  const places = citations.map((citation) => ({ citation, start: text.indexOf(citation.quote) }));
  const apart = places.filter(({ start }) => start < 0);
  const inside = places.filter(({ start }) => start >= 0).sort((a, b) => a.start - b.start);
  const paragraphs: { start: number; end: number; quoted: typeof inside }[] = [];
  for (const place of inside) {
    const end = place.start + place.citation.quote.length;
    const last = paragraphs.at(-1);
    if (last && place.start < last.end) {
      last.end = Math.max(last.end, paragraphEnd(text, end));
      last.quoted.push(place);
    } else {
      paragraphs.push({ start: paragraphStart(text, place.start), end: paragraphEnd(text, end), quoted: [place] });
    }
  }
  return [
    ...paragraphs.flatMap(({ start, end, quoted }) => {
      const first = quoted[0];
      return first ? [{ parts: parts(text, start, end, quoted), citation: first.citation }] : [];
    }),
    // The quotation stands in another passage of the same document: shown alone.
    ...apart.map(({ citation }) => ({ parts: [{ text: citation.quote, quoted: true }], citation })),
  ];
}

function paragraphStart(text: string, at: number): number {
  const gap = text.lastIndexOf('\n\n', at);
  return gap < 0 ? 0 : gap + 2;
}

function paragraphEnd(text: string, at: number): number {
  const gap = text.indexOf('\n\n', at);
  return gap < 0 ? text.length : gap;
}

function parts(
  text: string,
  start: number,
  end: number,
  quoted: readonly { citation: Citation; start: number }[],
): Excerpt['parts'] {
  const result: Excerpt['parts'] = [];
  let from = start;
  for (const { citation, start: at } of quoted) {
    const until = at + citation.quote.length;
    if (until <= from) continue;
    if (at > from) result.push({ text: text.slice(from, at), quoted: false });
    result.push({ text: text.slice(Math.max(at, from), until), quoted: true });
    from = until;
  }
  if (from < end) result.push({ text: text.slice(from, end), quoted: false });
  return result.map((part, i) => {
    if (part.quoted) return part;
    if (i === 0) return { ...part, text: tail(part.text) };
    return i === result.length - 1 ? { ...part, text: head(part.text) } : part;
  });
}

function head(text: string): string {
  if (text.length <= CONTEXT_CHARACTERS) return text;
  return `${text.slice(0, text.lastIndexOf(' ', CONTEXT_CHARACTERS))} …`;
}

function tail(text: string): string {
  if (text.length <= CONTEXT_CHARACTERS) return text;
  return `… ${text.slice(text.indexOf(' ', text.length - CONTEXT_CHARACTERS) + 1)}`;
}
