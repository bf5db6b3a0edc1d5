// The start page as the server sends it: says what it answers from, and stays useful whatever is missing.
import { expect, test } from 'vitest';
import { type ChatPageData, chatPage } from '../../../api/pages/chat.ts';
import type { IndexInfo } from '../../../api/search/types.ts';
import cityFacts from '../../../corpus/city.json' with { type: 'json' };
import { readCity } from '../../../corpus/city.ts';

const city = readCity(cityFacts);
if (!city.ok) throw new Error('city.json');
const context = { city: city.value, lang: 'de', path: '/' } as const;
const info: IndexInfo = {
  version: 'a',
  builtAt: '2026-11-25T10:00:00Z',
  documents: 2209,
  passages: 8294,
  newest: '2026-10-01',
  oldest: '2015-01-20',
  engine: 'd1',
};
const markup = (data: Partial<ChatPageData>) =>
  chatPage(context, { info, examples: [], newest: [], chatOff: false, ...data }).fills.main.markup;

test('says how many answers there are, from when to when, and when they were last updated', () => {
  expect(markup({})).toContain(
    'Grundlage sind 2.209 veröffentlichte Antworten der Verwaltung an den Rat, vom 20.01.2015 bis 01.10.2026. Zuletzt aktualisiert am 25.11.2026.',
  );
});

test('without an index says that nothing can be asked yet', () => {
  expect(markup({ info: null })).toContain('Es sind noch keine Antworten geladen.');
});

test('with the chat switched off it says so and stays a search form that no script takes over', () => {
  const off = markup({ chatOff: true, examples: ['Wie viele Bänke stehen im Park?'] });
  expect(off).toContain('Der Chat ist zurzeit ausgeschaltet.');
  expect(off).not.toContain('id="chat"');
  expect(off).toContain('action="/suche"');
  expect(markup({})).toContain('id="chat"');
});

test('examples are links to the search for readers without JavaScript', () => {
  expect(markup({ examples: ['Was kostet <das>?'] })).toContain(
    '<a href="/suche?q=Was%20kostet%20%3Cdas%3E%3F">Was kostet &lt;das&gt;?</a>',
  );
});

test('names the newest answers and leads to the topics, apart from what the chat takes over', () => {
  const page = markup({ newest: [{ id: 'a', title: 'Bänke <neu>', date: '2026-10-01' }] });
  const behindChat = page.slice(page.indexOf('<section class="newest"'));
  expect(behindChat).toContain('<a href="/dokument/a">Bänke &lt;neu&gt;</a> <span class="hint">01.10.2026');
  expect(behindChat).toContain('href="/themen"');
  expect(markup({})).not.toContain('class="newest"');
});

test('tells the chat whether a model has a hand in the answers', () => {
  expect(markup({})).toContain('data-model="off"');
  expect(markup({ model: true })).toContain('data-model="on"');
});
