// Page → response: the shell that Vite has built comes from the assets, its places are filled while it streams.
import type { Fetcher } from '@cloudflare/workers-types';
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
  const filled = new HTMLRewriter()
    .on('html', { element: (element) => void element.setAttribute('lang', page.lang) })
    .on('[data-fill]', {
      element: (element) => {
        const place = element.getAttribute('data-fill') ?? '';
        element.removeAttribute('data-fill');
        const content = page.fills[place as keyof Page['fills']];
        if (content !== undefined) element.setInnerContent(content.markup, { html: true });
      },
    })
    .transform(new Response(shell.body, { status: page.status, headers }));
  return filled;
}
