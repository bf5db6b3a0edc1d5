// Pairs of quote and claim → what a second witness says of each, by one call of the fast model in a box of time. Without
// its word, late, failed or nonsensical, the rules decide (entail/judge.ts).
import { z } from 'zod';
import type { Usage } from '../../events.ts';
import { askForJson } from './claude.ts';
import type { Evidence } from './entail/features.ts';
import type { ModelConfig } from './model.ts';
import { WITNESS_PROMPT, WITNESS_SCHEMA } from './prompts.ts';

export interface Testimony {
  /** One a pair, in their order; null where the witness says nothing of it. */
  says: (boolean | null)[];
  /** Why there is no word at all, for the log. */
  problem: string | null;
  usage: Usage | null;
}

/** The answer is written and waits for this. */
const LIMITS = { totalMs: 2_500, maxTokens: 300 };
const MAX_QUOTE_CHARS = 1_500;

const TestimonySchema = z.object({
  verdicts: z.array(z.object({ n: z.number().int(), supported: z.boolean() })).max(50),
});

export async function askWitness(model: ModelConfig, pairs: Evidence[], signal: AbortSignal): Promise<Testimony> {
  const silent = (problem: string, usage: Usage | null): Testimony => ({ says: pairs.map(() => null), problem, usage });
  const asked = await askForJson(
    model,
    { system: WITNESS_PROMPT, messages: [{ role: 'user', text: listed(pairs) }], schema: WITNESS_SCHEMA },
    LIMITS,
    signal,
  );
  if (!asked.ok) return silent(asked.error, null);
  const { json, usage } = asked.value;
  const parsed = TestimonySchema.safeParse(parseJson(json));
  if (!parsed.success) return silent('nonsensical', usage);
  const said = new Map(parsed.data.verdicts.map(({ n, supported }) => [n, supported]));
  return { says: pairs.map((_, i) => said.get(i + 1) ?? null), problem: null, usage };
}

/** As JSON: nothing that a quote or a claim says can end its own field. */
function listed(pairs: Evidence[]): string {
  return JSON.stringify(
    pairs.map(({ claim, quotes, about, date }, i) => ({
      n: i + 1,
      question: about.slice(0, 300).toWellFormed(),
      date,
      quote: quotes.join(' … ').slice(0, MAX_QUOTE_CHARS).toWellFormed(),
      claim: claim.slice(0, 600).toWellFormed(),
    })),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
