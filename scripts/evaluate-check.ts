// Measures `POST /api/check` on real inquiries whose answers are in the store; the last line is one JSON object.
//   as they are   the inquiry of each chosen paper, its own answer in the index
//   hard          the same with the question's text taken out of its own answers, so that only the answer's words help
//   left out      the same with all answers of its own paper left out: what is claimed then may not be there
// Run with: npm run eval:check [-- --inquiries 200 --read 40]
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareAll, shownOf } from '../api/check/check.ts';
import { questionsOf } from '../api/check/questions.ts';
import { rarestWeight } from '../api/check/similarity.ts';
import { topicOf } from '../api/check/topic.ts';
import { SHOWN_FROM, verdictOf } from '../api/check/verdict.ts';
import { type LocalEnv, openLocal } from '../api/node/local.ts';
import { openIndex } from '../api/search/live-index.ts';
import type { Hit } from '../api/search/types.ts';
import { readPages } from '../corpus/read/read.ts';
import type { ReplyDocument } from '../corpus/types.ts';
import { optionsOf } from './arguments.ts';
import { buildIndex } from './build-index.ts';
import { copyWithoutQuestions } from './evaluate/without-questions.ts';
import { fail } from './fault.ts';
import { openStore, type Store } from './store.ts';

interface Inquiry {
  document: ReplyDocument;
  about: string;
  /** Every question of it. */
  all: string[];
  /** Questions whose text its own answer repeats, with that pair's place. */
  questions: { text: string; answerStart: number }[];
}

const values = optionsOf(
  { inquiries: { type: 'string', default: '200' }, read: { type: 'string', default: '0' } },
  'npm run eval:check [-- --inquiries 200] [-- --read 40]',
);
await main().catch((error: Error) => fail(error, process.env.STORE_DIR || '.store'));

async function main(): Promise<void> {
  const [count, shown] = [countOf('inquiries'), countOf('read')];
  const storeDir = process.env.STORE_DIR || '.store';
  const inquiries = await chooseInquiries(await openStore(storeDir), count);
  if (inquiries.length === 0) {
    throw new Error(
      'Kein Vorgang im Speicher hat seine Anfrage und eine Antwort, die ihre Fragen wiederholt. (Nothing to measure.)',
    );
  }
  const asIs = await measure(storeDir, inquiries);
  const hard = await measureHard(storeDir, inquiries);
  const figures = {
    inquiries: inquiries.length,
    questions: asIs.own.length,
    asIs: ownFigures(asIs.own),
    hard: ownFigures(hard.own),
    leftOut: shares(asIs.others.map(({ verdict }) => verdict)),
    medianMsAQuestion: asIs.medianMs,
  };
  const claimed = asIs.others.filter(({ verdict }) => verdict !== 'none');
  for (const claim of spread(claimed, shown)) {
    console.log(
      `\n${claim.verdict} ${claim.similarity.toFixed(2)}\n  neu:    ${claim.asked}\n  früher: ${claim.found}`,
    );
  }
  console.log(JSON.stringify(figures));
}

function countOf(name: 'inquiries' | 'read'): number {
  if (/^\d+$/u.test(values[name])) return Number(values[name]);
  throw new Error(`--${name} verlangt eine ganze Zahl. (--${name} wants a whole number.)`);
}

