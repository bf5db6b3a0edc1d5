// A PDF → its text by page. Lines come from where the text stands: what stands at one height is one line, wide gaps
// part columns of a table.
import type { PageText, Result, SkipReason } from '../types.ts';

const MAX_PAGES = 400;

interface Item {
  str: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export async function readPdf(bytes: Uint8Array): Promise<Result<PageText[], SkipReason>> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // pdf.js takes the bytes away from their owner.
    const pdf = await getDocumentProxy(bytes.slice());
    const pages: PageText[] = [];
    try {
      for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number++) {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent();
        const placed = items.flatMap((item): Item[] =>
          'str' in item && item.str !== ''
            ? [
                {
                  str: item.str,
                  x: item.transform[4],
                  y: item.transform[5],
                  width: item.width,
                  height: item.height || Math.abs(item.transform[3]) || 10,
                },
              ]
            : [],
        );
        pages.push({ number, text: textOf(placed) });
      }
    } finally {
      await pdf.destroy();
    }
    if (pages.every((page) => page.text.trim() === '')) return { ok: false, error: 'scan-without-text' };
    return { ok: true, value: pages };
  } catch (error) {
    return { ok: false, error: /password/i.test(String(error)) ? 'password-protected' : 'unreadable' };
  }
}

/** Items keep the order of the file inside a line only when they stand in it from left to right. */
function textOf(items: Item[]): string {
  const lines: { y: number; height: number; items: Item[] }[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const line =
      last && sameLine(last, item)
        ? last
        : lines.find((candidate) => sameLine(candidate, item) && item.str.trim() !== '');
    if (line) line.items.push(item);
    else if (item.str.trim() !== '') lines.push({ y: item.y, height: item.height, items: [item] });
  }
  lines.sort((a, b) => b.y - a.y);
  let text = '';
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    if (above) text += above.y - line.y > 1.75 * Math.max(above.height, line.height) ? '\n\n' : '\n';
    text += lineText(line.items);
  }
  return text;
}

const sameLine = (line: { y: number; height: number }, item: Item): boolean =>
  Math.abs(line.y - item.y) < 0.4 * Math.max(4, Math.min(line.height, item.height));

function lineText(items: Item[]): string {
  const ordered = items.filter((item) => item.str !== '').sort((a, b) => a.x - b.x);
  let text = '';
  let end: number | null = null;
  for (const { str, x, width, height } of ordered) {
    if (end !== null) {
      const gap = x - end;
      if (gap > 2.2 * height) text += '   ';
      else if (gap > 0.17 * height && !text.endsWith(' ') && !str.startsWith(' ')) text += ' ';
    }
    text += str;
    end = x + width;
  }
  return text.trimEnd();
}
