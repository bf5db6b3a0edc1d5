// The pages of CONTRACT.md and the static files: address → data → page.

import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { modelFrom } from '../answer/model/model.ts';
import { overTheYears } from '../check/over-the-years.ts';
import { cityOf } from '../city.ts';
import type { Env } from '../env.ts';
import type { Lang } from '../events.ts';
import { assetHeaders, isAllowed } from '../headers.ts';
import { health } from '../health.ts';
import { langOf } from '../languages.ts';
import { isRateLimited, LIMIT_PERIOD_SECONDS, type Purpose } from '../limit.ts';
import { logError } from '../log-error.ts';
import type { OpenApiDocument } from '../openapi.ts';
import { originOf } from '../origin.ts';
import { pictureName } from '../pictures.ts';
import { problem } from '../problem.ts';
import { idParam, searchQuerySchema } from '../schemas.ts';
import { openIndex } from '../search/live-index.ts';
import { searchResponse } from '../search/response.ts';
import type { LiveIndex } from '../search/types.ts';
import { apiDocsPage } from './api-docs.ts';
import { chatPage } from './chat.ts';
import { checkPage } from './check.ts';
import { checkForm, MAX_FORM_BYTES, tooLarge } from './check-form.ts';
import { documentNotFoundPage, documentPage, pdfOf } from './document.ts';
import { type EmbedPageData, embedPage } from './embed.ts';
import { exampleQuestions } from './examples.ts';
import { atomFeed } from './feed.ts';
import { MAX_SITEMAP, robotsTxt, securityTxt, sitemapXml } from './for-crawlers.ts';
import { legalPage } from './legal.ts';
import type { LegalTopic } from './legal-texts.ts';
import { notFoundPage } from './not-found.ts';
import { numbersCsv, numbersPage, TABLES } from './numbers.ts';
import { overTheYearsPage } from './over-the-years.ts';
import type { Page, PageContext } from './page.ts';
import { searchPage } from './search.ts';
import type { SearchQuery } from './search-address.ts';
import { choiceOnSearch } from './search-choice.ts';
import { hitsAsCsv } from './search-csv.ts';
import { respond } from './shell.ts';
import { staleSince } from './stale.ts';
import { topicsPage } from './topics.ts';

type AppContext = Context<{ Bindings: Env }>;

const EXAMPLES_WAIT_MS = 250;
const NEWEST_ON_START = 3;
const NOT_FOR_SEARCH = { 'x-robots-tag': 'noindex' };
const NEWEST_ON_TOPICS = 6;

export const pages = new Hono<{ Bindings: Env }>();

pages.get('/', async (c) => {
  const index = await indexOrNull(c.env);
  const [examples, { documents: newest }] = index
    ? await Promise.all([soon(exampleQuestions(index, cityOf(c.env).examples), c), index.list(0, NEWEST_ON_START)])
    : [[], { documents: [] }];
  const chatOff = c.env.CHAT_MODE === 'off';
  const info = index?.info ?? null;
  return send(
    c,
    chatPage(contextOf(c), { info, examples, newest, chatOff, model: withModel(c), ...staleness(c, index) }),
  );
});

/** A crawler reads a month's rows of the database in a day. */
const limited =
  (purpose: Purpose): MiddlewareHandler<{ Bindings: Env }> =>
  async (c, next) => {
    if (await isRateLimited(c, purpose))
      return problem(c, { kind: 'rate-limited', retryAfterSeconds: LIMIT_PERIOD_SECONDS });
    await next();
  };
for (const path of ['/suche', '/suche.csv', '/feed.atom']) pages.use(path, limited('search'));
for (const path of ['/dokument/*', '/themen', '/zahlen', '/zahlen.csv']) pages.use(path, limited('document'));

pages.get('/suche', async (c) => {
  if ((c.req.header('accept') ?? '').startsWith('text/csv')) return searchAsCsv(c);
  const index = await indexOrNull(c.env);
  const { query, misread } = searchQueryOf(c);
  const [result, choice] = index
    ? await Promise.all([searchResponse(index, query, originOf(c)), choiceOnSearch(index, query, originOf(c))])
    : [null, []];
  const chatOff = c.env.CHAT_MODE === 'off';
  return send(c, searchPage(contextOf(c), { query, misread, result, choice, chatOff, ...staleness(c, index) }));
});

pages.get('/suche.csv', (c) => searchAsCsv(c));

