// What both homes hand to the app: bindings and settings (wrangler.toml, node.ts, CONTRACT.md "Environment").
import type { D1Database, Fetcher, R2Bucket } from '@cloudflare/workers-types';
import type { City } from '../corpus/city.ts';
import type { LimitBindings } from './limit.ts';
import type { Metrics } from './metrics.ts';

export interface Env extends LimitBindings {
  ASSETS: Fetcher;
  INDEX_DB: D1Database;
  APP_DB: D1Database;
  BUNDLES: R2Bucket;
  /** Whose service this is, where the home has read it from a file (city.ts). */
  city?: City;
  /** What is counted in memory, where one process answers all. */
  metrics?: Metrics;
  /** Who asks, where the home knows it better than a header. */
  clientAddress?: string;
  ANTHROPIC_API_KEY?: string;
  ANTHROPIC_BASE_URL?: string;
  /** Writes the answers. */
  ANTHROPIC_MODEL?: string;
  /** Understands the questions. */
  ANTHROPIC_FAST_MODEL?: string;
  /** Pages that may embed, origins separated by commas. */
  ALLOWED_ORIGINS?: string;
  RATE_LIMIT?: 'on' | 'off';
  DAILY_TOKEN_BUDGET?: string;
  SEARCH_ENGINE?: 'minisearch' | 'd1';
  CHAT_MODE?: 'on' | 'extractive' | 'off';
  /** Scheme and host of the URLs that we give out; none: as we were asked. */
  PUBLIC_ORIGIN?: string;
  /** Whoever sends it as bearer may read /metrics; none: nobody. */
  METRICS_TOKEN?: string;
  /** After so many days what visitors reported is deleted. */
  REPORTS_KEEP_DAYS?: string;
  /** After so many days without a change the pages say since when nothing new has come; none: never. */
  STALE_AFTER_DAYS?: string;
}
