// A draft with its citations → plain text with a list of references.
import type { Draft } from '../../api/check/draft.ts';
import { houseReference } from '../../api/check/reference.ts';
import type { CheckTexts } from '../../api/check/texts.ts';
import type { Source } from '../../api/events.ts';

/** Each cited document once, in order of its number, at its first place. */
function citedSources({ citations, sources }: Draft): { n: number; source: Source; url: string }[] {
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
