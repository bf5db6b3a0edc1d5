// Paragraphs, lists and tables as markup. A table has a caption, a column of labels, and folds what is behind its tenth row.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Texts } from '../texts.de.ts';
import type { Block, Segment } from './answer-blocks.ts';

const SHOWN_ROWS = 10;

/** @param line shows the segments of one line */
export function blocksTemplate(blocks: readonly Block[], line: (segments: Segment[]) => unknown, texts: Texts) {
  return blocks.map((block) => {
    if (block.type === 'paragraph') return html`<p>${line(block.segments)}</p>`;
    if (block.type === 'list') return html`<ul>${block.items.map((item) => html`<li>${line(item)}</li>`)}</ul>`;
    return tableTemplate(block.caption ?? texts.table, block.rows, texts);
  });
}

function tableTemplate(caption: string, rows: readonly string[][], texts: Texts): TemplateResult {
  const one = (some: readonly string[][]) =>
    html`<div class="quoted-table" role="region" tabindex="0" aria-label=${caption}><table lang="de"><caption>${caption}</caption>
      <tbody>${some.map(([label, ...figures]) => html`<tr><th scope="row">${label}</th>${figures.map((figure) => html`<td>${figure}</td>`)}</tr>`)}</tbody></table></div>`;
  const rest = rows.slice(SHOWN_ROWS);
  return html`${one(rows.slice(0, SHOWN_ROWS))}${rest.length === 0 ? nothing : html`<details><summary>${texts.moreRows(rest.length)}</summary>${one(rest)}</details>`}`;
}
