// The routes of CONTRACT.md, top to bottom. How they look from outside stands in routes.ts, what they do in search/,
// answer/ and pages/.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { requestId } from 'hono/request-id';
import { routePath } from 'hono/route';
import { answer } from './answer/answer.ts';
import { budgetFrom, tokensOn } from './answer/model/budget.ts';
import { modelFrom } from './answer/model/model.ts';
import { checkPages } from './check/check.ts';
import { draftAnswer } from './check/draft.ts';
import { markdownReport } from './check/report.ts';
import { checkRequestSchema } from './check/schemas.ts';
import { checkTexts } from './check/texts.ts';
import { MAX_FILE_BYTES, MAX_TEXT_BYTES, pastedPages, uploadedPages } from './check/upload.ts';
import { cityOf } from './city.ts';
import type { Env } from './env.ts';
import { apiCors, frames, isAllowed, mcpCors, pageHeaders } from './headers.ts';
import { health } from './health.ts';
import { UnreadableIndex } from './index/index-format.ts';
import { brokenRule, invalidFields } from './invalid.ts';
import { langOf } from './languages.ts';
import { isRateLimited, LIMIT_PERIOD_SECONDS } from './limit.ts';
import { logError } from './log-error.ts';
import { countedAnswer, stateLines } from './metrics.ts';
import { openApiDocument } from './openapi.ts';
import { originOf } from './origin.ts';
import { exampleQuestions } from './pages/examples.ts';
import { apiDocs, pages } from './pages/routes.ts';
import { problem, requestLang } from './problem.ts';
import { deleteOldReports, keepDays, saveFeedback, saveReport } from './reports.ts';
import * as routes from './routes.ts';
import { conversation } from './schemas.ts';
import { openIndex } from './search/live-index.ts';
import { given, searchResponse } from './search/response.ts';
import { collectAnswer, uiMessageStream } from './stream.ts';

type AppContext = Context<{ Bindings: Env }>;

/** Some clients write every address with a slash at its end. */
const MCP_PATHS = ['/mcp', '/mcp/'];

export const app = new OpenAPIHono<{ Bindings: Env }>({
  defaultHook: (result, c) => {
    if (result.success) return;
    return problem(c, { kind: 'invalid', errors: invalidFields(result.error.issues, requestLang(c)) });
  },
});

const bodyOf = (maxSize: number, limit: string) =>
  bodyLimit({ maxSize, onError: (c) => problem(c, { kind: 'too-large', limit }) });
const smallBody = bodyOf(64 * 1024, '64 KiB');
const textBody = bodyOf(MAX_TEXT_BYTES, '1 MiB');
const fileBody = bodyOf(MAX_FILE_BYTES, '10 MiB');
const inquirySize: MiddlewareHandler = (c, next) => (isJson(mediaType(c)) ? textBody(c, next) : fileBody(c, next));

app.use(requestId());
// Pages and files are whole responses, which do not take over what was set before.
app.use(async (c, next) => {
  await next();
  c.header('x-request-id', c.get('requestId'));
});
app.use(async (c, next) => {
  const started = performance.now();
  await next();
  // Where the last handler was registered: an address as it was asked may hold words.
  c.env.metrics?.request(routePath(c), c.res.status, (performance.now() - started) / 1000);
});
app.use(frames);
app.use(pageHeaders);
app.use('/api/*', apiCors);
app.use('/api/*', async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
});

app.use('/api/chat', textBody);
app.openapi(routes.chatRoute, async (c) => {
  if (c.env.CHAT_MODE === 'off') return problem(c, { kind: 'chat-off' });
  if (await isRateLimited(c)) {
    return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
  }
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });

  const request = c.req.valid('json');
  const { question, history } = conversation(request);
  const { lang = 'de', mode = 'auto' } = request;
  const id = c.get('requestId');
  const now = new Date();
  const abort = new AbortController();
  const stop = () => abort.abort();
  c.req.raw.signal.addEventListener('abort', stop);
  const answered = answer(
    { id, question, history, filters: given(request.filters ?? {}), lang, mode },
    {
      index,
      origin: originOf(c),
      now,
      model: c.env.CHAT_MODE === 'extractive' ? null : modelFrom(c.env),
      budget: budgetFrom(c.env.APP_DB, dailyTokens(c.env), now),
      signal: abort.signal,
      waitUntil: (work) => outlive(c, work),
      log: (step) => console.log(JSON.stringify({ event: 'chat', requestId: id, ...step })),
    },
  );
  const events = countedAnswer(answered, c.env.metrics);
  if (!wantsJson(c)) return uiMessageStream(id, lang, events, stop);
  const whole = await collectAnswer(events);
  return 'failure' in whole ? problem(c, { kind: 'internal' }) : c.json(whole, 200);
});

