// The sentences of chat and widget in the reader's language.
import type { Lang } from '../api/events.ts';
import { de, type Texts } from './texts.de.ts';
import { en } from './texts.en.ts';

const TEXTS: Record<Lang, Texts> = { de, en };

export function textsFor(lang: Lang): Texts {
  return TEXTS[lang];
}
