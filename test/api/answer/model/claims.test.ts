import { describe, expect, it } from 'vitest';
import { type Claim, openClaims } from '../../../../api/answer/model/claims.ts';
import type { ModelCitation, ModelEvent } from '../../../../api/answer/model/claude.ts';

const cite = (startBlock: number): ModelCitation => ({
  searchResult: 0,
  startBlock,
  endBlock: startBlock + 1,
  citedText: 'x',
});

/** Blocks as [text, cited block or null]; the stream is complete unless `end` says otherwise. */
function claimsOf(blocks: [string, number | null][], end: ModelEvent = { type: 'end', reason: 'complete' }): Claim[] {
  const reader = openClaims();
  const out: Claim[] = [];
  for (const [i, [text, cited]] of blocks.entries()) {
    out.push(...reader.read({ type: 'text', block: i, text }));
    if (cited !== null) out.push(...reader.read({ type: 'citation', block: i, citation: cite(cited) }));
    out.push(...reader.read({ type: 'block-end', block: i }));
  }
  return [...out, ...reader.rest(end as Extract<ModelEvent, { type: 'end' | 'failure' }>)];
}

describe('the sentences of a model', () => {
  it('are put together from blocks without a space between them, with the citations of all', () => {
    const claims = claimsOf([
      ['Laut Antwort ', null],
      ['beginnt der Ausbau 2025', 3],
      ['.', null],
    ]);
    expect(claims).toEqual([
      {
        text: 'Laut Antwort beginnt der Ausbau 2025.',
        citations: [cite(3)],
        uncited: 'Laut Antwort',
        begins: 'paragraph',
      },
    ]);
  });

  it('share the citation of a block that holds several', () => {
    const claims = claimsOf([['Erster Satz hier. Zweiter Satz hier.', 1]]);
    expect(claims.map((c) => [c.text, c.citations.length])).toEqual([
      ['Erster Satz hier.', 1],
      ['Zweiter Satz hier.', 1],
    ]);
  });

  it('do not take the citation of the next block', () => {
    const claims = claimsOf([
      ['Ohne Beleg gesagt. ', null],
      ['Mit Beleg gesagt.', 2],
    ]);
    expect(claims.map((c) => c.citations.length)).toEqual([0, 1]);
  });

  it('keep lists and paragraphs, and lose bullets, numbers and headings', () => {
    const claims = claimsOf([
      ['# Überschrift\n\n', null],
      ['- Erster Punkt.\n', 0],
      ['2. Zweiter Punkt.\n', 1],
      ['\n3. Mai ist der Stichtag.', 2],
    ]);
    expect(claims.map((c) => [c.begins, c.text])).toEqual([
      ['paragraph', 'Überschrift'],
      ['item', 'Erster Punkt.'],
      ['item', 'Zweiter Punkt.'],
      ['paragraph', '3. Mai ist der Stichtag.'],
    ]);
  });

  it.each([
    ['its own markers', 'Der Ausbau beginnt [1][2].', 'Der Ausbau beginnt.'],
    ['bold', 'Der **Ausbau** beginnt.', 'Der Ausbau beginnt.'],
    ['links', 'Siehe [hier](https://boese.example).', 'Siehe hier.'],
    ['images', 'Ein Bild ![x](https://boese.example/a.png) dazu.', 'Ein Bild dazu.'],
    ['HTML', 'Ein <b onclick="x">Wort</b> dazu.', 'Ein Wort dazu.'],
    ['controls and bidirectional marks', 'Ein\u202e Wort\u0007 dazu.', 'Ein Wort dazu.'],
  ])('lose %s', (_what, text, plain) => {
    expect(claimsOf([[text, 0]]).map((c) => c.text)).toEqual([plain]);
  });

  it('stay behind when they were cut, half a block with its citation to come as well', () => {
    const reader = openClaims();
    reader.read({ type: 'text', block: 0, text: 'Ganz gesagt. Halb ges' });
    expect(reader.rest({ type: 'failure', failure: 'cut-off' })).toEqual([]);
    expect(claimsOf([['Am 27.', 0]], { type: 'failure', failure: 'cut-off' })).toEqual([]);
  });
});