app.openapi(routes.resumeRoute, (c) => c.body(null, 204));

app.openapi(routes.searchRoute, async (c) => {
  if (await isRateLimited(c, 'search'))
    return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  return c.json(await searchResponse(index, c.req.valid('query'), originOf(c)), 200);
});

app.openapi(routes.documentRoute, async (c) => {
  if (await isRateLimited(c, 'document'))
    return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  const { id } = c.req.valid('param');
  const [document, passages] = await Promise.all([index.document(id), index.passages(id)]);
  if (!document) return problem(c, { kind: 'not-found' });
  const spans = passages.map(({ id, start, end, page }) => ({ id, start, end, page }));
  const { inquiry: _inquiry, scans = [], ...reply } = document;
  const ocr = scans.length > 0;
  return c.json({ ...reply, license: reply.license ?? null, ocr, public: true as const, passages: spans }, 200);
});

app.openapi(routes.documentListRoute, async (c) => {
  if (await isRateLimited(c, 'document'))
    return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  const { offset, limit } = c.req.valid('query');
  const { total, documents } = await index.list(offset, limit);
  const heads = documents.map(({ id, title, reference, date, file }) => ({ id, title, reference, date, file }));
  return c.json({ total, documents: heads }, 200);
});

app.use('/api/check', inquirySize);
app.openapi(routes.checkRoute, async (c) => {
  if (await isRateLimited(c, 'check'))
    return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
  const type = mediaType(c);
  const pages = isJson(type)
    ? pastedPages(checkRequestSchema.parse(await c.req.json()).text)
    : await uploadedPages(new Uint8Array(await c.req.arrayBuffer()), type);
  if (!pages.ok) return problem(c, { kind: 'unusable-inquiry', reason: pages.error });
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  const lang = requestLang(c);
  const checked = await checkPages(pages.value, index, originOf(c), lang);
  if (!checked.ok) return problem(c, { kind: 'unusable-inquiry', reason: checked.error });
  if (!prefersMarkdown(c)) return c.json(checked.value, 200);
  const { questions, notice } = checked.value;
  const report = notice ?? markdownReport(questions, checkTexts(lang), new Date());
  return c.text(report, 200, { 'content-type': 'text/markdown; charset=utf-8' });
});

for (const path of ['/api/check/draft', '/api/reports', '/api/feedback']) app.use(path, smallBody);
app.openapi(routes.draftRoute, async (c) => {
  const model = c.env.CHAT_MODE === 'on' || !c.env.CHAT_MODE ? modelFrom(c.env) : null;
  if (model === null) return problem(c, { kind: 'model-off' });
  if (await isRateLimited(c)) return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  const now = new Date();
  const deps = { index, origin: originOf(c), now, model, budget: budgetFrom(c.env.APP_DB, dailyTokens(c.env), now) };
  const asked = c.req.valid('json');
  return c.json(
    await draftAnswer(
      { ...asked, about: asked.about ?? '', lang: langOf(asked.lang) },
      { ...deps, signal: c.req.raw.signal },
    ),
    200,
  );
});

app.openapi(routes.reportRoute, async (c) => {
  if (await isRateLimited(c, 'report'))
    return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  const { documentId, start, end, reason, comment } = c.req.valid('json');
  const document = await index.document(documentId);
  const lang = requestLang(c);
  const wrong = !document
    ? brokenRule('documentId', 'unknown-document', lang)
    : end > document.text.length
      ? brokenRule('end', 'beyond-text', lang)
      : null;
  if (wrong) return problem(c, { kind: 'invalid', errors: [wrong] });
  const report = { documentId, start, end, reason, comment: comment || null, indexVersion: index.info.version };
  await saveReport(c.env.APP_DB, report, new Date());
  await forgetOld(c.env);
  return c.body(null, 204);
});

app.openapi(routes.feedbackRoute, async (c) => {
  if (await isRateLimited(c, 'report'))
    return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
  const { answerId, rating, comment } = c.req.valid('json');
  await saveFeedback(c.env.APP_DB, { answerId, rating, comment: comment || null }, new Date());
  await forgetOld(c.env);
  return c.body(null, 204);
});

