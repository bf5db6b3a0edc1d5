// What an index and the program that reads it must agree on. The pointer carries it: a Worker refuses an index that
// another version of the program has built, and `npm run index` builds it anew.
import { TERMS_VERSION } from './terms.ts';

/** Counts up when tables change, or how values are written into them (stored-terms.ts,
 * stored-briefs.ts, postings.ts, stored-vectors.ts). */
const TABLES_VERSION = 13;
/** Counts up when the same documents fill the tables with something else. */
const FILL_VERSION = 12;

/** Not a number for SQLite, which would make 6.60 of it 6.6. */
export const INDEX_FORMAT = `${TABLES_VERSION}-${FILL_VERSION}-${TERMS_VERSION}`;

/** The index, or a part of it, is missing or of another version: only building it helps. */
export class UnreadableIndex extends Error {
  constructor(what: string) {
    super(`${what}: run npm run index.`);
    this.name = 'UnreadableIndex';
  }
}
