import { expect, it } from 'vitest';
import { gather } from '../../../../api/answer/model/gather.ts';
import { modelSources } from '../../../../api/answer/model/model-sources.ts';
import type { FoundPair } from '../../../../api/answer/reply.ts';
import { pool, seed } from '../documents.ts';
import { smallIndex } from '../small-index.ts';

const index = smallIndex([seed, pool]);

async function found(query: string): Promise<FoundPair[]> {
  const { hits } = await index.search({
    query,
    filters: {},
    history: [],
    rewrite: null,
    sort: 'relevance',
    limit: 1,
    offset: 0,
    group: 'pair',
  });
  return hits.map((hit) => ({ hit, document: pool }));
}

it('the model reads the neighbours of what was found, behind it and each once', async () => {
  const pairs = gather(await found('Wie viele Besuche zählte das Freibad in der Saison?'));
  expect(pairs.map(({ hit }) => hit.pair.number)).toEqual(['2', '1', '3']);
  const sources = modelSources(pairs, 'https://rat.example');
  expect(sources.map(({ about }) => about)).toEqual([
    expect.stringContaining('Wie viele Menschen'),
    expect.stringContaining('Was kostet'),
    expect.stringContaining('Verlängerung'),
  ]);
  for (const { document, sentences, block } of sources) {
    expect(block.content.map(({ text }) => text)).toEqual(sentences.map((s) => document.text.slice(s.start, s.end)));
  }
});

it('adds no pair of a paper beyond those that may be read', async () => {
  const pairs = await found('Was kostet der Eintritt?');
  expect(gather(pairs, { papers: 0, each: 6 })).toEqual(pairs);
  expect(gather(pairs, { papers: 1, each: 1 })).toHaveLength(2);
});