pages.get('/feed.atom', async (c) => {
  const index = await indexOrNull(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  const { query } = searchQueryOf(c);
  const origin = originOf(c);
  const { hits } = await searchResponse(index, { ...query, sort: 'date', limit: 50, offset: 0 }, origin);
  const { search } = new URL(c.req.url);
  const addresses = { self: `${origin}/feed.atom${search}`, search: `${origin}/suche${search}` };
  const { builtAt } = index.info;
  return c.body(atomFeed({ city: contextOf(c).city, hits, builtAt, ...addresses }), 200, {
    'content-type': 'application/atom+xml; charset=utf-8',
  });
});

pages.get('/robots.txt', (c) => c.text(robotsTxt(contextOf(c).city, originOf(c))));

pages.get('/sitemap.xml', async (c) => {
  const index = await indexOrNull(c.env);
  if (!index || !contextOf(c).city.indexing) return send(c, notFoundPage(contextOf(c)));
  const { documents } = await index.list(0, MAX_SITEMAP);
  return c.body(sitemapXml(documents, originOf(c)), 200, { 'content-type': 'application/xml; charset=utf-8' });
});

pages.get('/.well-known/security.txt', async (c) => {
  const text = securityTxt(contextOf(c).city, originOf(c), new Date());
  return text === null ? send(c, notFoundPage(contextOf(c))) : c.text(text);
});

pages.get('/pruefen', (c) => send(c, checkPage(contextOf(c), { text: '', outcome: { kind: 'none' }, ...checking(c) })));

pages.use(
  '/pruefen',
  bodyLimit({
    maxSize: MAX_FORM_BYTES,
    onError: (c: AppContext) => send(c, checkPage(contextOf(c), { ...tooLarge(contextOf(c).lang), ...checking(c) })),
  }),
);
pages.post('/pruefen', async (c) => {
  const sent = await checkForm(c, await indexOrNull(c.env), contextOf(c).lang);
  return send(c, checkPage(contextOf(c), { ...sent, ...checking(c) }));
});

pages.get('/dokument/:id', async (c) => {
  const id = idParam.safeParse(c.req.param());
  const index = await indexOrNull(c.env);
  const document = id.success && index ? await index.document(id.data.id) : null;
  if (!document) return send(c, documentNotFoundPage(contextOf(c)));
  const pdf = pdfOf(document, cityOf(c.env));
  if (pdf !== null) c.set('frameFrom', new URL(pdf).origin);
  return send(c, documentPage(contextOf(c), document, new Date()));
});

/** The picture of a scanned page; it is gone with its document. */
pages.get('/dokument/:id/seite/:page{[0-9]{1,4}\\.webp}', async (c) => {
  const id = idParam.safeParse(c.req.param());
  const index = await indexOrNull(c.env);
  const document = id.success && index ? await index.document(id.data.id) : null;
  const number = Number.parseInt(c.req.param('page'), 10);
  const image = document?.scans?.find((scan) => scan.number === number)?.image;
  const picture = image === undefined ? null : await c.env.BUNDLES.get(pictureName(image));
  if (!picture) return send(c, documentNotFoundPage(contextOf(c)));
  const headers = { 'content-type': 'image/webp', etag: `"${image}"`, 'cache-control': 'no-cache', ...NOT_FOR_SEARCH };
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
  return c.body(await picture.arrayBuffer(), 200, headers);
});

pages.get('/dokument/:id/verlauf', async (c) => {
  const id = idParam.safeParse(c.req.param());
  const index = await indexOrNull(c.env);
  const document = id.success && index ? await index.document(id.data.id) : null;
  if (!index || !document) return send(c, documentNotFoundPage(contextOf(c)));
  const around = await overTheYears(document, index, originOf(c));
  return send(c, overTheYearsPage(contextOf(c), document, around));
});

pages.get('/themen', async (c) => {
  const index = await indexOrNull(c.env);
  if (!index) return send(c, topicsPage(contextOf(c), null));
  const [topics, { documents }] = await Promise.all([index.topics(), index.list(0, NEWEST_ON_TOPICS)]);
  return send(c, topicsPage(contextOf(c), { topics, newest: documents }));
});

pages.get('/zahlen', async (c) => {
  const index = await indexOrNull(c.env);
  return send(c, numbersPage(contextOf(c), index && (await index.numbers())));
});

pages.get('/zahlen.csv', async (c) => {
  const index = await indexOrNull(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  const table = TABLES.find((name) => name === c.req.query('tabelle')) ?? 'jahre';
  return sendCsv(c, numbersCsv(contextOf(c), await index.numbers(), table), `${table}.csv`);
});

pages.get('/einbetten', async (c) => {
  const index = await indexOrNull(c.env);
  const committees = index ? await committeesOf(index) : [];
  const built = await c.env.ASSETS.fetch('http://assets/widget.json');
  const widget = await built.json<EmbedPageData['widget']>();
  const allowed = (c.env.ALLOWED_ORIGINS ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const checked = askedWebsite(c, c.env.ALLOWED_ORIGINS);
  return send(c, embedPage(contextOf(c), { origin: originOf(c), widget, committees, allowed, checked }));
});

for (const topic of ['barrierefreiheit', 'datenschutz', 'impressum'] satisfies LegalTopic[]) {
  pages.get(`/${topic}`, async (c) => send(c, legalPage(contextOf(c), topic, await health(c.env))));
}

/** Everything else is a static file, or a page that says that there is nothing. */
pages.get('*', async (c) => {
  const path = new URL(c.req.url).pathname;
  const isFile = /\.[a-z0-9]+$/.test(path) && !path.endsWith('.html');
  const file = isFile ? await c.env.ASSETS.fetch(c.req.url, { headers: conditions(c) }) : null;
  if (!file || file.status === 404) return send(c, notFoundPage(contextOf(c)));
  const response = new Response(file.body as ReadableStream | null, { status: file.status });
  for (const [name, value] of file.headers) response.headers.set(name, value);
  for (const [name, value] of Object.entries(assetHeaders(path))) response.headers.set(name, value);
  return response;
});

/** Registered by the app, whose routes it describes. */
export function apiDocs(c: AppContext, document: OpenApiDocument): Promise<Response> {
  return send(c, apiDocsPage(contextOf(c), document));
}

const send = (c: AppContext, page: Page): Promise<Response> => respond(page, c.env.ASSETS);

function contextOf(c: AppContext): PageContext {
  const { pathname, search } = new URL(c.req.url);
  const lang: Lang = langOf(c.req.query('lang'));
  return {
    city: cityOf(c.env),
    lang,
    path: pathname + search,
    origin: originOf(c),
  };
}

/** Pages stay readable without an index; /api/health says what is wrong with it. */
async function indexOrNull(env: Env): Promise<LiveIndex | null> {
  try {
    return await openIndex(env);
  } catch (error) {
    logError({ event: 'index-unreadable' }, error);
    return null;
  }
}

const staleness = (c: AppContext, index: LiveIndex | null) => ({
  staleSince: staleSince(index?.info.builtAt, c.env.STALE_AFTER_DAYS, new Date()),
});

/** The first reader of a new index does not wait for its examples: the page asks for them again (web/chat/main.ts). */
async function soon(questions: Promise<string[]>, c: AppContext): Promise<string[]> {
  c.executionCtx.waitUntil(questions.catch(() => {}));
  const late = new Promise<string[]>((resolve) => setTimeout(resolve, EXAMPLES_WAIT_MS, []));
  return Promise.race([questions, late]);
}

async function committeesOf(index: LiveIndex): Promise<string[]> {
  const browse = { query: '', filters: {}, history: [], rewrite: null, sort: 'date', limit: 1, offset: 0 } as const;
  const { facets } = await index.search({ ...browse, history: [] });
  return facets.committee.map(({ value }) => value);
}

/** Whoever types in a page's whole address means its origin. */
function askedWebsite(c: AppContext, allowed: string | undefined): EmbedPageData['checked'] {
  const typed = c.req.query('website')?.trim();
  if (!typed) return null;
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  const website = URL.canParse(address) ? new URL(address).origin : typed;
  return { website, isAllowed: website === originOf(c) || isAllowed(website, allowed) };
}

const withModel = ({ env }: AppContext) =>
  env.CHAT_MODE !== 'off' && env.CHAT_MODE !== 'extractive' && modelFrom(env) !== null;

const checking = (c: AppContext) => ({
  drafts: withModel(c),
  now: new Date(),
});

/** A mistyped filter in the address is no reason to show nothing: the words alone are searched. */
function searchQueryOf(c: AppContext): { query: SearchQuery; misread: boolean } {
  const asked = searchQuerySchema.safeParse(c.req.query());
  if (asked.success) return { query: asked.data, misread: false };
  return { query: searchQuerySchema.parse({ q: (c.req.query('q') ?? '').slice(0, 2_000) }), misread: true };
}

async function searchAsCsv(c: AppContext): Promise<Response> {
  const index = await indexOrNull(c.env);
  if (!index) return problem(c, { kind: 'no-index' });
  const { query } = searchQueryOf(c);
  const csv = await hitsAsCsv(index, query, originOf(c), contextOf(c).lang);
  return sendCsv(c, csv, 'treffer.csv');
}

function sendCsv(c: AppContext, csv: string, name: string): Response {
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'x-robots-tag': 'noindex',
  });
}

function conditions(c: AppContext): Record<string, string> {
  const etag = c.req.header('if-none-match');
  return etag === undefined ? {} : { 'if-none-match': etag };
}
