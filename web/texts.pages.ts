// What only our own pages say in the browser, in the reader's language.
import type { Lang } from '../api/events.ts';
import { deOnPages, type PageTexts } from './texts.pages.de.ts';
import { enOnPages } from './texts.pages.en.ts';

const ON_PAGES: Record<Lang, PageTexts> = { de: deOnPages, en: enOnPages };

export function pageTextsFor(lang: Lang): PageTexts {
  return ON_PAGES[lang];
}
