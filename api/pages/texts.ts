// The sentences of the server-rendered pages in the page's language.
import type { Lang } from '../events.ts';
import { de, type PageTexts } from './texts.de.ts';
import { en } from './texts.en.ts';

export type { PageTexts };

const TEXTS: Record<Lang, PageTexts> = { de, en };

export function pageTexts(lang: Lang): PageTexts {
  return TEXTS[lang];
}
