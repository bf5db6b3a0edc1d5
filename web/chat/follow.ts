// Scrolls along with a growing answer while the reader is at its end, and never so far that the question leaves at the
// top: whoever reads from the beginning is left alone.

/** What is visible between two heights of the window, and what scrolls it. */
export interface Viewport {
  scroller: Element;
  topPx: number;
  bottomPx: number;
}

/** So near to the end counts as being there. */
const NEAR_PX = 48;
const MARGIN_PX = 12;

/** True when the end of the log is in view. To be asked before the log grows. */
export function isAtEnd(log: Element, viewport: Viewport): boolean {
  return log.getBoundingClientRect().bottom <= viewport.bottomPx + NEAR_PX;
}

export function followEnd(log: Element, question: Element, viewport: Viewport): void {
  const hidden = log.getBoundingClientRect().bottom + MARGIN_PX - viewport.bottomPx;
  const room = question.getBoundingClientRect().top - MARGIN_PX - viewport.topPx;
  const distance = Math.min(hidden, room);
  if (distance > 0) viewport.scroller.scrollBy({ top: distance, behavior: 'instant' });
}
