// Pairs of which none is sure → a choice of up to five, at most three of a document; or what was looked for in vain.
import type { Hit } from '../../search/types.ts';
import { contentWords } from '../question/analysis.ts';
import type { Known, Reply } from '../reply.ts';
import { earlierQuestions } from '../request.ts';
import type { StepDeps } from '../step.ts';
import { textsOf } from '../texts.ts';

const MAX_CHOICES = 5;
const MAX_OF_DOCUMENT = 3;

export function choiceOf(known: Known, deps: Pick<StepDeps, 'index' | 'origin'>): Reply {
  const hits = choiceFrom(known.pairs.map(({ hit }) => hit));
  const says = textsOf(known.request.lang).choice;
  return { form: 'choice', hits, says, notice: null, listUrl: searchUrl(known, deps) };
}

export function nothingFound(known: Known, deps: Pick<StepDeps, 'index' | 'origin'>): Reply {
  const { nothing } = textsOf(known.request.lang);
  return { form: 'nothing', says: nothing(lookedFor(known, deps)), listUrl: searchUrl(known, deps) };
}

/** The first five, at most so many of a document. */
export function choiceFrom(hits: Hit[], mostOfDocument = MAX_OF_DOCUMENT): Hit[] {
  const taken = new Map<string, number>();
  return hits
    .filter(({ document }) => {
      const before = taken.get(document.id) ?? 0;
      taken.set(document.id, before + 1);
      return before < mostOfDocument;
    })
    .slice(0, MAX_CHOICES);
}

/** In the user's words; "Und was kostet es?" leans on what was asked before. */
function lookedFor({ request, understood }: Known, { index }: Pick<StepDeps, 'index'>): string[] {
  if (understood) return understood.terms.slice(0, 6);
  const asked = [request.question, ...earlierQuestions(request).toReversed()];
  return asked.map((question) => contentWords(question, request.lang, index)).find((words) => words.length > 0) ?? [];
}

function searchUrl({ request }: Known, { origin }: Pick<StepDeps, 'origin'>): string {
  return `${origin}/suche?${new URLSearchParams({ q: request.question, ...request.filters })}`;
}
