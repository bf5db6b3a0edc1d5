// Scrolls along with a growing answer while the reader is at its end, and never so far that the question leaves at the
// top: whoever reads from the beginning is left alone. Readers who have gone further down themselves are kept there.

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
  return hiddenPx(log, viewport) <= NEAR_PX;
}

export function followEnd(log: Element, question: Element, viewport: Viewport): void {
  const room = question.getBoundingClientRect().top - MARGIN_PX - viewport.topPx;
  const isPast = room < -NEAR_PX;
  scroll(isPast ? hiddenPx(log, viewport) : Math.min(hiddenPx(log, viewport), room), viewport);
}

/** Goes to the end wherever the question is: the reader has asked for it. */
export function showEnd(log: Element, viewport: Viewport): void {
  scroll(hiddenPx(log, viewport), viewport);
}

function hiddenPx(log: Element, viewport: Viewport): number {
  return log.getBoundingClientRect().bottom + MARGIN_PX - viewport.bottomPx;
}

function scroll(distancePx: number, viewport: Viewport): void {
  if (distancePx > 0) viewport.scroller.scrollBy({ top: distancePx, behavior: 'instant' });
}
