// The requests and responses of CONTRACT.md as zod schemas: they validate, and the OpenAPI document is made from them.

import { z } from '@hono/zod-openapi';
import type { OwnRule } from './invalid.ts';
import { LANGUAGES, type Lang } from './languages.ts';

const isoDate = z.iso.date().openapi({ example: '2024-05-27' });
const answerKind = z.enum(['answered', 'no-data', 'refused', 'referred', 'announced']);
const name = z.string().trim().min(1).max(200);

export const filtersSchema = z
  .object({
    body: name,
    committee: name,
    department: name,
    askedBy: name,
    kind: answerKind,
    from: isoDate,
    to: isoDate,
  })
  .partial()
  .openapi('Filters');

/** Of the earlier messages the newest ones that fit are used: whoever sends a whole conversation reaches no wall. */
const MAX_EARLIER_MESSAGES = 20;
const MAX_EARLIER_CHARACTERS = 32_000;
export const MAX_QUESTION = 2_000;

/** A plain message or the AI SDK's UI message; both become `{role, text}`. */
const messageSchema = z
  .looseObject({
    id: z.string().optional(),
    role: z.enum(['user', 'assistant']),
    content: z.string().optional(),
    parts: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).optional(),
  })
  .refine((message) => message.content !== undefined || message.parts !== undefined, {
    message: 'no-content' satisfies OwnRule,
  })
  .openapi('Message');

export interface ChatMessage {
  role: 'user' | 'assistant';
  text: string;
}

const messageText = (message: z.infer<typeof messageSchema>): string =>
  message.parts
    ? message.parts.flatMap((part) => (part.type === 'text' && part.text ? [part.text] : [])).join('\n')
    : (message.content ?? '');

export const chatRequestSchema = z
  .looseObject({
    messages: z.array(messageSchema).min(1).openapi({
      description:
        'The last one is the question (1 to 2,000 characters). Of the earlier ones the newest are used that fit into 20 messages and 32,000 characters.',
    }),
    filters: filtersSchema.optional(),
    // No default in the schema: generated types would ask every client for the field.
    lang: z
      .enum(Object.keys(LANGUAGES) as Lang[])
      .optional()
      .openapi({ description: 'de when left out.' }),
    mode: z.enum(['auto', 'extractive']).optional().openapi({ description: 'auto when left out.' }),
  })
  .openapi('ChatRequest')
  .superRefine((request, context) => {
    const last = request.messages.at(-1);
    if (!last) return;
    const question = messageText(last).trim();
    const path = ['messages', request.messages.length - 1];
    const issue = (message: OwnRule) => context.addIssue({ code: 'custom', path, message });
    if (last.role !== 'user') issue('last-not-user');
    else if (question.length === 0) issue('empty-question');
    else if (question.length > MAX_QUESTION) issue('long-question');
  });

/** Question and history of a valid chat request; empty messages are left out, and the oldest that do not fit. */
export function conversation(request: z.infer<typeof chatRequestSchema>): { question: string; history: ChatMessage[] } {
  const messages = request.messages.map((message) => ({ role: message.role, text: messageText(message).trim() }));
  const earlier = messages.slice(0, -1).filter(({ text }) => text !== '');
  const history: ChatMessage[] = [];
  let characters = 0;
  for (const message of earlier.reverse().slice(0, MAX_EARLIER_MESSAGES)) {
    characters += message.text.length;
    if (characters > MAX_EARLIER_CHARACTERS) break;
    history.unshift(message);
  }
  return { question: messages.at(-1)?.text ?? '', history };
}

const optionalName = z.preprocess((value) => (value === '' ? undefined : value), name.optional());
const optionalDate = z.preprocess((value) => (value === '' ? undefined : value), isoDate.optional());

/** Empty parameters, as a browser sends them from a form, count as not given. */
export const searchQuerySchema = z.object({
  q: z.string().max(MAX_QUESTION).default('').openapi({ description: 'Empty: browse by date.' }),
  committee: optionalName,
  department: optionalName,
  askedBy: optionalName,
  kind: z.preprocess((value) => (value === '' ? undefined : value), answerKind.optional()),
  body: optionalName,
  from: optionalDate,
  to: optionalDate,
  sort: z.enum(['relevance', 'date']).default('relevance'),
  limit: z.coerce.number().int().min(1).max(50).default(10),
  offset: z.coerce.number().int().min(0).max(1_000).default(0),
});

export const listQuerySchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const idParam = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });

export const nullableText = z.string().nullable();
const span = { start: z.number().int(), end: z.number().int() };
const spanSchema = z.object(span);

export const sourceSchema = z
  .object({
    id: z.string(),
    documentId: z.string(),
    pair: z.number().int().min(0).openapi({ description: "Index into the document's `pairs`." }),
    title: z.string(),
    reference: nullableText,
    date: nullableText,
    committee: nullableText,
    department: nullableText,
    number: nullableText,
    question: nullableText,
    kind: answerKind,
    text: z.string(),
    page: z.number().int().nullable(),
    url: z.url(),
    originalUrl: nullableText,
    file: nullableText,
    ocr: z.boolean().openapi({ description: 'Read from the picture of a scanned page: letters may be wrong.' }),
    image: nullableText.openapi({ description: 'Where `ocr` is true: the picture of the page.' }),
  })
  .openapi('Source');

