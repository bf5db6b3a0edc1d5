// The sentences that JavaScript adds to the staff's pages, in the page's language.
import type { Lang } from '../api/events.ts';
import { de, type StaffTexts } from './staff-texts.de.ts';
import { en } from './staff-texts.en.ts';

export type { StaffTexts };

export function staffTexts(lang: Lang): StaffTexts {
  return lang === 'en' ? en : de;
}