app.openapi(routes.healthRoute, async (c) => {
  const state = await health(c.env);
  return c.json(state, state.status === 'error' ? 503 : 200);
});

app.get('/metrics', async (c) => {
  const token = c.env.METRICS_TOKEN;
  if (!token || c.req.header('authorization') !== `Bearer ${token}`) return problem(c, { kind: 'not-found' });
  const now = new Date();
  const [state, tokens] = await Promise.all([health(c.env), tokensOn(c.env.APP_DB, now)]);
  const lines = [...stateLines(state, tokens, now), ...(c.env.metrics?.lines() ?? [])];
  return c.text(`${lines.join('\n')}\n`, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
});

app.get('/api/openapi.json', (c) => c.json(openApiDocument(app)));
app.get('/api/docs', (c) => apiDocs(c, openApiDocument(app)));

for (const path of MCP_PATHS) {
  app.use(path, mcpCors);
  app.use(path, inquirySize);
}
app.on('POST', MCP_PATHS, async (c) => {
  if (await isRateLimited(c, 'mcp'))
    return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
  if (isForeign(c)) return problem(c, { kind: 'foreign-origin' });
  const index = await openIndex(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  // Not many ask this way, and its libraries are larger than all the rest: loaded when the first one does.
  const { answerMcp } = await import('./mcp/server.ts');
  return answerMcp(c.req.raw, { index, origin: originOf(c), lang: requestLang(c) });
});

// What the opened widget suggests; small, and not promised to anyone else.
app.get('/api/examples', async (c) => {
  const index = await openIndex(c.env);
  return c.json({ questions: index ? await exampleQuestions(index, cityOf(c.env).examples) : [] });
});

const methods: Record<string, string> = {
  '/api/chat': 'POST',
  '/api/chat/:id/stream': 'GET',
  '/api/search': 'GET',
  '/api/documents': 'GET',
  '/api/documents/:id': 'GET',
  '/api/health': 'GET',
  '/api/check': 'POST',
  '/api/check/draft': 'POST',
  '/api/reports': 'POST',
  '/api/feedback': 'POST',
  '/api/openapi.json': 'GET',
  '/api/docs': 'GET',
  '/mcp': 'POST',
  '/mcp/': 'POST',
};
for (const [path, allow] of Object.entries(methods)) {
  app.all(path, (c) => problem(c, { kind: 'method-not-allowed', allow }));
}
app.all('/api/*', (c) => problem(c, { kind: 'not-found' }));

app.route('/', pages);
app.all('*', (c) => problem(c, { kind: 'method-not-allowed', allow: 'GET' }));

app.onError((error, c) => {
  if (error instanceof HTTPException && error.status === 400) return problem(c, { kind: 'malformed' });
  if (error instanceof HTTPException && error.status === 415) return problem(c, { kind: 'unsupported-media-type' });
  logError({ event: 'error', requestId: c.get('requestId') }, error);
  return problem(c, { kind: error instanceof UnreadableIndex ? 'unreadable-index' : 'internal' });
});

/** The Worker runs until `work` is done, with a reader or without. Tests that call the app have no such end. */
function outlive(c: AppContext, work: Promise<unknown>): void {
  try {
    c.executionCtx.waitUntil(work);
  } catch {}
}

function mediaType(c: Context): string {
  return (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
}

function isJson(type: string): boolean {
  return type === 'application/json' || type.endsWith('+json');
}

/** Another site's page may not let its visitors' browsers ask (MCP, "Security Warning": DNS rebinding). */
function isForeign(c: AppContext): boolean {
  const origin = c.req.header('origin');
  return origin !== undefined && origin !== originOf(c) && !isAllowed(origin, c.env.ALLOWED_ORIGINS);
}

const prefersMarkdown = (c: AppContext): boolean => {
  const accept = c.req.header('accept') ?? '';
  return accept.includes('text/markdown') && !accept.includes('application/json');
};

const wantsJson = (c: AppContext): boolean => {
  const accept = c.req.header('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/event-stream');
};

const forgetOld = (env: Env) => deleteOldReports(env.APP_DB, keepDays(env.REPORTS_KEEP_DAYS), new Date());

const dailyTokens = (env: Env): number | null => {
  const tokens = Number(env.DAILY_TOKEN_BUDGET);
  return env.DAILY_TOKEN_BUDGET && Number.isFinite(tokens) ? tokens : null;
};
