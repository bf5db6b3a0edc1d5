// The sentences of chat, widget and pages in the reader's language.
import type { Lang } from '../api/events.ts';
import { de, deOnPages, type PageTexts, type Texts } from './texts.de.ts';
import { en, enOnPages } from './texts.en.ts';

const TEXTS: Record<Lang, Texts> = { de, en };
const ON_PAGES: Record<Lang, PageTexts> = { de: deOnPages, en: enOnPages };

export function textsFor(lang: Lang): Texts {
  return TEXTS[lang];
}

export function pageTextsFor(lang: Lang): PageTexts {
  return ON_PAGES[lang];
}
