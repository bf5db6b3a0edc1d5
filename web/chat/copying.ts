// Copying comes later than the page (copied-answer.ts): with the panel of the conversation, so that it is there when the
// button is pressed, for a browser lets nobody write to its clipboard long after a press.
import type { Copied } from './copied-answer.ts';

type CopiedAnswer = typeof import('./copied-answer.ts');

/** True when it lies on the clipboard. */
export async function copying(what: (parts: CopiedAnswer) => Copied): Promise<boolean> {
  const parts = await import('./copied-answer.ts').catch(() => null);
  return (await parts?.toClipboard(what(parts))) ?? false;
}
