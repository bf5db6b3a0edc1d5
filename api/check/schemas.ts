// Requests and responses of checking an inquiry (CONTRACT.md, `POST /api/check`) as zod schemas, as in api/schemas.ts.

import { z } from '@hono/zod-openapi';
import type { OwnRule } from '../invalid.ts';
import { LANGUAGES, type Lang } from '../languages.ts';
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

const matchSchema = z
  .object({
    source: sourceSchema,
    askedBy: z.array(z.string()),
    similarity: z.number().min(0).max(1),
    snippet: snippetSchema,
  })
  .openapi('Match');

export const checkResponseSchema = z
  .object({
    questions: z.array(
      z.object({
        number: nullableText,
        text: z.string(),
        verdict: z.enum(['answered', 'similar', 'partly', 'none']),
        matches: z.array(matchSchema).max(5),
        nearest: z.array(matchSchema).max(3).openapi({ description: 'Nearest below the threshold: unsure.' }),
      }),
    ),
    inquiry: z
      .object({
        subject: nullableText,
        askedBy: nullableText,
        reference: nullableText,
        date: nullableText,
        committee: nullableText,
      })
      .openapi({ description: 'What the head of the text says; the date as YYYY-MM-DD.' }),
    sameInquiry: z
      .array(
        z.object({
          documentId: z.string(),
          title: z.string(),
          date: nullableText,
          url: z.string(),
          share: z.number().min(0).max(1),
          askedBy: z.array(z.string()),
        }),
      )
      .max(3)
      .openapi({ description: 'Papers that have answered at least half of these questions before.' }),
    notice: nullableText.openapi({ description: 'A sentence for people, e.g. when the text asks nothing.' }),
  })
  .openapi('CheckResponse');

/** More do not fit into one request to the model. */
const MAX_PAIRS = 8;

export const draftRequestSchema = z
  .object({
    question: z.string().trim().min(1).max(MAX_QUESTION),
    about: z.string().max(MAX_QUESTION).optional().openapi({ description: 'What the whole inquiry is about.' }),
    pairs: z
      .array(z.string().regex(/^[A-Za-z0-9_-]{1,64}#\d{1,4}$/u))
      .min(1)
      .max(MAX_PAIRS)
      .optional()
      .openapi({ description: 'Pairs to draft from, as `documentId#index`; left out: those that are found.' }),
    lang: z
      .enum(Object.keys(LANGUAGES) as Lang[])
      .optional()
      .openapi({ description: 'de when left out.' }),
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
