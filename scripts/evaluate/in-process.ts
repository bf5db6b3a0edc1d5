// The store's index, or one made for the purpose → what is measured, in this process.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '../../api/answer/answer.ts';
import { gather } from '../../api/answer/model/gather.ts';
import type { ModelConfig } from '../../api/answer/model/model.ts';
import { modelSources } from '../../api/answer/model/model-sources.ts';
import { openSpending } from '../../api/answer/model/spending.ts';
import { understandAndSearch } from '../../api/answer/question/search-step.ts';
import { readPairs } from '../../api/answer/quote/read-pairs.ts';
import { nothingKnown } from '../../api/answer/reply.ts';
import type { AnswerDeps, AnswerRequest } from '../../api/answer/request.ts';
import { readBundle } from '../../api/index/bundle.ts';
import { fillIndex } from '../../api/index/fill-index.ts';
import { pointTo, readPointer } from '../../api/index/pointer.ts';
import { type LocalEnv, openLocal } from '../../api/node/local.ts';
import { liveIndex } from '../../api/search/live-index.ts';
import { openTables } from '../../api/search/opened.ts';
import type { LiveIndex, SearchRequest } from '../../api/search/types.ts';
import { collectAnswer } from '../../api/stream.ts';
import { readLexicon } from '../build-index.ts';
import { bundleOf } from '../index/bundle-of.ts';
import { readEnrichment } from '../store/enrichment.ts';
import { openStore } from '../store.ts';
import type { Question } from './questions.ts';
import { lastSegment } from './questions.ts';
import { languageOf, type Service } from './service.ts';

/** An index of its own: over the named documents alone, or without one of the helps. */
export interface OwnIndex {
  /** Last path segments of the files; null: all documents. */
  only: ReadonlySet<string> | null;
  lexicon: boolean;
  enrichment: boolean;
}

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
  const local = openLocal(indexDir);
  const close = async () => {
    local.close();
    if (own) await rm(indexDir, { recursive: true, force: true });
  };
  const index = await openFor(local.env, engine).catch(async (error: Error) => {
    await close();
    throw error;
  });
  const documents = new Map<string, Awaited<ReturnType<LiveIndex['document']>>>();
  const document = async (id: string) => {
    if (!documents.has(id)) documents.set(id, await index.document(id));
    return documents.get(id) ?? null;
  };
  const depsFor = (question: Question): AnswerDeps => ({
    index,
    origin: 'https://rat.example',
    now: new Date(),
    model,
    // Takes the place of the understanding call, which no machine can make here.
    recorded: question.rewrite,
    budget: null,
    signal: new AbortController().signal,
    log: () => {},
  });
  return {
    async search(question, depth) {
      const { hits } = await index.search(searchOf(question, depth));
      return hits.map((hit) => [lastSegment(hit.document.file)]);
    },
    async chat(question) {
      const whole = await collectAnswer(answer(requestOf(question), depsFor(question)));
      if ('failure' in whole) throw new Error(`${question.id}: ${whole.failure}`);
      return whole;
    },
    async sent(question) {
      const deps = depsFor(question);
      const spending = await openSpending(requestOf(question), { ...deps, model: null });
      const known = nothingKnown(requestOf(question));
      const searched = { ...known, ...(await understandAndSearch(known, { ...deps, spending, forModel: true })) };
      const { pairs = [] } = await readPairs(searched, { ...deps, spending, forModel: true });
      return modelSources(gather(pairs), deps.origin).map(({ document, sentences }) => ({
        file: document.file,
        text: sentences.map(({ start, end }) => document.text.slice(start, end)).join('\n'),
      }));
    },
    async pairs(question, depth) {
      const { hits } = await index.search({ ...searchOf(question, depth), group: 'pair' });
      return Promise.all(
        hits.map(async ({ document: { id, file }, passage, pair }) => {
          const text = (await document(id))?.text ?? passage.text;
          return { file: lastSegment(file), answer: text.slice(pair.answer.start, pair.answer.end) };
        }),
      );
    },
    document,
    close,
  };
}
function requestOf(question: Question): AnswerRequest {
  return {
    id: question.id,
    question: question.question,
    history: question.history.map((text) => ({ role: 'user' as const, text })),
    filters: {},
    lang: languageOf(question),
    mode: 'auto',
  };
}

const searchOf = ({ question, history, rewrite }: Question, depth: number): SearchRequest => ({
  ...{ query: question, filters: {}, history, rewrite, sort: 'relevance', limit: depth, offset: 0 },
});

/** In a folder of its own, which is the caller's to remove. */
async function indexOf(storeDir: string, { only, lexicon, enrichment }: OwnIndex): Promise<string> {
  const store = await openStore(storeDir);
  const dir = await mkdtemp(join(tmpdir(), 'ratsauskunft-eval-'));
  const local = openLocal(dir);
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
  const { info } = await fillIndex(local.env.INDEX_DB, target, documents);
  await pointTo(local.env.INDEX_DB, { ...info, engine: 'd1' });
  local.close();
  if (info.documents > 0) return dir;
  await rm(dir, { recursive: true, force: true });
  throw new Error('Keines der verlangten Dokumente ist im Speicher. (None of the wanted documents is in the store.)');
}

/** For comparing engines, MiniSearch is built here even when an isolate could not hold it. */
async function openFor(env: LocalEnv, engine: 'minisearch' | 'd1' | null): Promise<LiveIndex> {
  const info = await readPointer(env.INDEX_DB);
  if (!info) throw new Error('Es gibt noch keinen Suchindex. Erst: npm run index. (There is no index yet.)');
  const opened = await openTables(env.INDEX_DB, info.version);
  const chosen = engine ?? info.engine;
  if (chosen === 'd1') return liveIndex({ ...info, engine: chosen }, opened, null);
  return liveIndex({ ...info, engine: chosen }, opened, readBundle(await bundleOf(env.INDEX_DB, info)));
}
