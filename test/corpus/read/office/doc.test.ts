// The automatic numbers of old Word files, which LibreOffice has written from invented Word files: own texts, levels.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDoc } from '../../../../corpus/read/doc.ts';
import { textOfHtml } from '../../../../corpus/read/html.ts';

test.each([
  ['doc-frage.doc', 'Frage 1: Wie viele Bänke gibt es? Es gibt vierzig. Frage 2: Was kosten sie? Nichts.'],
  ['doc-ebenen.doc', '1. Bänke 1.1 Wie viele? Vierzig. 1.2 Wo? 2. Kosten 2.1 Wie hoch?'],
])('the numbers of %s stand in its text', async (file, expected) => {
  const html = await readDoc(new Uint8Array(readFileSync(join(import.meta.dirname, '../cases', file))));
  expect(html.ok && textOfHtml(html.value)?.replace(/\s+/g, ' ')).toBe(expected);
});
