// The routes of CONTRACT.md, top to bottom. How they look from outside stands in routes.ts, what they do in search/,
// answer/ and pages/.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { answer } from './answer/answer.ts';
import { budgetFrom } from './answer/budget.ts';
import { modelFrom } from './answer/model.ts';
import type { Env } from './env.ts';
import { apiCors, pageHeaders } from './headers.ts';
import { health } from './health.ts';
import { isRateLimited, LIMIT_PERIOD_SECONDS } from './limit.ts';
import { exampleQuestions } from './pages/examples.ts';
import { pages } from './pages/routes.ts';
import { problem } from './problem.ts';
import { chatRoute, documentListRoute, documentRoute, healthRoute, searchRoute } from './routes.ts';
import { conversation } from './schemas.ts';
import { openIndex } from './search/live-index.ts';
import { given, searchResponse } from './search/response.ts';
import { collectAnswer, uiMessageStream } from './stream.ts';

type AppContext = Context<{ Bindings: Env }>;

export const app = new OpenAPIHono<{ Bindings: Env }>({
  defaultHook: (result, c) => {
    if (result.success) return;
    const errors = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
    return problem(c, { kind: 'invalid', errors });
  },
});

app.use(requestId());
app.use(pageHeaders);
app.use('/api/*', apiCors);
app.use('/api/*', async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
});

app.use(
  '/api/chat',
  bodyLimit({ maxSize: 64 * 1024, onError: (c) => problem(c, { kind: 'too-large', limit: '64 KiB' }) }),
);
app.openapi(chatRoute, async (c) => {
  if (c.env.CHAT_MODE === 'off') return problem(c, { kind: 'chat-off' });
  if (await isRateLimited(c)) {
    return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
  }
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });

  const request = c.req.valid('json');
  const { question, history } = conversation(request);
  const id = c.get('requestId');
  const now = new Date();
  const abort = new AbortController();
  const stop = () => abort.abort();
  c.req.raw.signal.addEventListener('abort', stop);
  const events = answer(
    { id, question, history, filters: given(request.filters ?? {}), lang: request.lang, mode: request.mode },
    {
      index,
      origin: originOf(c),
      now,
      model: c.env.CHAT_MODE === 'extractive' ? null : modelFrom(c.env),
      budget: budgetFrom(c.env.APP_DB, dailyTokens(c.env), now),
      signal: abort.signal,
      log: (step) => console.log(JSON.stringify({ event: 'chat', requestId: id, ...step })),
    },
  );
  if (!wantsJson(c)) return uiMessageStream(id, request.lang, events, stop);
  const whole = await collectAnswer(events);
  return 'failure' in whole ? problem(c, { kind: 'internal' }) : c.json(whole, 200);
});

app.openapi(searchRoute, async (c) => {
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  return c.json(await searchResponse(index, c.req.valid('query'), originOf(c)), 200);
});

app.openapi(documentRoute, async (c) => {
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  const { id } = c.req.valid('param');
  const [document, passages] = await Promise.all([index.document(id), index.passages(id)]);
  if (!document) return problem(c, { kind: 'not-found' });
  const spans = passages.map(({ id, start, end, page }) => ({ id, start, end, page }));
  return c.json({ ...document, public: true as const, passages: spans }, 200);
});

app.openapi(documentListRoute, async (c) => {
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  const { offset, limit } = c.req.valid('query');
  const { total, documents } = await index.list(offset, limit);
  const heads = documents.map(({ id, title, reference, date, file }) => ({ id, title, reference, date, file }));
  return c.json({ total, documents: heads }, 200);
});

app.openapi(healthRoute, async (c) => {
  const state = await health(c.env);
  return c.json(state, state.status === 'error' ? 503 : 200);
});

// What the opened widget suggests; small, and not promised to anyone else.
app.get('/api/examples', async (c) => {
  const index = await openIndex(c.env);
  return c.json({ questions: index ? await exampleQuestions(index) : [] });
});

const methods: Record<string, string> = {
  '/api/chat': 'POST',
  '/api/search': 'GET',
  '/api/documents': 'GET',
  '/api/documents/:id': 'GET',
  '/api/health': 'GET',
};
for (const [path, allow] of Object.entries(methods)) {
  app.all(path, (c) => problem(c, { kind: 'method-not-allowed', allow }));
}
app.all('/api/*', (c) => problem(c, { kind: 'not-found' }));

app.route('/', pages);
app.all('*', (c) => problem(c, { kind: 'method-not-allowed', allow: 'GET' }));

app.onError((error, c) => {
  if (error instanceof HTTPException && error.status === 400) return problem(c, { kind: 'malformed' });
  console.error(JSON.stringify({ event: 'error', requestId: c.get('requestId'), message: String(error) }));
  return problem(c, { kind: 'internal' });
});

const originOf = (c: AppContext): string => new URL(c.req.url).origin;

const wantsJson = (c: AppContext): boolean => {
  const accept = c.req.header('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/event-stream');
};

const dailyTokens = (env: Env): number | null => {
  const tokens = Number(env.DAILY_TOKEN_BUDGET);
  return env.DAILY_TOKEN_BUDGET && Number.isFinite(tokens) ? tokens : null;
};
