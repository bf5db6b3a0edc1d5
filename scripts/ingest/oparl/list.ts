// An OParl list, page by page along `links.next` and nothing else. Ends well, or with the reason why it cannot go on:
// a page that fails, a link to another server, pages that repeat or never bring anything new.
import type { Sentence } from '../../language.ts';
import { ownUrl } from '../http/address.ts';
import type { Client, Fetched } from '../http/client.ts';
import { getJson } from './json.ts';
import { isObject, keyOf, many, type Raw } from './objects.ts';

export interface Page {
  url: string;
  items: Raw[];
  /** Null on the last page. */
  next: string | null;
  /** What the server says; many leave it out or say it wrongly, so it is for the progress bar only. */
  total: number | null;
}

export type ListEnd = { complete: true } | { complete: false; why: Sentence };

const ASKED_PER_PAGE = 100;
const FRUITLESS_PAGES = 3;

/** `modified_since` as OParl wants it; the "+" of the time zone travels as %2B. */
export function listUrl(list: string, since: Date | null): string {
  const url = new URL(list);
  url.searchParams.set('limit', String(ASKED_PER_PAGE));
  if (since) url.searchParams.set('modified_since', since.toISOString().replace(/\.\d+Z$/, '+00:00'));
  return url.href;
}

/**
 * Calls `onPage` for each page in turn. `first` is a URL of `listUrl` or a page at which an earlier run stopped;
 * with `mayBeEmpty` a 404 means that nothing has changed, which some servers say like this.
 */
export async function readList(
  client: Client,
  first: string,
  options: { mayBeEmpty: boolean },
  onPage: (page: Page) => Promise<void>,
): Promise<ListEnd> {
  const seenUrls = new Set<string>();
  const seenKeys = new Set<string>();
  let fruitless = 0;
  for (let url: string | null = first, n = 1; url !== null; n++) {
    const own = ownUrl(url, client.start);
    if (!own.ok) return stop(n, `sie läge auf einem anderen Server (${url})`, `it would be on another server (${url})`);
    if (seenUrls.has(own.value.href)) {
      return stop(
        n,
        'der Server verweist auf eine Seite zurück, die schon gelesen ist',
        'the server points back to a page that was read',
      );
    }
    seenUrls.add(own.value.href);
    let fetched = await getJson(client, own.value.href);
    if (n === 1 && isAboutParameters(fetched) && own.value.searchParams.has('limit')) {
      own.value.searchParams.delete('limit');
      fetched = await getJson(client, own.value.href);
    }
    if (n === 1 && fetched.kind === 'gone' && fetched.status === 404 && options.mayBeEmpty) return { complete: true };
    if (fetched.kind !== 'ok') return stop(n, ...reasonOf(fetched));
    const page = pageOf(own.value.href, fetched.value);
    if (!page) return stop(n, 'es ist keine OParl-Liste', 'it is no OParl list');
    const before = seenKeys.size;
    for (const item of page.items) seenKeys.add(keyOf(item.id) ?? JSON.stringify(item));
    fruitless = seenKeys.size === before ? fruitless + 1 : 0;
    await onPage(page);
    if (fruitless === FRUITLESS_PAGES && page.next) {
      return stop(
        n,
        `die letzten ${FRUITLESS_PAGES} Seiten brachten nichts Neues`,
        `the last ${FRUITLESS_PAGES} pages brought nothing new`,
      );
    }
    url = page.next;
  }
  return { complete: true };
}

function pageOf(url: string, value: Raw): Page | null {
  // OParl 1.0 servers exist that answer with the bare object where a list of one is meant.
  const data = Array.isArray(value.data) ? value.data : null;
  if (!data) return null;
  const links = isObject(value.links) ? value.links : {};
  const next = typeof links.next === 'string' && links.next !== '' ? links.next : null;
  const pagination = isObject(value.pagination) ? value.pagination : {};
  const total = Number(pagination.totalElements);
  return { url, items: many(data).filter(isObject), next, total: Number.isInteger(total) && total > 0 ? total : null };
}

const isAboutParameters = (fetched: { kind: string; status?: number }) =>
  fetched.status !== undefined && [400, 404, 405, 422, 500, 501].includes(fetched.status);

const stop = (page: number, de: string, en: string): ListEnd => ({
  complete: false,
  why: {
    de: `Seite ${page} der Liste ist nicht lesbar: ${de}.`,
    en: `Page ${page} of the list cannot be read: ${en}.`,
  },
});

/** Why a fetch brought nothing, for people. */
export function reasonOf(fetched: Exclude<Fetched, { kind: 'ok' | 'not-modified' }>): [de: string, en: string] {
  switch (fetched.kind) {
    case 'gone':
      return [`HTTP ${fetched.status}`, `HTTP ${fetched.status}`];
    case 'too-large':
      return [`zu groß (${fetched.detail})`, `too large (${fetched.detail})`];
    case 'failed':
      return [fetched.detail, fetched.english ?? fetched.detail];
    case 'refused':
      return REFUSED[fetched.why](fetched.url);
  }
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);

const REFUSED = {
  'not-a-url': (url: string) => [`„${url}“ ist keine Adresse`, `"${url}" is no URL`],
  'not-http': (url: string) => [`${url} ist keine http(s)-Adresse`, `${url} is no http(s) URL`],
  // The host alone: a report with one reason for each of a thousand files would say nothing.
  'other-server': (url: string) => [
    `führt zu einem anderen Server (${hostOf(url)})`,
    `leads to another server (${hostOf(url)})`,
  ],
  'private-address': (url: string) => [
    `${hostOf(url)} liegt in einem privaten Netz`,
    `${hostOf(url)} is in a private network`,
  ],
  'too-many-redirects': () => ['zu viele Weiterleitungen', 'too many redirects'],
} satisfies Record<string, (url: string) => [string, string]>;
