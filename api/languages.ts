// The languages of answers, pages and widget: one entry each, and the compiler names every table of texts that lacks
// one (`Record<Lang, …>`). The papers themselves are in German, whatever language is read.

export const LANGUAGES = {
  de: { locale: 'de-DE', hasCapitalNouns: true, other: 'en' },
  en: { locale: 'en-GB', hasCapitalNouns: false, other: 'de' },
} as const satisfies Record<string, { locale: string; hasCapitalNouns: boolean; other: string }>;

export type Lang = keyof typeof LANGUAGES;

/** Spoken where none is asked for; it is the papers' own, and its addresses carry no `lang`. */
const DEFAULT_LANG: Lang = 'de';

export const isLang = (tag: string | null | undefined): tag is Lang => tag != null && Object.hasOwn(LANGUAGES, tag);

/** What a client asks for, else the default. */
export const langOf = (tag: string | null | undefined): Lang => (isLang(tag) ? tag : DEFAULT_LANG);

/** Null for the default language: `?lang=` of an address, the hidden field of a form. */
export const langParameter = (lang: Lang): Lang | null => (lang === DEFAULT_LANG ? null : lang);
