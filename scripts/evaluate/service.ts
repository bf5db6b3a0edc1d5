// What is measured: the index in this process, or a running service by its public interface.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { getPlatformProxy } from 'wrangler';
import { answer } from '../../api/answer/answer.ts';
import type { ModelConfig } from '../../api/answer/model.ts';
import type { Env } from '../../api/env.ts';
import type { ChatResponse, SearchResponse } from '../../api/events.ts';
import { readBundle, writeBundle } from '../../api/search/bundle.ts';
import { fillIndex } from '../../api/search/fill-index.ts';
import { indexReader } from '../../api/search/index-reader.ts';
import { pointTo, readPointer } from '../../api/search/index-tables.ts';
import { openLexicon } from '../../api/search/lexicon.ts';
import { liveIndex } from '../../api/search/live-index.ts';
import type { LiveIndex } from '../../api/search/types.ts';
import { collectAnswer } from '../../api/stream.ts';
import { readLexicon } from '../build-index.ts';
import { readEnrichment } from '../store/enrichment.ts';
import { openStore } from '../store.ts';
import type { Question } from './questions.ts';

export interface Service {
  /** Last path segments of the documents' files, copies beside them, best first. */
  search(question: Question, depth: number): Promise<string[][]>;
  chat(question: Question): Promise<ChatResponse>;
  /** Null when there is no such document. */
  text(documentId: string): Promise<string | null>;
  close(): Promise<void>;
}

/** An index of its own: over the named documents alone, or without one of the helps. */
export interface OwnIndex {
  /** Last path segments of the files; null: all documents. */
  only: ReadonlySet<string> | null;
  lexicon: boolean;
  enrichment: boolean;
}

/** Of the answer around its quotations; the service speaks two. */
const languageOf = ({ lang }: Question) => (lang === 'en' ? 'en' : 'de');

const lastSegment = (file: string): string => file.split('/').at(-1) ?? file;

/**
 * Throws a sentence when there is no index. `engine` null: the one that the index was built for. `model` null: answers
 * without a model; else every question costs what it costs.
 */
export async function inProcess(
  storeDir: string,
  engine: 'minisearch' | 'd1' | null,
  own: OwnIndex | null,
  model: ModelConfig | null,
): Promise<Service> {
  const indexDir = own ? await indexOf(storeDir, own) : storeDir;
  const proxy = await getPlatformProxy<Env>({ persist: { path: join(indexDir, 'cloudflare/v3') } });
  const close = async () => {
    await proxy.dispose();
    if (own) await rm(indexDir, { recursive: true, force: true });
  };
  const index = await openFor(proxy.env, engine).catch(async (error: Error) => {
    await close();
    throw error;
  });
  const texts = new Map<string, string | null>();
  return {
    async search(question, depth) {
      const { hits } = await index.search({
        query: question.question,
        filters: {},
        history: question.history,
        rewrite: question.rewrite,
        sort: 'relevance',
        limit: depth,
        offset: 0,
      });
      return hits.map((hit) => [lastSegment(hit.document.file)]);
    },
    async chat(question) {
      const events = answer(
        {
          id: question.id,
          question: question.question,
          history: question.history.map((text) => ({ role: 'user' as const, text })),
          filters: {},
          lang: languageOf(question),
          mode: 'auto',
        },
        {
          index,
          origin: 'https://rat.example',
          now: new Date(),
          model,
          // Takes the place of the understanding call, which no machine can make here.
          recorded: question.rewrite,
          budget: null,
          signal: new AbortController().signal,
          log: () => {},
        },
      );
      const whole = await collectAnswer(events);
      if ('failure' in whole) throw new Error(`${question.id}: ${whole.failure}`);
      return whole;
    },
    async text(id) {
      if (!texts.has(id)) texts.set(id, (await index.document(id))?.text ?? null);
      return texts.get(id) ?? null;
    },
    close,
  };
}

/** In a folder of its own, which is the caller's to remove. */
async function indexOf(storeDir: string, { only, lexicon, enrichment }: OwnIndex): Promise<string> {
  const store = await openStore(storeDir);
  const dir = await mkdtemp(join(tmpdir(), 'ratsauskunft-eval-'));
  const proxy = await getPlatformProxy<Env>({ persist: { path: join(dir, 'cloudflare/v3') } });
  async function* documents() {
    for await (const document of store.documents()) {
      const files = [document.file, ...document.aliases.map((alias) => alias.file)];
      if (only === null || files.some((file) => only.has(lastSegment(file)))) yield document;
    }
  }
  const target = {
    version: 'own',
    builtAt: new Date().toISOString(),
    lexicon: lexicon ? await readLexicon() : '',
    ...(enrichment ? { enrichmentOf: readEnrichment(storeDir).of } : {}),
  };
  const { info } = await fillIndex(proxy.env.INDEX_DB, target, documents);
  await pointTo(proxy.env.INDEX_DB, { ...info, engine: 'd1' });
  await proxy.dispose();
  if (info.documents > 0) return dir;
  await rm(dir, { recursive: true, force: true });
  throw new Error('Keines der verlangten Dokumente ist im Speicher. (None of the wanted documents is in the store.)');
}

/** For comparing engines, MiniSearch is built here even when an isolate could not hold it. */
async function openFor(env: Env, engine: 'minisearch' | 'd1' | null): Promise<LiveIndex> {
  const info = await readPointer(env.INDEX_DB);
  if (!info) throw new Error('Es gibt noch keinen Suchindex. Erst: npm run index. (There is no index yet.)');
  const reader = indexReader(env.INDEX_DB, info.version);
  const words = new Set((await reader.resource('words')).split('\n'));
  const analysis = { known: (word: string) => words.has(word), lexicon: openLexicon(await reader.resource('lexicon')) };
  const chosen = engine ?? info.engine;
  if (chosen === 'd1') return liveIndex({ ...info, engine: chosen }, reader, analysis, null);
  const rows = await reader.candidates(Array.from({ length: info.passages }, (_, n) => n));
  const entries = rows.map(({ n, terms }) => ({ id: n, terms }));
  return liveIndex({ ...info, engine: chosen }, reader, analysis, readBundle(writeBundle(entries)));
}

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
    async text(id) {
      const response = await get(`/api/documents/${id}`);
      return response.status === 404 ? null : (await read<{ text: string }>(id, response)).text;
    },
    close: async () => {},
  };
}