export const citationSchema = z
  .object({
    n: z.number().int().min(1).openapi({ description: 'Numbers the cited documents in order of first use.' }),
    at: z.number().int().openapi({ description: "Offset of this citation's marker [n] in the answer." }),
    source: z.number().int().openapi({ description: 'Index into sources.' }),
    quote: z.string().openapi({ description: 'document.text.slice(start, end), verbatim.' }),
    ...span,
    page: z.number().int().nullable(),
    url: z.url(),
  })
  .openapi('Citation');

export const chatResponseSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['answer', 'abstention', 'list', 'smalltalk']).openapi({
      description:
        'An abstention with sources is a choice: up to five pairs, most likely first, of which the reader takes one.',
    }),
    answer: z.string(),
    mode: z.enum(['claude', 'extractive']),
    abstained: z.boolean(),
    confidence: z.number().min(0).max(1),
    notice: nullableText,
    sources: z.array(sourceSchema).max(10),
    citations: z.array(citationSchema),
    followUps: z.array(z.string()),
    listUrl: nullableText,
    usage: z.object({ inputTokens: z.number(), outputTokens: z.number(), cachedTokens: z.number() }).nullable(),
    language: z.string().optional().openapi({ description: "BCP 47; the answer's language where it is not `lang`." }),
  })
  .openapi('ChatResponse');

export const snippetSchema = z.object({ text: z.string(), highlights: z.array(z.tuple([z.number(), z.number()])) });

const facet = z.array(z.object({ value: z.string(), count: z.number().int() }));

const belonging = z
  .array(z.object({ id: z.string(), title: z.string(), date: nullableText }))
  .optional()
  .openapi({ description: 'Other documents of the same matter.' });

export const searchResponseSchema = z
  .object({
    query: z.string(),
    total: z.number().int(),
    totalIsLowerBound: z.boolean(),
    tookMs: z.number(),
    hits: z.array(
      z.object({
        source: sourceSchema,
        askedBy: z.array(z.string()),
        together: belonging,
        score: z.number(),
        snippet: snippetSchema,
      }),
    ),
    facets: z.object({ committee: facet, department: facet, askedBy: facet, kind: facet, year: facet }),
  })
  .openapi('SearchResponse');

const headSchema = {
  id: z.string(),
  title: z.string(),
  reference: nullableText,
  date: nullableText,
};

export const documentSchema = z
  .object({
    ...headSchema,
    committee: nullableText,
    agendaItem: nullableText,
    askedBy: z.array(z.string()),
    factions: z.array(z.string()).optional().openapi({ description: 'Those of `askedBy` that are factions.' }),
    together: belonging,
    submitted: z.string().optional().openapi({ description: 'YYYY-MM-DD, when the inquiry was handed in.' }),
    department: nullableText,
    signedBy: nullableText,
    body: nullableText,
    public: z.literal(true),
    text: z.string(),
    pages: z.array(z.object({ number: z.number().int(), ...span })),
    pairs: z.array(
      z.object({
        number: nullableText,
        question: spanSchema.nullable(),
        questionText: nullableText,
        questionFrom: z.enum(['document', 'inquiry']).nullable(),
        answer: spanSchema,
        unquotable: z.array(spanSchema).optional().openapi({
          description: 'Parts of the answer that may be the words of who asked: found, and never quoted.',
        }),
        kind: answerKind,
        see: nullableText.openapi({
          description:
            'The number of the pair that the answer points to; "Vorbemerkung" for the remark in front, which has none.',
        }),
      }),
    ),
    passages: z.array(z.object({ id: z.string(), ...span, page: z.number().int().nullable() })),
    originalUrl: nullableText,
    license: nullableText,
    file: nullableText,
    ocr: z.boolean().openapi({ description: 'Whether pages of it were read from their pictures.' }),
    aliases: z.array(z.object({ reference: nullableText, file: z.string() })),
    related: z.array(
      z.object({
        name: z.string(),
        url: z.string(),
        isInquiry: z.literal(true).optional().openapi({ description: 'The file with the inquiry itself.' }),
      }),
    ),
  })
  .openapi('Document');

export const documentListSchema = z
  .object({
    total: z.number().int(),
    documents: z.array(z.object({ ...headSchema, file: nullableText })),
  })
  .openapi('DocumentList');

export const healthSchema = z
  .object({
    status: z.enum(['ok', 'empty', 'error']),
    index: z
      .object({
        version: z.string(),
        builtAt: z.string(),
        documents: z.number().int(),
        passages: z.number().int(),
        newest: nullableText,
      })
      .nullable(),
    engine: z.enum(['minisearch', 'd1']).nullable(),
    model: z.enum(['configured', 'off']),
  })
  .openapi('Health');

const comment = z.string().trim().max(2_000).optional();

export const reportSchema = z
  .object({
    documentId: idParam.shape.id,
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    reason: z.string().trim().min(1).max(200),
    comment,
  })
  .refine(({ start, end }) => start < end, { path: ['end'], message: 'empty-span' satisfies OwnRule })
  .openapi('Report');

export const feedbackSchema = z
  .object({
    answerId: z.string().min(1).max(255),
    rating: z.enum(['up', 'down']),
    comment,
  })
  .openapi('Feedback');

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
