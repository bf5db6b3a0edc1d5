// The sentences of chat, widget and pages in the reader's language.
import type { Lang } from '../api/events.ts';
import { de, deOnPages, type PageTexts, type Texts } from './texts.de.ts';
import { en, enOnPages } from './texts.en.ts';

export function textsFor(lang: Lang): Texts {
  return lang === 'en' ? en : de;
}

export function pageTextsFor(lang: Lang): PageTexts {
  return lang === 'en' ? enOnPages : deOnPages;
}
