// Requests and responses of checking an inquiry (CONTRACT.md, `POST /api/check`) as zod schemas, as in api/schemas.ts.
import { z } from '@hono/zod-openapi';
import type { OwnRule } from '../invalid.ts';
import { citationSchema, MAX_QUESTION, nullableText, snippetSchema, sourceSchema } from '../schemas.ts';
import { MAX_TEXT_CHARACTERS } from './upload.ts';

export const checkRequestSchema = z
  .object({
    text: z
      .string()
      .max(MAX_TEXT_CHARACTERS, { message: 'long-inquiry' satisfies OwnRule })
      .openapi({ description: 'A whole inquiry, with or without its head and preamble.' }),
  })
  .openapi('CheckRequest');

export const checkResponseSchema = z
  .object({
    questions: z.array(
      z.object({
        number: nullableText,
        text: z.string(),
        verdict: z.enum(['answered', 'similar', 'partly', 'none']),
        matches: z
          .array(
            z.object({
              source: sourceSchema,
              askedBy: z.array(z.string()),
              similarity: z.number().min(0).max(1),
              snippet: snippetSchema,
            }),
          )
          .max(5),
      }),
    ),
    notice: nullableText.openapi({ description: 'A sentence for people, e.g. when the text asks nothing.' }),
  })
  .openapi('CheckResponse');

export const draftRequestSchema = z
  .object({
    question: z.string().trim().min(1).max(MAX_QUESTION),
    about: z.string().max(MAX_QUESTION).default('').openapi({ description: 'What the whole inquiry is about.' }),
    lang: z.enum(['de', 'en']).default('de'),
  })
  .openapi('DraftRequest');

export const draftSchema = z
  .object({
    answer: z.string(),
    sources: z.array(sourceSchema),
    citations: z.array(citationSchema),
    notice: nullableText,
  })
  .openapi('Draft');
