// Page → response: the shell that Vite has built comes from the assets, its places are filled.

import type { Fetcher } from '@cloudflare/workers-types';
import { german } from '../../corpus/german/letters.ts';
import type { Page } from './page.ts';

/**
 * Fills every `data-fill` place of the shell. Headers that all pages share (CSP and so on) are the caller's.
 * @param assets the binding that serves dist/web
 */
export async function respond(page: Page, assets: Pick<Fetcher, 'fetch'>): Promise<Response> {
  // The binding redirects /x/index.html to /x/, so the folder is asked for.
  const shell = (await assets.fetch(`http://assets/${page.shell}/`)) as unknown as Response;
  if (!shell.ok) throw new Error(`dist/web has no shell "${page.shell}" (${shell.status}): npm run build`);
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  if (page.noindex) headers.set('x-robots-tag', 'noindex');
  return new Response(fillShell(await shell.text(), page), { status: page.status, headers });
}

/** An element with `data-fill` and nothing but text in it. The shells are our own, so no parser of HTML is needed. */
const PLACE = german(/<(\w+)([^<>]*?) data-fill="(\w+)"([^<>]*)>[^<]*<\/\1>/g);

export function fillShell(shell: string, { lang, fills, head }: Pick<Page, 'lang' | 'fills' | 'head'>): string {
  return shell
    .replace(german(/<html lang="[\w-]*"/), `<html lang="${lang}"`)
    .replace('</head>', () => `${head.markup}</head>`)
    .replace(PLACE, (_, tag: string, before: string, place: string, after: string) => {
      const content = fills[place as keyof Page['fills']];
      return `<${tag}${before}${after}>${content?.markup ?? ''}</${tag}>`;
    });
}
