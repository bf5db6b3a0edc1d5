// The name of a source and its text → the files that are written for it.
import { docxOf } from './docx.ts';
import { htmlOf } from './html.ts';
import { pdfOf } from './pdf.ts';
import { type Block, type DemoFormat, parseSource } from './source.ts';
import { textOf } from './text.ts';

export interface DemoFile {
  name: string;
  content: Uint8Array | string;
}

const WRITERS = { pdf: pdfOf, docx: docxOf, html: htmlOf, txt: textOf } satisfies Record<
  DemoFormat,
  (blocks: Block[]) => Promise<Uint8Array> | string
>;

/**
 * The document and its NAME.meta.json. The same source gives the same bytes.
 * @param name without ending
 * @throws Error when the source is malformed
 */
export async function demoFiles(name: string, source: string): Promise<DemoFile[]> {
  const { format, meta, blocks } = parseSource(source);
  return [
    { name: `${name}.${format}`, content: await WRITERS[format](blocks) },
    { name: `${name}.meta.json`, content: `${JSON.stringify(meta, null, 2)}\n` },
  ];
}
