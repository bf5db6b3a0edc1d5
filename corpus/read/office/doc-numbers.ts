// The numbers that Word shows before the paragraphs of an old file's lists, by where each paragraph begins.
import { type Counter, count, written } from './counting.ts';
import { docLists } from './doc-lists.ts';
import { docParagraphs } from './doc-paragraphs.ts';

/** @returns from the place in the file, in bytes, to what stands there ("1.", "Frage 2:", "•") */
export function docNumbers(main: Buffer, table: Buffer): Map<number, string> {
  const lists = docLists(main, table);
  const counters = new Map<number, Counter>();
  const begun = new Set<number>();
  const found = new Map<number, string>();
  if (lists.length === 0) return found;
  for (const { from, list: number, level: at } of docParagraphs(main, table)) {
    const list = lists[number - 1];
    const level = list?.levels[at] ?? list?.levels[0];
    if (!list || !level) continue;
    const counter = counters.get(list.id) ?? [];
    counters.set(list.id, counter);
    if (!begun.has(number)) {
      begun.add(number);
      for (const one of list.starts.keys()) for (let i = one; i < counter.length; i++) counter[i] = undefined;
    }
    const startOf = (one: number) => list.starts.get(one) ?? list.levels[one]?.start ?? 1;
    count(counter, at, startOf, (one) => list.levels[one]?.restarts ?? true);
    if (level.format === 'bullet') found.set(from, '•');
    else {
      const text = level.text.replace(/[\u0000-\u0008]/g, (sign) => {
        const one = sign.charCodeAt(0);
        const format = level.isLegal ? 'decimal' : (list.levels[one]?.format ?? 'decimal');
        return written(counter[one] ?? startOf(one), format);
      });
      if (text.trim() !== '') found.set(from, text.trim());
    }
  }
  return found;
}
