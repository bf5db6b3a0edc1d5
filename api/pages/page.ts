// A page as the Worker sends it: a shell that Vite has built (with its scripts and styles) and what fills its places.

import type { City } from '../../corpus/city.ts';
import type { Lang } from '../events.ts';
import { LANGUAGES, langParameter } from '../languages.ts';
import { type Html, html } from './html.ts';
import { type PageTexts, pageTexts } from './texts.ts';

export type Shell = 'chat' | 'search' | 'check' | 'document' | 'embed' | 'text';

/** What every page needs to know. */
export interface PageContext {
  city: City;
  lang: Lang;
  /** Path and query of the request, e.g. `/suche?q=Kita`. */
  path: string;
  /** Scheme and host without a slash at the end, for addresses that other programs read. */
  origin?: string;
}

export interface Page {
  shell: Shell;
  status: number;
  lang: Lang;
  /** True: search engines are asked to stay away. */
  noindex: boolean;
  /** Goes to the end of the head: what other programs show of the page, and its feed. */
  head: Html;
  fills: { title: Html; skip: Html; header: Html; main: Html; footer: Html };
}

/** Puts header and footer around the main part. `title` is the page's own heading; null on the first page. */
export function page(
  context: PageContext,
  parts: {
    shell: Shell;
    title: string | null;
    main: Html;
    status?: number;
    noindex?: boolean;
    description?: string;
    feed?: string;
  },
): Page {
  const { city, lang } = context;
  const texts = pageTexts(lang);
  const service = `${city.product} ${city.name}`;
  const title = parts.title === null ? service : `${parts.title} – ${service}`;
  return {
    shell: parts.shell,
    status: parts.status ?? 200,
    lang,
    noindex: parts.noindex ?? !city.indexing,
    head: head(context, title, parts.description ?? texts.description(city.name), parts.feed),
    fills: {
      title: html`${title}`,
      skip: html`<a class="skip" href="#inhalt">${texts.skip}</a>`,
      header: header(context, texts),
      main: parts.main,
      footer: footer(context, texts),
    },
  };
}

function head({ city, lang, path, origin }: PageContext, title: string, description: string, feed?: string): Html {
  return html`<meta name="description" content="${description}" />
    <meta property="og:title" content="${title}" /><meta property="og:description" content="${description}" />
    <meta property="og:type" content="website" /><meta property="og:site_name" content="${city.product} ${city.name}" />
    <meta property="og:locale" content="${LANGUAGES[lang].locale.replace('-', '_')}" />
    ${origin !== undefined && html`<meta property="og:url" content="${origin}${path}" />`}
    ${feed !== undefined && html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${feed}" />`}`;
}

/** A link inside the site that keeps the language of the page. */
export function link(lang: Lang, path: string): string {
  if (langParameter(lang) === null) return path;
  const [address = '', fragment] = path.split('#');
  return `${address}${address.includes('?') ? '&' : '?'}lang=${lang}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** A link to an address that a document or a source has given; one that is not on the web stays text. */
export function outward(url: string, label: string | Html): Html {
  return /^https?:\/\//i.test(url) ? html`<a href="${url}">${label}</a>` : html`${label}`;
}

function header(context: PageContext, texts: PageTexts): Html {
  const { city, lang } = context;
  const here = new URL(context.path, 'http://localhost');
  const items = [
    ['/', texts.nav.ask],
    ['/suche', texts.nav.search],
    ['/pruefen', texts.nav.check],
  ] as const;
  return html`<div class="bar">
    <a class="brand" href="${link(lang, '/')}"><strong>${city.product}</strong> <span>${city.name}</span></a>
    <nav aria-label="${texts.nav.label}"><ul>${items.map(
      ([path, label]) =>
        html`<li><a href="${link(lang, path)}"${path === here.pathname && html` aria-current="page"`}>${label}</a></li>`,
    )}</ul></nav>
    <a class="language" href="${otherLanguage(here, lang)}" lang="${LANGUAGES[lang].other}" hreflang="${LANGUAGES[lang].other}">${texts.otherLanguage}</a>
  </div>`;
}

function otherLanguage(here: URL, lang: Lang): string {
  const target = new URL(here);
  const other = langParameter(LANGUAGES[lang].other);
  if (other === null) target.searchParams.delete('lang');
  else target.searchParams.set('lang', other);
  return `${target.pathname}${target.search}`;
}

function footer({ city, lang }: PageContext, texts: PageTexts): Html {
  const items = [
    ['/impressum', texts.nav.imprint],
    ['/datenschutz', texts.nav.privacy],
    ['/barrierefreiheit', texts.nav.accessibility],
    ['/barrierefreiheit#melden', texts.nav.reportBarrier],
    ['/themen', texts.nav.topics],
    ['/zahlen', texts.nav.numbers],
    ['/einbetten', texts.nav.embed],
  ] as const;
  return html`<div class="bar">
    <p>${city.url === null ? city.name : html`<a href="${city.url}">${city.name}</a>`}</p>
    <nav aria-label="${texts.nav.footerLabel}"><ul>${items.map(([path, label]) => html`<li><a href="${link(lang, path)}">${label}</a></li>`)}</ul></nav>
  </div>`;
}
