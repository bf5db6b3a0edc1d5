// A hit of the search → the `Source` that clients see, and the addresses of the places that it names.
import type { Span } from '../../corpus/types.ts';
import type { Source } from '../events.ts';
import { picturePath } from '../pictures.ts';
import type { Hit } from '../search/types.ts';

/**
 * @param origin scheme and host without a slash at the end, e.g. `https://rat.example.org`
 */
export function toSource(hit: Hit, origin: string): Source {
  const { document, passage, pair } = hit;
  const picture = picturePath(document.id, document.scans, passage.page);
  return {
    id: passage.id,
    documentId: document.id,
    pair: passage.pair,
    title: document.title,
    reference: document.reference,
    date: document.date,
    committee: document.committee,
    department: document.department,
    number: pair.number,
    question: pair.questionText,
    kind: pair.kind,
    text: passage.text,
    page: passage.page,
    url: documentUrl(origin, document.id, passage),
    originalUrl: atPage(document.originalUrl, passage.page),
    file: document.file,
    ocr: picture !== null,
    image: picture === null ? null : origin + picture,
  };
}

/** The document view with a span highlighted. */
export function documentUrl(origin: string, documentId: string, span: Span): string {
  return `${origin}/dokument/${encodeURIComponent(documentId)}#z=${span.start}-${span.end}`;
}

/** PDF viewers open `#page=n`; an address that names a place already keeps it. */
function atPage(url: string | null, page: number | null): string | null {
  if (url === null || page === null || url.includes('#')) return url;
  return `${url}#page=${page}`;
}
