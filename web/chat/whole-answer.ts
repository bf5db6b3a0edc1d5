// A source → its whole answer, as it stands in the document: the span of its pair, which may be longer than the passage.
import type { Source } from '../../api/events.ts';

export interface WholeAnswer {
  text: string;
  start: number;
  end: number;
  /** The document view with the whole answer highlighted. */
  url: string;
}

interface Read {
  text: string;
  pairs: { answer: { start: number; end: number } }[];
}

/** Never rejects; null where the document cannot be read. */
export async function wholeAnswer(api: string, source: Source): Promise<WholeAnswer | null> {
  const document = await fetch(`${api}/api/documents/${encodeURIComponent(source.documentId)}`, { credentials: 'omit' })
    .then((response) => (response.ok ? (response.json() as Promise<Read>) : null))
    .catch(() => null);
  const span = document?.pairs[source.pair]?.answer;
  if (!document || !span) return null;
  const { start, end } = span;
  return { text: document.text.slice(start, end), start, end, url: `${source.url.split('#')[0]}#z=${start}-${end}` };
}
