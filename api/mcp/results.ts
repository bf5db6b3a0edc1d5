// Search hits and documents → what a tool gives back: text for a model to read, and the same as data.
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { ReplyDocument } from '../../corpus/types.ts';
import type { SearchResponse } from '../events.ts';

export function searchResult({ total, totalIsLowerBound, hits }: SearchResponse): CallToolResult {
  const found = hits.map(({ source }, i) => {
    const head = [source.date, source.committee, source.reference, source.number && `question ${source.number}`];
    const lines = [
      `${i + 1}. ${source.title} (${head.filter(Boolean).join(', ')})`,
      `documentId: ${source.documentId} · ${source.url}`,
      source.question && `Question: ${source.question}`,
      `Answer (${source.kind}): ${source.text}`,
    ];
    return lines.filter(Boolean).join('\n');
  });
  const count = `${totalIsLowerBound ? 'At least ' : ''}${total} documents, showing ${hits.length}.`;
  const sources = hits.map(({ source, score }) => ({ ...source, score }));
  return {
    content: [{ type: 'text', text: [count, ...found].join('\n\n') }],
    structuredContent: { total, totalIsLowerBound, hits: sources },
  };
}

export function documentResult(document: ReplyDocument, origin: string): CallToolResult {
  const { pages: _pages, inquiry: _inquiry, ...whole } = document;
  const url = `${origin}/dokument/${document.id}`;
  const head = [document.title, document.date, document.committee, document.reference, url].filter(Boolean).join('\n');
  return {
    content: [{ type: 'text', text: `${head}\n\n${document.text}` }],
    structuredContent: { ...whole, url },
  };
}
