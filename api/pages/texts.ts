// The sentences of the server-rendered pages in the page's language.
import type { Lang } from '../events.ts';
import { de } from './texts.de.ts';
import { en } from './texts.en.ts';

export type PageTexts = typeof de;

export function pageTexts(lang: Lang): PageTexts {
  return lang === 'en' ? en : de;
}
