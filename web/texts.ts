// The sentences of chat and widget in the reader's language.
import type { Lang } from '../api/events.ts';
import { de, type Texts } from './texts.de.ts';
import { en } from './texts.en.ts';

export function textsFor(lang: Lang): Texts {
  return lang === 'en' ? en : de;
}
