// The automatic numbers of old Word files, which LibreOffice has written from invented Word files: own texts, levels.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDoc } from '../../../../corpus/read/doc.ts';
import { textOfHtml } from '../../../../corpus/read/html.ts';

// Deleted, struck through and raised letters, too.
test.each([
  ['doc-frage.doc', 'Frage 1: Wie viele Bänke gibt es? Es gibt vierzig. Frage 2: Was kosten sie? Nichts.'],
  ['doc-hoch.doc', 'Auf 1.250 m² stehen Bäume, die CO₂ binden.'],
  ['doc-aenderung.doc', 'Es kostet 80.000 Euro.'],
  ['doc-durchgestrichen.doc', 'Es kostet 80.000 Euro.'],
  ['doc-ebenen.doc', '1. Bänke 1.1 Wie viele? Vierzig. 1.2 Wo? 2. Kosten 2.1 Wie hoch?'],
])('%s is read as it is shown', async (file, expected) => {
  const html = await readDoc(new Uint8Array(readFileSync(join(import.meta.dirname, '../cases', file))));
  expect(html.ok && textOfHtml(html.value)?.replace(/\s+/g, ' ')).toBe(expected);
});
