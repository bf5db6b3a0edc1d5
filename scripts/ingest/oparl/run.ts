// What one run over a body has at hand.
import type { Store } from '../../store.ts';
import type { Reporter } from '../events.ts';
import type { Client } from '../http/client.ts';
import type { ReadingPool } from '../read/pool.ts';

export interface BodyRun {
  client: Client;
  store: Store;
  pool: ReadingPool;
  reporter: Reporter;
  signal: AbortSignal;
  since: string | null;
  full: boolean;
  confirmDeletions: boolean;
  /** Whether pages without words are read from their pictures. */
  ocr: boolean;
  parallel: number;
}
