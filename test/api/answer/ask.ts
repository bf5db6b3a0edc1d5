// Asks in tests, and checks what holds for every answer (CONTRACT.md, citation rule and markers).
import { expect } from 'vitest';
import { answer } from '../../../api/answer/answer.ts';
import type { AnswerDeps, AnswerRequest } from '../../../api/answer/request.ts';
import type { AnswerEvent, ChatResponse } from '../../../api/events.ts';
import type { LiveIndex } from '../../../api/search/types.ts';
import { collectAnswer } from '../../../api/stream.ts';

export const NOW = new Date('2026-11-25T12:00:00Z');

export async function ask(
  question: string,
  index: LiveIndex,
  request: Partial<AnswerRequest> = {},
  deps: Partial<AnswerDeps> = {},
): Promise<ChatResponse> {
  const response = await collectAnswer(events(question, index, request, deps));
  if ('failure' in response) throw new Error(`failed: ${response.failure}`);
  await expectProven(response, index);
  return response;
}

export function events(
  question: string,
  index: LiveIndex,
  request: Partial<AnswerRequest> = {},
  deps: Partial<AnswerDeps> = {},
): AsyncGenerator<AnswerEvent> {
  return answer(
    { id: 'test', question, history: [], filters: {}, lang: 'de', mode: 'auto', ...request },
    {
      index,
      origin: 'https://rat.example',
      now: NOW,
      model: null,
      budget: null,
      signal: new AbortController().signal,
      log: () => {},
      ...deps,
    },
  );
}

/** The rules without exception. */
export async function expectProven(response: ChatResponse, index: LiveIndex): Promise<void> {
  const { answer: text, citations, sources } = response;
  expect(sources.length).toBeLessThanOrEqual(10);
  for (const citation of citations) {
    const source = sources[citation.source]!;
    const document = (await index.document(source.documentId))!;
    expect(document.text.slice(citation.start, citation.end)).toBe(citation.quote);
    expect(citation.quote.trim()).not.toBe('');
    expect(text.slice(citation.at, citation.at + `[${citation.n}]`.length)).toBe(`[${citation.n}]`);
    expect(citation.url).toBe(`https://rat.example/dokument/${document.id}#z=${citation.start}-${citation.end}`);
  }
  const markers = [...text.matchAll(/\[\d+\]/gu)].map((m) => m.index);
  expect(markers).toEqual(citations.map((c) => c.at));
  const byFirstUse = [...new Set(citations.map((c) => c.n))];
  expect(byFirstUse).toEqual(byFirstUse.map((_, i) => i + 1));
  for (const n of byFirstUse) {
    expect(new Set(citations.filter((c) => c.n === n).map((c) => sources[c.source]!.documentId)).size).toBe(1);
  }
  expect(response.abstained).toBe(response.kind === 'abstention' || response.kind === 'smalltalk');
  if (response.kind === 'answer') expect(citations.length).toBeGreaterThan(0);
  if (response.abstained) expect(citations).toEqual([]);
}
