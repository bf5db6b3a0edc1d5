// Marks spans of a document's text in its page: elements with `data-start` carry the text from that offset on, their
// text nodes joined (api/pages/document-text.ts).
import type { Span } from '../../corpus/types.ts';

/**
 * Wraps what the spans cover in <mark> and returns the marks in order; each says by `data-span` whose it is. Earlier
 * marks are taken away first.
 */
export function markSpans(root: ParentNode, spans: readonly Span[]): HTMLElement[] {
  unmark(root);
  return [...root.querySelectorAll<HTMLElement>('[data-start]')].flatMap((element) => {
    const start = Number(element.dataset.start);
    return pieces(element, start).flatMap(({ node, from }) => markInNode(node, from, spans));
  });
}

function unmark(root: ParentNode): void {
  for (const mark of root.querySelectorAll('mark.cited')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

function pieces(element: HTMLElement, start: number): { node: Text; from: number }[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: { node: Text; from: number }[] = [];
  let from = start;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    found.push({ node, from });
    from += node.length;
  }
  return found;
}

/** From the end to the start, so that what is split off does not move what is still to be marked. */
function markInNode(node: Text, from: number, spans: readonly Span[]): HTMLElement[] {
  const marks: HTMLElement[] = [];
  for (const [i, span] of [...spans.entries()].reverse()) {
    const start = Math.max(0, span.start - from);
    const end = Math.min(node.length, span.end - from);
    if (start >= end) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const mark = document.createElement('mark');
    mark.className = 'cited';
    mark.dataset.span = String(i);
    range.surroundContents(mark);
    marks.unshift(mark);
  }
  return marks;
}
