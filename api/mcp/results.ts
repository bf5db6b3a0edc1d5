// Search hits and documents → what a tool gives back: text for a model to read, and the same as data. The data pass
// through the schema that the tool announces, so that strict clients find nothing in them that it does not name.
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { ReplyDocument } from '../../corpus/types.ts';
import { checkResponseSchema } from '../check/schemas.ts';
import type { SearchResponse } from '../events.ts';
import { documentSchema, sourceSchema } from '../schemas.ts';

export const searchOutput = z.object({
  total: z.number().int(),
  totalIsLowerBound: z.boolean(),
  hits: z.array(sourceSchema.extend({ score: z.number() })),
});

export const documentOutput = documentSchema
  .omit({ public: true, passages: true, pages: true })
  .extend({ url: z.string() });

export const checkOutput = checkResponseSchema.pick({ questions: true, notice: true });

const OCR_NOTE = 'Read from a scan: letters may be wrong.';

export function searchResult({ total, totalIsLowerBound, hits }: SearchResponse): CallToolResult {
  const found = hits.map(({ source }, i) => {
    const head = [source.date, source.committee, source.reference, source.number && `question ${source.number}`];
    const lines = [
      `${i + 1}. ${source.title} (${head.filter(Boolean).join(', ')})`,
      `documentId: ${source.documentId} · ${source.url}`,
      source.question && `Question: ${source.question}`,
      source.image && `${OCR_NOTE} Page: ${source.image}`,
      `Answer (${source.kind}): ${source.text}`,
    ];
    return lines.filter(Boolean).join('\n');
  });
  const count = `${totalIsLowerBound ? 'At least ' : ''}${total} documents, showing ${hits.length}.`;
  const sources = hits.map(({ source, score }) => ({ ...source, score }));
  return {
    content: [{ type: 'text', text: [count, ...found].join('\n\n') }],
    structuredContent: searchOutput.parse({ total, totalIsLowerBound, hits: sources }),
  };
}

export function documentResult(document: ReplyDocument, origin: string): CallToolResult {
  const url = `${origin}/dokument/${document.id}`;
  const ocr = document.scans !== undefined;
  const { title, date, committee, reference } = document;
  const head = [title, date, committee, reference, url, ocr && OCR_NOTE].filter(Boolean).join('\n');
  return {
    content: [{ type: 'text', text: `${head}\n\n${document.text}` }],
    structuredContent: documentOutput.parse({ ...document, license: document.license ?? null, ocr, url }),
  };
}
