// Blocks → an HTML page. The notice stands in its head, above the text and in its title.
import { type Block, NOTICE, plain, runsOf } from './source.ts';

export function htmlOf(blocks: Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>${escaped(heading?.text ?? '')} – ${NOTICE}</title></head>
<body>
<header><p>${NOTICE}</p></header>
<main>
${blocks.map(elementOf).join('\n')}
</main>
</body>
</html>
`;
}

function elementOf(block: Block): string {
  if (block.kind === 'heading') return `<h${block.level}>${escaped(plain(block.text))}</h${block.level}>`;
  if (block.kind === 'paragraph') return `<p>${block.lines.map(inline).join('<br>\n')}</p>`;
  const [head = [], ...rows] = block.rows;
  const row = (cells: string[], name: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${name}>${escaped(cell)}</${name}>`).join('')}</tr>`;
  return `<table>\n${row(head, 'th')}\n${rows.map((cells) => row(cells, 'td')).join('\n')}\n</table>`;
}

const inline = (line: string): string =>
  runsOf(line)
    .map(({ text, bold }) => (bold ? `<strong>${escaped(text)}</strong>` : escaped(text)))
    .join('');

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
