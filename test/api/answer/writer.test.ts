import { describe, expect, it } from 'vitest';
import { toSource } from '../../../api/answer/source.ts';
import { openWriter, withoutMarkers } from '../../../api/answer/writer.ts';
import { hostile, pool, seed } from './documents.ts';

describe('the text of an answer', () => {
  it.each([
    ['[3]', '(3)'],
    ['[3, 4] und [5-7]', '(3, 4) und (5-7)'],
    ['[[1]]', '[(1)]'],
    ['[Anlage 2]', '[Anlage 2]'],
    ['offen [1', 'offen (1'],
    ['offen [', 'offen ('],
    ['a[0] = [ 1 ]', 'a(0) = ( 1 )'],
  ])('has no marker that is not ours: %s', (text, shown) => {
    expect(withoutMarkers(text)).toBe(shown);
    expect(shown).toHaveLength(text.length);
  });

  it('numbers documents by first use, and refuses what is no place of a source', () => {
    const hits = [pool, seed].map((document) => ({
      document,
      passage: { id: `${document.id}.0`, ...document.pairs[0]!.answer, pair: 0, page: 1, text: '' },
      pair: document.pairs[0]!,
      score: 1,
      matched: [],
      missing: [],
    }));
    const writer = openWriter(
      hits.map((hit) => toSource(hit, 'https://rat.example')),
      'https://rat.example',
    );
    writer.say('Erst das zweite.');
    writer.cite(seed, { start: 0, end: 5 });
    writer.cite(pool, { start: 0, end: 5 });
    writer.cite(seed, { start: 5, end: 9 });
    expect(writer.documents()).toEqual([seed.id, pool.id]);
    expect(() => writer.cite(hostile, { start: 0, end: 5 })).toThrow('not among the sources');
    expect(() => writer.cite(pool, { start: 0, end: pool.text.length + 1 })).toThrow('not inside');
    expect(() => writer.cite(pool, { start: 4, end: 4 })).toThrow('not inside');
  });
});
