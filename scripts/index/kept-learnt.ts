// What a full build has learnt of the whole corpus ↔ a file beside the bundles: the builds of single documents that
// follow go on with it. Its writer and its reader.
import type { Env } from '../../api/env.ts';
import type { Learnt } from '../../api/index/learn.ts';
import type { LearntTopic } from '../../api/index/topics.ts';

/** Counts up when what stands in the file changes. */
const FORMAT = 1;

export const learntName = (version: string): string => `learnt-${version}.json`;

interface Kept {
  format: number;
  words: string;
  /** Terms by their share in hundredths. */
  nounShares: [hundredths: number, terms: string][];
  topics: readonly LearntTopic[];
  /** Numbers in base64. */
  vectors: { terms: string; idf: string; vectors: string; mean: string } | null;
}

export async function keepLearnt(bundles: Env['BUNDLES'], version: string, learnt: Learnt): Promise<void> {
  const byShare = new Map<number, string[]>();
  for (const [term, share] of learnt.nounShares) {
    const hundredths = Math.round(100 * share);
    const known = byShare.get(hundredths);
    if (known) known.push(term);
    else byShare.set(hundredths, [term]);
  }
  const { words, topics, vectors } = learnt;
  const kept: Kept = {
    format: FORMAT,
    words: [...words].join('\n'),
    nounShares: Array.from(byShare, ([hundredths, terms]) => [hundredths, terms.join('\n')]),
    topics,
    vectors: vectors && {
      terms: vectors.terms.join('\n'),
      idf: base64(vectors.idf),
      vectors: base64(vectors.vectors),
      mean: base64(vectors.mean),
    },
  };
  await bundles.put(learntName(version), JSON.stringify(kept));
}

/** Null: there is none, or of another format; then all is learnt anew. */
export async function readLearnt(bundles: Env['BUNDLES'], version: string): Promise<Learnt | null> {
  const object = await bundles.get(learntName(version));
  if (!object) return null;
  const kept = parsed(await object.text());
  if (kept?.format !== FORMAT) return null;
  const { words, nounShares, topics, vectors } = kept;
  const terms = nounShares.flatMap(([hundredths, list]) =>
    list.split('\n').map((term): [string, number] => [term, hundredths / 100]),
  );
  return {
    words: new Set(words === '' ? [] : words.split('\n')),
    nounShares: new Map(terms),
    topics,
    vectors: vectors && {
      terms: vectors.terms.split('\n'),
      idf: numbers(vectors.idf),
      vectors: numbers(vectors.vectors),
      mean: numbers(vectors.mean),
    },
  };
}

/** A file that was cut off is none. */
function parsed(text: string): Kept | null {
  try {
    return JSON.parse(text) as Kept;
  } catch {
    return null;
  }
}

const base64 = ({ buffer, byteOffset, byteLength }: Float32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** Into memory of its own, for numbers must begin at a multiple of four. */
const numbers = (text: string): Float32Array => new Float32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);
