// Blocks → plain text in lines of at most 96 characters, as a mail or an old terminal would have it.
import { type Block, NOTICE, plain } from './source.ts';

const LINE_CHARACTERS = 96;

export function textOf(blocks: Block[]): string {
  return `${[NOTICE, ...blocks.map(blockText)].join('\n\n')}\n`;
}

function blockText(block: Block): string {
  if (block.kind === 'heading') return wrapped(plain(block.text));
  if (block.kind === 'paragraph') return block.lines.map((line) => wrapped(plain(line))).join('\n');
  const widths = block.rows[0]!.map((_, column) => Math.max(...block.rows.map((row) => row[column]?.length ?? 0)));
  return block.rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]! + 4))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

function wrapped(line: string): string {
  const lines = [''];
  for (const word of line.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (longer.length <= LINE_CHARACTERS) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('\n');
}
