// The address of a running service → what is measured, by its public interface alone.
import { setTimeout } from 'node:timers/promises';
import type { ChatResponse, SearchResponse, Source } from '../../api/events.ts';
import type { Question } from './questions.ts';
import { lastSegment } from './questions.ts';
import { type FoundPair, languageOf, pairOf, type Service } from './service.ts';

/**
 * Follow-up questions are asked in the chat: `/api/search` knows no history. Waits as long as the service's limit of
 * chats asks for. Throws a sentence when there is no service of ours, or when it does not answer.
 */
export function running(url: string): Service {
  const origin = url.replace(/\/$/, '');
  const chats = new Map<Question, Promise<ChatResponse>>();
  const get = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await fetch(`${origin}${path}`, init).catch(() => {
      throw new Error(`${origin} ist nicht zu erreichen. (Cannot be reached.)`);
    });
    if (response.status !== 429) return response;
    await setTimeout(1000 * Number(response.headers.get('retry-after') ?? 1));
    return get(path, init);
  };
  const read = async <T>(asked: string, response: Response): Promise<T> => {
    const body = await response.text();
    if (response.ok && response.headers.get('content-type')?.includes('json')) return JSON.parse(body) as T;
    const said = body.replace(/\s+/gu, ' ').slice(0, 200);
    throw new Error(`${origin} antwortet auf „${asked}“ mit ${response.status}: ${said} (The service failed.)`);
  };
  const chat = (question: Question): Promise<ChatResponse> => {
    const asked = [...question.history, question.question].map((content) => ({ role: 'user', content }));
    const answered =
      chats.get(question) ??
      get('/api/chat', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ messages: asked, lang: languageOf(question) }),
      }).then((response) => read<ChatResponse>(question.id, response));
    chats.set(question, answered);
    return answered;
  };
  type Text = Awaited<ReturnType<Service['document']>>;
  const documents = new Map<string, Promise<Text>>();
  const document = (id: string): Promise<Text> => {
    const known =
      documents.get(id) ??
      get(`/api/documents/${encodeURIComponent(id)}`).then((response) =>
        response.status === 404 ? null : read<Text>(id, response),
      );
    documents.set(id, known);
    return known;
  };
  const pairsOf = (sources: Source[]): Promise<FoundPair[]> =>
    Promise.all(
      sources.map(async (source) => {
        const whole = await document(source.documentId);
        return whole ? pairOf(source, whole) : { file: lastSegment(source.file ?? ''), answer: source.text };
      }),
    );
  return {
    chat,
    async search(question, depth) {
      if (question.history.length > 0) {
        const { sources } = await chat(question);
        return sources.map((source) => [lastSegment(source.file ?? '')]);
      }
      const query = new URLSearchParams({ q: question.question, limit: String(depth) });
      const { hits } = await read<SearchResponse>(question.id, await get(`/api/search?${query}`));
      return hits.map((hit) => [lastSegment(hit.source.file ?? '')]);
    },
    async pairs(question, depth) {
      if (question.history.length > 0) return pairsOf((await chat(question)).sources);
      const query = new URLSearchParams({ q: question.question, limit: String(depth), group: 'pair' });
      const { hits } = await read<SearchResponse>(question.id, await get(`/api/search?${query}`));
      return pairsOf(hits.map(({ source }) => source));
    },
    document,
    close: async () => {},
  };
}
