// An answer's text → WordprocessingML: a paragraph for each paragraph, and rows with tabs between their cells as a real
// table (ECMA-376, 17.4). For the placeholder {@antwortblock}, which stands alone in its paragraph.

export function wordBlocks(text: string): string {
  return text
    .split(/\n\s*\n/u)
    .filter((block) => block.trim() !== '')
    .map((block) =>
      cut(block.split('\n'))
        .map(({ isTable, lines }) => (isTable ? table(lines) : paragraph(lines)))
        .join(''),
    )
    .join('');
}

interface Part {
  isTable: boolean;
  lines: string[];
}

function cut(lines: string[]): Part[] {
  const parts: Part[] = [];
  for (const line of lines) {
    const isTable = line.includes('\t');
    const last = parts.at(-1);
    if (last?.isTable === isTable) last.lines.push(line);
    else parts.push({ isTable, lines: [line] });
  }
  return parts;
}

const paragraph = (lines: string[]): string =>
  `<w:p><w:pPr><w:spacing w:after="120"/></w:pPr>${lines.map(run).join('<w:r><w:br/></w:r>')}</w:p>`;

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

function table(lines: string[]): string {
  const rows = lines.map((line) => line.split('\t'));
  const columns = Math.max(...rows.map((row) => row.length));
  const cells = (row: string[]) =>
    Array.from({ length: columns }, (_, i) => `<w:tc><w:p>${run(row[i]?.trim() ?? '')}</w:p></w:tc>`).join('');
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:color="auto"/>`)
    .join('');
  const grid = '<w:gridCol/>'.repeat(columns);
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl><w:p/>`;
}

/** XML 1.0 knows no control characters but tab and line ends. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
