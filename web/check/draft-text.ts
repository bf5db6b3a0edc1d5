// A draft with its citations → paragraphs of text and markers that each lead to their own place, and plain text with a
// list of references.
import type { Draft } from '../../api/check/draft.ts';
import { houseReference } from '../../api/check/reference.ts';
import type { CheckTexts } from '../../api/check/texts.ts';
import type { Source } from '../../api/events.ts';

export type Piece = string | { marker: string; url: string };

export function draftParagraphs({ answer, citations }: Pick<Draft, 'answer' | 'citations'>): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  const say = (text: string) => {
    for (const [i, part] of text.split('\n\n').entries()) {
      if (i > 0) paragraphs.push([]);
      if (part !== '') paragraphs.at(-1)?.push(part);
    }
  };
  let from = 0;
  for (const { n, at, url } of [...citations].sort((a, b) => a.at - b.at)) {
    const marker = `[${n}]`;
    say(answer.slice(from, at));
    paragraphs.at(-1)?.push({ marker, url });
    from = at + marker.length;
  }
  say(answer.slice(from));
  return paragraphs.filter((pieces) => pieces.length > 0);
}

/** Each cited document once, in order of its number, at its first place. */
export function citedSources({ citations, sources }: Draft): { n: number; source: Source; url: string }[] {
  const firsts = citations.filter((one, i) => citations.findIndex((other) => other.n === one.n) === i);
  return firsts.flatMap(({ n, source, url }) => {
    const found = sources[source];
    return found ? [{ n, source: found, url }] : [];
  });
}

/** For exports. */
export function withReferences(draft: Draft, words: CheckTexts): string {
  const list = citedSources(draft).map(({ n, source }) => `[${n}] ${houseReference(source, words)}`);
  return `${draft.answer}\n\n${list.join('\n')}`;
}
