// The settings of the model service, from the Worker's environment. Null without a key.
import type { Env } from '../../env.ts';

export interface ModelConfig {
  apiKey: string;
  baseUrl: string | null;
  /** Writes the answers. */
  answerModel: string;
  /** Understands the questions. */
  fastModel: string;
}

/** The chat box wants fast answers; a city that wants better prose sets ANTHROPIC_MODEL. */
const DEFAULT_MODEL = 'claude-haiku-5-5';

export function modelFrom(
  env: Pick<Env, 'ANTHROPIC_API_KEY' | 'ANTHROPIC_BASE_URL' | 'ANTHROPIC_MODEL' | 'ANTHROPIC_FAST_MODEL'>,
): ModelConfig | null {
  if (!env.ANTHROPIC_API_KEY) return null;
  return {
    apiKey: env.ANTHROPIC_API_KEY,
    baseUrl: env.ANTHROPIC_BASE_URL || null,
    answerModel: env.ANTHROPIC_MODEL || DEFAULT_MODEL,
    fastModel: env.ANTHROPIC_FAST_MODEL || DEFAULT_MODEL,
  };
}
