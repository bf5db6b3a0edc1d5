// An answer with its sources for the clipboard: as plain text for mails, and as HTML, of which Word makes paragraphs,
// tables and links. Each source stands in the form in which the house refers to its papers.
import { houseReference } from '../../api/check/reference.ts';
import type { Source } from '../../api/events.ts';
import type { Texts } from '../texts.de.ts';
import { answerBlocks, type Block, type Segment } from './answer-blocks.ts';
import { sourceCards } from './source-cards.ts';
import type { Turn } from './turn.ts';

export interface Copied {
  text: string;
  html: string;
}

interface Reference {
  /** "[1] " or nothing. */
  mark: string;
  source: Source;
  page: number | null;
  url: string;
}

export function copiedAnswer(turn: Turn, texts: Texts): Copied {
  const references = sourceCards(turn.sources, turn.citations).map(({ n, source, url, excerpts }) => ({
    ...{ mark: `[${n}] `, source, url, page: excerpts[0]?.citation.page ?? null },
  }));
  const madeBy = texts.madeBy[turn.summary?.mode ?? 'extractive'];
  const blocks = answerBlocks(turn.text, turn.citations);
  return copied(turn.question, turn.text, blocks, references, madeBy, texts);
}

/** One answer of a choice, opened. @param whole its words @param url leads to just these */
export function copiedPair(source: Source, whole: string, url: string, texts: Texts): Copied {
  const references = [{ mark: '', source, page: source.page, url }];
  return copied(source.question, whole, answerBlocks(whole, []), references, texts.madeBy.extractive, texts);
}

/** True when it lies on the clipboard. A browser that takes no HTML gets the text. */
export async function toClipboard({ text, html }: Copied): Promise<boolean> {
  const { clipboard } = navigator;
  const blob = (type: string, content: string) => new Blob([content], { type });
  const types = { 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) };
  const rich = globalThis.ClipboardItem ? clipboard.write([new ClipboardItem(types)]) : Promise.reject();
  return rich
    .catch(() => clipboard.writeText(text))
    .then(
      () => true,
      () => false,
    );
}

function copied(
  question: string | null,
  text: string,
  blocks: readonly Block[],
  references: readonly Reference[],
  madeBy: string,
  texts: Texts,
): Copied {
  const asked = question === null ? [] : [`${texts.question} ${question}`];
  const named = references.map(({ mark, source, page, url }) => {
    const reference = houseReference({ ...source, page }, texts);
    return { mark, url, line: source.reference === null ? reference : `${reference}: ${source.title}` };
  });
  const head = named.length === 0 ? [] : [`${texts.sources(named.length)}:`];
  const list = named.map(({ mark, line, url }) => `${mark}${line}\n${url}`);
  const links = named.map(
    ({ mark, line, url }) => `<p>${escaped(mark)}<a href="${escaped(url)}">${escaped(line)}</a></p>`,
  );
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escaped(line)}</p>`);
  return {
    text: [...asked, text, ...head, ...list, madeBy].join('\n\n'),
    html: [
      ...paragraphs(asked),
      ...blocks.map((block) => blockHtml(block, texts)),
      ...paragraphs(head),
      ...links,
      ...paragraphs([madeBy]),
    ].join('\n'),
  };
}

function blockHtml(block: Block, texts: Texts): string {
  if (block.type === 'paragraph') return `<p>${line(block.segments)}</p>`;
  if (block.type === 'list') return `<ul>${block.items.map((item) => `<li>${line(item)}</li>`).join('')}</ul>`;
  const rows = block.rows.map(
    ([label = '', ...figures]) =>
      `<tr><td>${escaped(label)}</td>${figures.map((figure) => `<td align="right">${escaped(figure)}</td>`).join('')}</tr>`,
  );
  return `<table border="1" cellspacing="0" cellpadding="4"><caption>${escaped(block.caption ?? texts.table)}</caption>${rows.join('')}</table>`;
}

const line = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => escaped(segment.type === 'marker' ? `[${segment.citation.n}]` : segment.text))
    .join('')
    .replace(/\n/g, '<br>');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
