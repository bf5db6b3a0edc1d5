// Question and conversation → hits. The bare question is searched while the fast model thinks; what it understood is
// searched after it.
import { decideForm } from '../../search/decide.ts';
import type { Rewrite, SearchResult } from '../../search/types.ts';
import { MAX_READ, MAX_READ_FOR_MODEL } from '../quote/read-pairs.ts';
import type { Known } from '../reply.ts';
import { type AnswerRequest, earlierQuestions, timed } from '../request.ts';
import type { StepDeps } from '../step.ts';
import { inGerman } from './in-german.ts';
import { afterEarlier, leansOnEarlier } from './leaning.ts';
import { type Understood, understand } from './understand.ts';

const MAX_HITS = 10;
/** With recorded rewrites 96 % of the gold documents are among ten hits. */
const MAX_HITS_FOR_MODEL = 20;

export async function understandAndSearch({ request }: Known, deps: StepDeps): Promise<Partial<Known>> {
  const search = (rewrite: Rewrite | null) => timed(deps, 'search', () => searchFor(request, rewrite, deps));
  const [understood, bare] = await Promise.all([understoodBy(request, deps), search(null)]);
  if (understood?.intent !== 'question') {
    const found = await inConversation(request, bare, deps);
    const german = await askedInGerman(request, found, deps);
    if (german !== null) return { understood, ...german, confidence: german.found.confidence };
    return { understood, found, confidence: found.confidence };
  }
  const found = await search({ standalone: understood.standalone, terms: understood.terms });
  return { understood, found, confidence: found.confidence };
}

/**
 * Without a model: an English question in the lexicon's German words, where these find what is surer than what the
 * question as it stands finds, or anything at all.
 */
async function askedInGerman(
  request: AnswerRequest,
  found: SearchResult,
  deps: StepDeps,
): Promise<{ found: SearchResult; meant: string } | null> {
  const form = formOf(found);
  const meant = form === 'answer' || deps.forModel ? null : await inGerman(request.question, deps.index);
  if (meant === null) return null;
  const german = await timed(deps, 'search', () => searchFor({ ...request, question: meant }, null, deps));
  const isSurer = formOf(german) === 'answer' && german.sureOfFirst > found.sureOfFirst;
  return isSurer || (form === 'nothing' && german.hits.length > 0) ? { found: german, meant } : null;
}

const formOf = (found: SearchResult) => (found.hits.length === 0 ? 'nothing' : decideForm(found));

/** Without a model: what goes on from the question before is looked for beside its answer, too. */
async function inConversation(request: AnswerRequest, found: SearchResult, deps: StepDeps): Promise<SearchResult> {
  const last = request.history.findLastIndex((turn) => turn.role === 'user');
  if (last < 0 || !leansOnEarlier(request.question)) return found;
  const earlier = { ...request, question: request.history[last]!.text, history: request.history.slice(0, last) };
  return afterEarlier(found, await timed(deps, 'search', () => searchFor(earlier, null, deps)));
}

function searchFor(
  request: AnswerRequest,
  rewrite: Rewrite | null,
  { index, forModel }: StepDeps,
): Promise<SearchResult> {
  return index.search({
    query: request.question,
    filters: request.filters,
    history: earlierQuestions(request),
    rewrite,
    sort: 'relevance',
    limit: forModel ? MAX_HITS_FOR_MODEL : MAX_HITS,
    offset: 0,
    group: 'pair',
    papers: forModel ? MAX_READ_FOR_MODEL : MAX_READ,
  });
}

async function understoodBy(request: AnswerRequest, deps: StepDeps): Promise<Understood | null> {
  const { model } = deps.spending;
  if (deps.recorded) return { ...deps.recorded, intent: 'question', language: null };
  if (model === null) return null;
  const { understood, problem, usage } = await timed(deps, 'understand', () =>
    understand(model, request.question, request.history, deps.signal),
  );
  deps.spending.add(usage);
  if (problem !== null) deps.log({ step: 'understand-failed', ms: 0, problem });
  return understood;
}
