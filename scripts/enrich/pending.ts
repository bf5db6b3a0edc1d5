// The documents of the store → the pairs that a model is still to be asked about.
import type { ReplyDocument } from '../../corpus/types.ts';
import { type EnrichmentRows, enrichmentReader, pairKey } from '../store/enrichment.ts';
import type { Shown } from './checks.ts';
import { PROMPT_VERSION } from './prompt.ts';

export interface Work {
  /** `pairKey`, and the request's name at the service. */
  key: string;
  /** For reports: document and pair. */
  where: string;
  shown: Shown;
}

/** The pairs of these keys, as long as the store has them. */
export async function worksByKey(
  documents: AsyncIterable<ReplyDocument>,
  keys: Pick<ReadonlySet<string>, 'has'>,
): Promise<Map<string, Work>> {
  const works = new Map<string, Work>();
  for await (const document of documents) {
    for (const work of worksIn(document)) if (keys.has(work.key)) works.set(work.key, work);
  }
  return works;
}

/**
 * Leaves out what has its enrichment by this prompt or from a file, what is under way, and what was dropped or failed.
 *
 * @param again asks anew for what was dropped or failed
 */
export async function* pendingWorks(
  documents: AsyncIterable<ReplyDocument>,
  { pairs, imported, batches }: EnrichmentRows,
  again: boolean,
): AsyncGenerator<Work> {
  const fromFile = enrichmentReader(new Map(), imported.rows);
  const underWay = new Set([...batches.rows.values()].flatMap((batch) => batch.pairs.map(({ key }) => key)));
  const seen = new Set<string>();
  for await (const document of documents) {
    const { pairs: has } = fromFile.of(document);
    for (const [i, work] of worksIn(document).entries()) {
      const row = pairs.rows.get(work.key);
      const isDone = row?.prompt === PROMPT_VERSION && (row.state.kind === 'kept' || !again);
      if (isDone || has.has(i) || underWay.has(work.key) || seen.has(work.key)) continue;
      seen.add(work.key);
      if (work.shown.answer.trim() !== '') yield work;
    }
  }
}

/** All of them when there are fewer. */
export async function* firstOf<T>(most: number, works: AsyncIterable<T>): AsyncGenerator<T> {
  let taken = 0;
  if (most === 0) return;
  for await (const work of works) {
    yield work;
    if (++taken === most) return;
  }
}

function worksIn(document: ReplyDocument): Work[] {
  return document.pairs.map((pair) => ({
    key: pairKey(document, pair),
    where: `${document.id} ${pair.number ?? ''}`.trim(),
    shown: {
      title: document.title,
      question: pair.questionText ?? '',
      answer: document.text.slice(pair.answer.start, pair.answer.end),
    },
  }));
}
