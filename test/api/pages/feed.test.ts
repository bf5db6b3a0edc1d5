// The feed is XML that a strict parser takes and RFC 4287 asks for; its ids outlive a move to another host.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { SearchHit, Source } from '../../../api/events.ts';
import { atomFeed } from '../../../api/pages/feed.ts';
import { robotsTxt, securityTxt, sitemapXml } from '../../../api/pages/for-crawlers.ts';
import cityFacts from '../../../corpus/city.json' with { type: 'json' };
import { readCity } from '../../../corpus/city.ts';

const city = (readCity(cityFacts) as Extract<ReturnType<typeof readCity>, { ok: true }>).value;

const hit = (given: Partial<Source>): SearchHit =>
  ({
    source: {
      documentId: 'ort-1',
      title: 'Bänke & <Bäume>',
      date: '2026-05-01',
      committee: 'Rat',
      reference: '1/26',
      question: 'Wie viele?',
      text: 'Es sind\u0007 40. \ud83d',
      url: 'https://rat.example/dokument/ort-1#z=1-2',
      ...given,
    },
  }) as SearchHit;

const feedAt = (host: string, hits: SearchHit[]) =>
  atomFeed({
    city,
    hits,
    builtAt: '2026-06-01T10:00:00.000Z',
    self: `${host}/feed.atom?q=B%C3%A4nke&committee=Rat`,
    search: `${host}/suche?q=B%C3%A4nke&committee=Rat`,
  });

test('has what RFC 4287 asks of a feed and of each entry', () => {
  const xml = feedAt('https://rat.example', [hit({}), hit({ documentId: 'ort-2', date: null, committee: null })]);
  expect(XMLValidator.validate(xml)).toBe(true);
  const { feed } = new XMLParser({ ignoreAttributes: false }).parse(xml);
  expect(feed['@_xmlns']).toBe('http://www.w3.org/2005/Atom');
  expect(feed.updated).toBe('2026-05-01T00:00:00Z');
  expect(feed.author.name).toBe(city.name);
  expect(feed.link.map((link: Record<string, string>) => link['@_rel'])).toEqual(['self', 'alternate']);
  for (const entry of feed.entry) {
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(['id', 'title', 'updated', 'link', 'summary']));
    expect(entry.updated).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  }
  expect(feed.entry[0].link['@_href']).toBe('https://rat.example/dokument/ort-1');
  expect(xml).not.toMatch(/[\u0007\ud83d]/);
});

test('keeps its ids at another host, and has one for each filter', () => {
  const ids = (xml: string) => xml.match(/<id>[^<]*/g);
  expect(ids(feedAt('http://10.0.0.1:8787', [hit({})]))).toEqual(ids(feedAt('https://rat.example', [hit({})])));
  expect(ids(feedAt('https://rat.example', []))?.[0]).toContain('committee');
});

test('robots.txt closes search and API, and documents only where the city does not open them', () => {
  const closed = robotsTxt({ indexing: false }, 'https://rat.example');
  expect(closed).toMatch(/^Disallow: \/api\/$/m);
  expect(closed).toMatch(/^Disallow: \/suche$/m);
  expect(closed).toMatch(/^Disallow: \/dokument\/$/m);
  expect(closed).not.toContain('Sitemap');
  const open = robotsTxt({ indexing: true }, 'https://rat.example');
  expect(open).not.toContain('/dokument/');
  expect(open).toContain('Sitemap: https://rat.example/sitemap.xml');
});

test('the sitemap names each document with the day of its answer', () => {
  const xml = sitemapXml(
    [
      { id: 'ort-1', date: '2026-05-01' },
      { id: 'ort-2', date: null },
    ],
    'https://rat.example',
  );
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml).toContain('<loc>https://rat.example/dokument/ort-1</loc><lastmod>2026-05-01</lastmod>');
  expect(xml).toContain('<loc>https://rat.example/dokument/ort-2</loc></url>');
});

test('security.txt says whom to write to and expires, and is not there while the city has named nobody', () => {
  const now = new Date('2026-12-01T14:00:00Z');
  expect(securityTxt({ ...city, imprint: { ...city.imprint, mail: null } }, 'https://rat.example', now)).toBeNull();
  const text = securityTxt(
    { ...city, imprint: { ...city.imprint, mail: 'rat@stadt.example' } },
    'https://rat.example',
    now,
  );
  expect(text).toContain('Contact: mailto:rat@stadt.example\n');
  expect(text).toContain('Expires: 2027-05-30T00:00:00Z\n');
});
