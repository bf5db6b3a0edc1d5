// The inquiry of a reply → its text beside the reply, its questions linked with those of the reply, both ways.
import type { ReplyDocument } from '../../corpus/types.ts';
import { inquiryAnchor, pairAnchor, placeInInquiry } from './anchors.ts';
import { type Html, html } from './html.ts';
import type { PageTexts } from './texts.ts';

export function inquiryBeside(document: ReplyDocument, { document: texts }: PageTexts): Html | false {
  const { inquiry, pairs } = document;
  if (!inquiry) return false;
  const pairOf = inquiry.questions.map((_, place) =>
    pairs.findIndex((pair) => placeInInquiry(pair, inquiry) === place),
  );
  const paragraphs = [...inquiry.text.matchAll(/[^\n](?:[^\n]|\n(?!\s*\n))*/g)].map(({ 0: text, index }) => {
    const pieces: (Html | string)[] = [];
    let from = index;
    for (const [place, { start, end }] of inquiry.questions.entries()) {
      const [first, last] = [Math.max(start, index), Math.min(end, index + text.length)];
      if (first >= last) continue;
      const asked = inquiry.text.slice(first, last);
      const pair = pairOf[place] ?? -1;
      const id = first === start ? html` id="${inquiryAnchor(place)}"` : '';
      pieces.push(inquiry.text.slice(from, first));
      pieces.push(
        pair < 0
          ? html`<span${id}>${asked}</span>`
          : html`<a${id} href="#${pairAnchor(pairs[pair]!, pair)}">${asked}</a>`,
      );
      from = last;
    }
    return html`<p>${pieces}${inquiry.text.slice(from, index + text.length)}</p>`;
  });
  return html`<details class="asked-in"><summary>${texts.inquiryText}</summary><div lang="de">${paragraphs}</div></details>`;
}
