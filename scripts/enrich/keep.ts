// What came back for a pair → its row in the store. A question that two pairs get leads to neither, so both lose it.
import type { Message } from '@anthropic-ai/sdk/resources/messages/messages';
import { type EnrichmentTables, type SentPair, type Written, writtenOf } from '../store/enrichment.ts';
import { checkWritten } from './checks.ts';
import { claimsOf, SHARED, without } from './claims.ts';
import { dollarsFor } from './cost.ts';
import type { Dropped } from './events.ts';
import type { Work } from './pending.ts';

/** How it was asked for; a batch may come back when the prompt is a newer one. */
export interface Asked {
  prompt: number;
  inBatches: boolean;
}

export interface Keeper {
  message(work: Work, message: Message, asked: Asked): void;
  /** Nothing came back. */
  failed(work: Work, reason: string, asked: Pick<Asked, 'prompt'>): void;
  /** What was shown has changed or gone since. Null: nothing came back either. */
  late(pair: SentPair, message: Message | null, asked: Pick<Asked, 'inBatches'>): void;
  counts: {
    kept: number;
    dropped: number;
    failed: number;
    inputTokens: number;
    outputTokens: number;
    /** Null for a model whose price is not known here. */
    dollars: number | null;
  };
}

/**
 * @param living keys of the pairs that the store has now: what was written for an answer's former text claims nothing
 * @param onDropped called for everything that is not kept
 */
export function keeperOf(
  pairs: EnrichmentTables['pairs'],
  living: ReadonlyMap<string, string>,
  onDropped: (dropped: Dropped) => void,
): Keeper {
  const counts: Keeper['counts'] = { kept: 0, dropped: 0, failed: 0, inputTokens: 0, outputTokens: 0, dollars: 0 };
  /** Who has a question or a set of words first. */
  const owners = new Map<string, string>();
  for (const row of pairs.rows.values()) {
    const written = living.has(row.key) ? writtenOf(row) : null;
    if (written) for (const { same } of claimsOf(written)) owners.set(same, row.key);
  }
  function pay({ model, usage: { input_tokens: input, output_tokens: output } }: Message, inBatches: boolean): void {
    const dollars = dollarsFor(model, input, output, inBatches);
    counts.inputTokens += input;
    counts.outputTokens += output;
    counts.dollars = counts.dollars === null || dollars === null ? null : counts.dollars + dollars;
  }

  const lose = (kind: 'dropped' | 'failed', { key, where }: Work, reason: string, prompt: number) => {
    counts[kind]++;
    const row = pairs.rows.get(key);
    const before = row ? writtenOf(row) : null;
    pairs.put({ key, where, prompt, state: { kind, reason, ...(before && { before: plain(before) }) } });
    onDropped({ where, text: null, reason });
  };

  /** Takes what others have, too, from them and from this one. */
  function withoutShared(written: Written, { key, where }: Work): Written {
    let own = written;
    for (const claim of claimsOf(written)) {
      const owner = owners.get(claim.same);
      if (owner === undefined || owner === key) {
        owners.set(claim.same, key);
        continue;
      }
      own = without(own, claim);
      onDropped({ where, text: claim.text, reason: SHARED });
      const other = pairs.rows.get(owner);
      if (other?.state.kind !== 'kept') continue;
      const left = without(other.state, claim);
      if (left.questions.length > 0) {
        pairs.put({ ...other, state: { kind: 'kept', ...left } });
        continue;
      }
      counts.dropped++;
      pairs.put({ ...other, state: { kind: 'dropped', reason: SHARED } });
      onDropped({ where: other.where, text: null, reason: SHARED });
    }
    return own;
  }

  return {
    counts,
    message(work, message, { prompt, inBatches }) {
      const drop = (reason: string) => lose('dropped', work, reason, prompt);
      pay(message, inBatches);
      if (message.stop_reason === 'refusal') return drop('verweigert (refused)');
      if (message.stop_reason === 'max_tokens') return drop('abgeschnitten (cut off)');
      const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
      const checked = checkWritten(parsed(text), work.shown);
      if (!checked.ok) return drop(checked.error);
      for (const part of checked.value.dropped) onDropped({ where: work.where, ...part });
      const written = withoutShared(checked.value.kept, work);
      if (written.questions.length === 0) return drop(SHARED);
      counts.kept++;
      pairs.put({ key: work.key, where: work.where, prompt, state: { kind: 'kept', ...written } });
    },
    failed: (work, reason, { prompt }) => lose('failed', work, reason, prompt),
    late({ where }, message, { inBatches }) {
      if (message) pay(message, inBatches);
      counts.dropped++;
      onDropped({ where, text: null, reason: 'der Text hat sich seitdem geändert (its text has changed since)' });
    },
  };
}

const plain = ({ questions, words }: Written): Written => ({ questions, words });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
