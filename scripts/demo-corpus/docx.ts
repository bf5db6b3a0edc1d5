// Blocks → a Word file with running head. The same blocks give the same bytes: the package has no time of its own.
import {
  Document,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Block, NOTICE, runsOf } from './source.ts';

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const CORE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${NOTICE}</dc:title></cp:coreProperties>`;

export async function docxOf(blocks: Block[]): Promise<Uint8Array> {
  const headers = { default: new Header({ children: [new Paragraph(NOTICE)] }) };
  // Word's header is no part of the text that readers get, so the text says it, too.
  const children = [new Paragraph(NOTICE), ...blocks.map(elementOf)];
  const document = new Document({ sections: [{ headers, children }] });
  return withoutTimes(await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: CORE }]));
}

function elementOf(block: Block): Paragraph | Table {
  if (block.kind === 'heading') return new Paragraph({ text: block.text, heading: LEVELS[block.level] });
  if (block.kind === 'table') return tableOf(block.rows);
  const children = block.lines.flatMap((line, i) =>
    runsOf(line).map((run, j) => new TextRun({ ...run, break: i > 0 && j === 0 ? 1 : 0 })),
  );
  return new Paragraph({ children });
}

function tableOf(rows: string[][]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells, i) => {
      const children = cells.map((text) => new TableCell({ children: [new Paragraph({ text })] }));
      return new TableRow({ tableHeader: i === 0, children });
    }),
  });
}

/** The time fields of a ZIP's local headers (PK 3 4, at 10) and central directory (PK 1 2, at 12) → 1 January 1980. */
function withoutTimes(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const local = view.getUint32(entry + 42, true);
    for (const at of [entry + 12, local + 10]) view.setUint32(at, 0x0021_0000, true);
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return bytes;
}
