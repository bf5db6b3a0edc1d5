// The form of /pruefen, sent → the page with its result. Text or file, whatever was given; nothing is kept.
import type { Context } from 'hono';
import { checkInquiry } from '../check/check.ts';
import { questionsOf } from '../check/questions.ts';
import { checkTexts } from '../check/texts.ts';
import type { Match } from '../check/types.ts';
import { MAX_FILE_BYTES, pastedPages, type UnusableInquiry, uploadedPages } from '../check/upload.ts';
import { SAME_FROM } from '../check/verdict.ts';
import type { Env } from '../env.ts';
import type { Lang } from '../events.ts';
import { isRateLimited, LIMIT_PERIOD_SECONDS } from '../limit.ts';
import { originOf } from '../origin.ts';
import type { LiveIndex } from '../search/types.ts';
import type { CheckPageData } from './check.ts';
import { pageTexts } from './texts.ts';

type Outcome = Pick<CheckPageData, 'text' | 'outcome'>;

/** A file of the largest size, a long text and what the form puts around them. */
export const MAX_FORM_BYTES = MAX_FILE_BYTES + 1024 * 1024;

export function tooLarge(lang: Lang): Outcome {
  const sentence = checkTexts(lang).unusable['too-large'];
  return { text: '', outcome: { kind: 'problem', sentence, status: 413 } };
}

export async function checkForm(c: Context<{ Bindings: Env }>, index: LiveIndex | null, lang: Lang): Promise<Outcome> {
  const { check, search } = pageTexts(lang);
  const problem = (text: string, sentence: string, status: number): Outcome => ({
    text,
    outcome: { kind: 'problem', sentence, status },
  });
  const unusable = (text: string, reason: UnusableInquiry) =>
    problem(text, checkTexts(lang).unusable[reason], reason === 'too-large' ? 413 : 400);

  if (await isRateLimited(c, 'check')) return problem('', check.limited(LIMIT_PERIOD_SECONDS), 429);
  if (!index) return problem('', search.unavailable, 503);
  const form = await c.req.formData().catch(() => null);
  const text = form?.get('text');
  const file = form?.get('file') as unknown;
  const pasted = typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : '';
  const upload = file instanceof File && file.size > 0 ? file : null;
  const pages = upload
    ? await uploadedPages(new Uint8Array(await upload.arrayBuffer()), upload.type, upload.name)
    : pastedPages(pasted);
  // A novel would only travel back and forth.
  const kept = pasted.length > 60_000 ? '' : pasted;
  if (!pages.ok) return unusable(kept, pages.error);
  const asked = questionsOf(pages.value);
  if (!asked.ok) return unusable(kept, asked.error);
  const checked = await checkInquiry(asked.value, index, originOf(c));
  for (const question of checked.questions) question.matches = newestFirst(question.matches);
  return {
    text: kept,
    outcome: { kind: 'checked', checked, about: asked.value.about, fileName: upload?.name.slice(0, 120) ?? null },
  };
}

/** Of answers to the same question the last word comes first; what is only like it stays behind them, best first. */
function newestFirst(matches: Match[]): Match[] {
  const [same, alike] = [true, false].map((isSame) => matches.filter((one) => one.similarity >= SAME_FROM === isSame));
  return [...same!.sort((a, b) => (b.source.date ?? '').localeCompare(a.source.date ?? '')), ...alike!];
}
