// What programs look for at fixed addresses: robots.txt (RFC 9309), sitemap.xml, security.txt (RFC 9116).
import type { City } from '../../corpus/city.ts';
import { html } from './html.ts';

/** Search results and the API are not crawled, documents only where the city says so. */
export function robotsTxt({ indexing }: Pick<City, 'indexing'>, origin: string): string {
  const closed = ['/api/', '/mcp', '/suche', '/pruefen', '/zahlen.csv', ...(indexing ? [] : ['/dokument/'])];
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`)];
  if (indexing) lines.push('', `Sitemap: ${origin}/sitemap.xml`);
  return `${lines.join('\n')}\n`;
}

/** Of the addresses a sitemap may have. */
export const MAX_SITEMAP = 50_000;

const PAGES = ['/', '/zahlen', '/barrierefreiheit', '/datenschutz', '/impressum'];

export function sitemapXml(documents: { id: string; date: string | null }[], origin: string): string {
  const shown = documents.slice(0, MAX_SITEMAP - PAGES.length);
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${PAGES.map(
  (path) => html`<url><loc>${origin}${path}</loc></url>
`,
)}${shown.map(
  ({ id, date }) =>
    html`<url><loc>${origin}/dokument/${id}</loc>${date !== null && html`<lastmod>${date}</lastmod>`}</url>
`,
)}</urlset>
`.markup;
}

const VALID_DAYS = 180;

/** Null while the city has named nobody whom to write to: without a contact the file says nothing. */
export function securityTxt({ imprint, contact }: Pick<City, 'imprint' | 'contact'>, origin: string, now: Date) {
  const mail = imprint.mail ?? contact.mail;
  if (mail === null) return null;
  const expires = new Date(now.getTime() + VALID_DAYS * 86_400_000).toISOString().replace(/T.*/, 'T00:00:00Z');
  return [
    `Contact: mailto:${mail}`,
    `Expires: ${expires}`,
    'Preferred-Languages: de, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n');
}
