// The Worker's bindings and settings (wrangler.toml, CONTRACT.md "Environment").
import type { D1Database, Fetcher, R2Bucket, RateLimit } from '@cloudflare/workers-types';

export interface Env {
  ASSETS: Fetcher;
  INDEX_DB: D1Database;
  APP_DB: D1Database;
  BUNDLES: R2Bucket;
  CHAT_LIMIT?: RateLimit;
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
}
