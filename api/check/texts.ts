// The sentences of checking an inquiry in the reader's language.
import type { Lang } from '../events.ts';
import { type CheckTexts, de } from './texts.de.ts';
import { en } from './texts.en.ts';

export type { CheckTexts };

const TEXTS: Record<Lang, CheckTexts> = { de, en };

export function checkTexts(lang: Lang): CheckTexts {
  return TEXTS[lang];
}
