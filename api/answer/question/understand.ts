// Question and conversation → the question in official German with search terms, by one call to a fast model. Late,
// failed or nonsensical: null, and the answer goes on without it (CONTRACT.md, end of "Environment").
import { z } from 'zod';
import type { Usage } from '../../events.ts';
import { askForJson } from '../model/claude.ts';
import type { ModelConfig } from '../model/model.ts';
import { UNDERSTAND_PROMPT, UNDERSTAND_SCHEMA } from '../model/prompts.ts';
import type { Turn } from '../request.ts';

export interface Understood {
  standalone: string;
  terms: string[];
  intent: 'question' | 'smalltalk' | 'other';
  /** Of the question, BCP 47; null: not said. */
  language: string | null;
}

export interface Understanding {
  understood: Understood | null;
  /** Why there is none, for the log. */
  problem: string | null;
  usage: Usage | null;
}

/** A citizen waits for this: later than that, the bare question is searched. */
const LIMITS = { totalMs: 1_500, maxTokens: 400 };
const MAX_TURNS = 6;
const MAX_TURN_CHARS = 600;

/** Shapes that would only add noise to the search are no understanding. */
const UnderstoodSchema = z.object({
  standalone: z.string().trim().min(3).max(500),
  terms: z.array(z.string().trim().min(2).max(80)).max(20),
  intent: z.enum(['question', 'smalltalk', 'other']),
  // A language that is none is no reason to do without the rest.
  language: z
    .string()
    .toLowerCase()
    .regex(/^[a-z]{2}(?:-|$)/u)
    .transform((language) => language.slice(0, 2))
    .nullable()
    .catch(null)
    .default(null),
});

export async function understand(
  model: ModelConfig,
  question: string,
  history: Turn[],
  signal: AbortSignal,
): Promise<Understanding> {
  const messages = [...conversation(history), { role: 'user' as const, text: question }];
  const asked = await askForJson(
    model,
    { system: UNDERSTAND_PROMPT, messages, schema: UNDERSTAND_SCHEMA },
    LIMITS,
    signal,
  );
  if (!asked.ok) return { understood: null, problem: asked.error, usage: null };
  const { json, usage } = asked.value;
  const parsed = UnderstoodSchema.safeParse(parseJson(json));
  return parsed.success
    ? { understood: parsed.data, problem: null, usage }
    : { understood: null, problem: 'nonsensical', usage };
}

/** The last turns, shortened; the first is the user's, none is empty (both asked for by the service). */
function conversation(history: Turn[]): Turn[] {
  const turns = history
    .map((turn) => ({ role: turn.role, text: turn.text.trim().slice(0, MAX_TURN_CHARS) }))
    .filter((turn) => turn.text !== '')
    .slice(-MAX_TURNS);
  const first = turns.findIndex((turn) => turn.role === 'user');
  return first < 0 ? [] : turns.slice(first);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
