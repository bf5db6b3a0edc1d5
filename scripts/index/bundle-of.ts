// The terms' lists of an index → the bundle by which MiniSearch finds its candidates.
import type { D1Database } from '@cloudflare/workers-types';
import { writeBundle } from '../../api/index/bundle.ts';
import type { PointerInfo } from '../../api/index/pointer.ts';
import { termsOfPassages } from '../../api/search/found-terms.ts';
import { openTables } from '../../api/search/opened.ts';

export async function bundleOf(db: D1Database, { version, next }: PointerInfo): Promise<string> {
  const { reader, briefs } = await openTables(db, version);
  const numbers = Array.from({ length: next.passage }, (_, n) => n).filter(briefs.has);
  const stored = termsOfPassages(await reader.allPostings(), numbers, briefs);
  return writeBundle(numbers.map((id, i) => ({ id, terms: stored[i]! })));
}
