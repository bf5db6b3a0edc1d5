// Pieces of markup for found answers that several pages show.

import type { Lang, Snippet } from '../events.ts';
import { langParameter } from '../languages.ts';
import { type Html, html } from './html.ts';
import type { PageTexts } from './texts.ts';

/** Responses carry absolute addresses; a page links to its own site by path, whatever host it is read under. */
export function localAddress(url: string): string {
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash;
}

/** A path that may have a fragment, keeping the language of the page. */
export function inLanguage(path: string, lang: Lang): string {
  return langParameter(lang) === null ? path : path.replace(/(?=#|$)/, `?lang=${lang}`);
}

/** To what a passage was read from. */
export const pictureLink = (url: string, lang: Lang, { search }: PageTexts, of: string): Html =>
  html`<a href="${inLanguage(localAddress(url), lang)}">${search.picture}<span class="visually-hidden"> (${of})</span></a>`;

/** A snippet with its matched words marked. */
export function marked({ text, highlights }: Snippet): Html {
  const pieces = highlights.map(([start, end], i) => {
    const before = text.slice(highlights[i - 1]?.[1] ?? 0, start);
    return html`${before}<mark>${text.slice(start, end)}</mark>`;
  });
  return html`${pieces}${text.slice(highlights.at(-1)?.[1] ?? 0)}`;
}