async function measureHard(storeDir: string, inquiries: Inquiry[]) {
  const dir = await mkdtemp(join(tmpdir(), 'ratsauskunft-check-'));
  try {
    await copyWithoutQuestions(storeDir, dir, new Set(inquiries.map(({ document }) => document.id)));
    const built = await buildIndex({ storeDir: dir, engine: null });
    if (!built.ok) throw new Error(built.error);
    return await measure(dir, inquiries);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Papers in an order that depends on their File ids only. */
async function chooseInquiries(store: Store, count: number): Promise<Inquiry[]> {
  const records = (await store.records()).map(({ record }) => record);
  const byKey = new Map(records.map((record) => [record.key, record]));
  const byId = new Map(records.map((record) => [record.id, record]));
  const documents: ReplyDocument[] = [];
  for await (const document of store.documents()) documents.push(document);
  const order = (document: ReplyDocument) => createHash('sha256').update(document.file).digest('hex');
  const chosen: Inquiry[] = [];
  for (const document of documents.sort((a, b) => order(a).localeCompare(order(b)))) {
    if (chosen.length === count) break;
    const content = byKey.get(byId.get(document.id)?.inquiry ?? '')?.content;
    const bytes = content && (await store.originals.get(content.sha256).catch(() => null));
    const pages = bytes && content ? await readPages(bytes, content.name, content.mediaType) : null;
    const asked = pages?.ok ? questionsOf(pages.value.pages) : null;
    if (!asked?.ok) continue;
    const questions = asked.value.questions.flatMap(({ text }) => {
      const pair = document.pairs.find((p) => p.questionFrom === 'document' && same(p.questionText ?? '', text));
      return pair ? [{ text, answerStart: pair.answer.start }] : [];
    });
    if (questions.length >= 2)
      chosen.push({ document, about: asked.value.about, all: asked.value.questions.map((q) => q.text), questions });
  }
  return chosen;
}

function same(a: string, b: string): boolean {
  return squeezed(a) === squeezed(b) && squeezed(a).length > 20;
}

function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

interface Own {
  /** Rank of the own pair among what is shown, sure before unsure, from 0; -1 when it is not. */
  rank: number;
  documentRank: number;
  verdict: string;
}

async function measure(dir: string, chosen: Inquiry[]) {
  const local = openLocal(dir);
  return measureIn(local.env, chosen).finally(() => local.close());
}

async function measureIn(env: LocalEnv, chosen: Inquiry[]) {
  const index = await openIndex(env);
  if (!index) throw new Error('Es gibt noch keinen Suchindex. Erst: npm run index. (There is no index yet.)');
  const own: Own[] = [];
  const others: { verdict: string; similarity: number; asked: string; found: string }[] = [];
  const times: number[] = [];
  for (const { document, about, all, questions } of chosen) {
    const papers = new Set([document.reference, ...document.aliases.map((alias) => alias.reference)]);
    const [subject, ...weights] = await index.weigh([about, ...all]);
    const topic = topicOf(subject!, weights);
    for (const { text, answerStart } of questions) {
      const started = performance.now();
      const terms = { question: weights[all.indexOf(text)]!, about: topic, rarest: rarestWeight(index.info.passages) };
      const [compared = []] = await compareAll([{ text, terms }], about, index);
      times.push(performance.now() - started);
      const isOwn = (hit: Hit) => hit.document.id === document.id;
      const { sure, unsure } = shownOf(compared, terms);
      const shown = [...sure, ...unsure];
      own.push({
        rank: shown.findIndex(({ hit }) => isOwn(hit) && hit.pair.answer.start === answerStart),
        documentRank: shown.findIndex(({ hit }) => isOwn(hit)),
        verdict: verdictOf(sure.map(({ similarity }) => similarity)),
      });
      const rest = compared.filter(({ hit }) => !isOwn(hit) && !papers.has(hit.document.reference));
      const best = rest[0];
      others.push({
        verdict: verdictOf(rest.map(({ similarity }) => similarity).filter((value) => value >= SHOWN_FROM)),
        similarity: best?.similarity ?? 0,
        asked: `[${line(about, 80)}] ${line(text, 250)}`,
        found: best
          ? `[${line(best.hit.document.title, 80)}] ${line(best.hit.pair.questionText ?? '–', 250)} → ${line(best.hit.passage.text, 250)}`
          : '',
      });
    }
  }
  return { own, others, medianMs: Math.round(times.sort((a, b) => a - b)[times.length >> 1] ?? 0) };
}

function ownFigures(own: Own[]) {
  const share = (fits: (one: Own) => boolean) => round(own.filter(fits).length / own.length);
  return {
    pairFirst: share(({ rank }) => rank === 0),
    pairAmongFive: share(({ rank }) => rank >= 0 && rank < 5),
    documentFirst: share(({ documentRank }) => documentRank === 0),
    documentAmongFive: share(({ documentRank }) => documentRank >= 0 && documentRank < 5),
    verdicts: shares(own.map(({ verdict }) => verdict)),
  };
}

function shares(verdicts: string[]): Record<string, number> {
  const names = ['answered', 'similar', 'partly', 'none'];
  return Object.fromEntries(
    names.map((name) => [name, round(verdicts.filter((verdict) => verdict === name).length / verdicts.length)]),
  );
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function line(text: string, length: number): string {
  return text.replace(/\s+/g, ' ').slice(0, length);
}

/** Evenly over the whole list. */
function spread<T>(items: T[], count: number): T[] {
  const step = Math.max(1, items.length / Math.max(1, count));
  return Array.from({ length: Math.min(count, items.length) }, (_, i) => items[Math.floor(i * step)]!);
}
