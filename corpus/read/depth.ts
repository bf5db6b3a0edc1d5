// A tree of elements → whether it is too deep to be read by recursion. HTML and the parts of office files ask it first.
import type { parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** Whether elements lie within each other more often than so: thousands are more than the stack holds. */
export function isDeeperThan(most: number, top: readonly Node[]): boolean {
  let level = top;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}
