// The newest answers as a feed (Atom, RFC 4287), filtered like the search. Ids do not change when the host does.
import type { City } from '../../corpus/city.ts';
import type { SearchHit } from '../events.ts';
import { html } from './html.ts';

export interface FeedData {
  city: City;
  hits: SearchHit[];
  /** When the index was built, for a feed without dates. */
  builtAt: string;
  /** Addresses of the feed itself and of the search that shows the same. */
  self: string;
  search: string;
}

const SUMMARY_CHARACTERS = 400;

export function atomFeed({ city, hits, builtAt, self, search }: FeedData): string {
  const newest = hits
    .map(({ source }) => source.date ?? '')
    .sort()
    .at(-1);
  const { search: query } = new URL(self);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
  <id>urn:ratsauskunft:feed:${encodeURIComponent(query.slice(1)) || 'alle'}</id>
  <title>${city.product} ${city.name}</title>
  <updated>${newest ? instant(newest) : new Date(builtAt).toISOString()}</updated>
  <author><name>${city.name}</name></author>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" type="text/html" href="${search}"/>
${hits.map((hit) => entry(hit, builtAt))}</feed>
`.markup;
}

function entry({ source }: SearchHit, builtAt: string) {
  const { documentId, title, date, committee, reference, question, text, url, ocr } = source;
  const updated = date === null ? new Date(builtAt).toISOString() : instant(date);
  const facts = [committee, reference, ocr ? 'aus einem Scan gelesen' : null].filter((fact) => fact !== null);
  const summary = [facts.join(', '), question, text].filter(Boolean).join(' – ').replace(/\s+/g, ' ');
  return html`  <entry>
    <id>urn:ratsauskunft:dokument:${documentId}</id>
    <title>${title}</title>
    <updated>${updated}</updated>
    <link rel="alternate" type="text/html" href="${url.split('#')[0]}"/>
${
  committee !== null &&
  html`    <category term="${committee}"/>
`
}    <summary>${withoutControls(summary.slice(0, SUMMARY_CHARACTERS))}</summary>
  </entry>
`;
}

/** Answers are dated by the day. */
const instant = (date: string) => `${date}T00:00:00Z`;

/** XML has no place for them, not even escaped. A surrogate without its half is none of its characters either. */
function withoutControls(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\s]/gu, '');
}
