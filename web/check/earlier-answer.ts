// A found source → all of the answer it stands in, word for word, as a quotation with its reference. Read from the
// service's own documents, once each.
import { houseReference } from '../../api/check/reference.ts';
import { checkTexts } from '../../api/check/texts.ts';
import type { Source } from '../../api/events.ts';
import type { Pair } from '../../corpus/types.ts';
import type { Quotation } from './entry.ts';

interface ReadDocument {
  text: string;
  pairs: Pair[];
}

export interface EarlierAnswer extends Quotation {
  /** `documentId#index`, by which a draft names it. */
  pair: string;
}

const read = new Map<string, Promise<ReadDocument>>();

/** Rejects when the document cannot be read; the next call tries again. */
export async function earlierAnswer(source: Source): Promise<EarlierAnswer> {
  const { text, pairs } = await documentOf(source.documentId);
  const answer = pairs[source.pair]?.answer;
  return {
    pair: `${source.documentId}#${source.pair}`,
    // Drafts go to the council: in German whatever the page's language is.
    reference: houseReference(source, checkTexts('de')),
    date: source.date,
    quote: (answer ? text.slice(answer.start, answer.end) : source.text).trim(),
  };
}

function documentOf(id: string): Promise<ReadDocument> {
  const known = read.get(id);
  if (known) return known;
  const reading = fetch(`/api/documents/${encodeURIComponent(id)}`, { credentials: 'omit' }).then((response) => {
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.json() as Promise<ReadDocument>;
  });
  reading.catch(() => read.delete(id));
  read.set(id, reading);
  return reading;
}
