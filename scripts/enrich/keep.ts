// What came back for a pair → its row in the store. A question that two pairs get leads to neither, so both lose it.
import type { Message } from '@anthropic-ai/sdk/resources/messages/messages';
import type { EnrichmentTables, PairRow, Written } from '../store/enrichment.ts';
import { checkWritten, sameText } from './checks.ts';
import { dollarsFor } from './cost.ts';
import type { Dropped } from './events.ts';
import type { Work } from './pending.ts';

export interface Keeper {
  message(work: Work, message: Message, inBatches: boolean): void;
  /** Nothing came back. */
  failed(key: string, where: string, reason: string): void;
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
  living: ReadonlySet<string>,
  prompt: number,
  onDropped: (dropped: Dropped) => void,
): Keeper {
  const counts: Keeper['counts'] = { kept: 0, dropped: 0, failed: 0, inputTokens: 0, outputTokens: 0, dollars: 0 };
  /** Who has a question or a set of words first. */
  const owners = new Map<string, string>();
  for (const { key, state } of pairs.rows.values()) {
    if (state.kind === 'kept' && living.has(key)) for (const { same } of claimsOf(state)) owners.set(same, key);
  }
  const put = (key: string, where: string, state: PairRow['state']) => pairs.put({ key, where, prompt, state });
  const drop = ({ key, where }: { key: string; where: string }, reason: string) => {
    counts.dropped++;
    put(key, where, { kind: 'dropped', reason });
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
      if (left.questions.length === 0) drop(other, SHARED);
      else pairs.put({ ...other, state: { kind: 'kept', ...left } });
    }
    return own;
  }

  return {
    counts,
    message(work, message, inBatches) {
      const { input_tokens: input, output_tokens: output } = message.usage;
      const dollars = dollarsFor(message.model, input, output, inBatches);
      counts.inputTokens += input;
      counts.outputTokens += output;
      counts.dollars = counts.dollars === null || dollars === null ? null : counts.dollars + dollars;
      if (message.stop_reason === 'refusal') return drop(work, 'verweigert (refused)');
      if (message.stop_reason === 'max_tokens') return drop(work, 'abgeschnitten (cut off)');
      const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
      const checked = checkWritten(parsed(text), work.shown);
      if (!checked.ok) return drop(work, checked.error);
      for (const part of checked.value.dropped) onDropped({ where: work.where, ...part });
      const written = withoutShared(checked.value.kept, work);
      if (written.questions.length === 0) return drop(work, SHARED);
      counts.kept++;
      put(work.key, work.where, { kind: 'kept', ...written });
    },
    failed(key, where, reason) {
      counts.failed++;
      put(key, where, { kind: 'failed', reason });
      onDropped({ where, text: null, reason });
    },
  };
}

const SHARED = 'dasselbe wie bei einem anderen Paar (same as for another pair)';

interface Claim {
  same: string;
  text: string;
  of: 'questions' | 'words';
}

/** Single words may be shared, all six of them not. */
function claimsOf({ questions, words }: Written): Claim[] {
  const asked = questions.map((text): Claim => ({ same: sameText(text), text, of: 'questions' }));
  if (words.length < 2) return asked;
  return [...asked, { same: words.map(sameText).sort().join(' | '), text: words.join(', '), of: 'words' }];
}

function without(written: Written, { same, of }: Claim): Written {
  if (of === 'words') return { questions: written.questions, words: [] };
  return { questions: written.questions.filter((text) => sameText(text) !== same), words: written.words };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
