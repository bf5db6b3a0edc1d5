// A small OParl 1.1 server on loopback with invented papers, for tests that run everywhere. Tests change its papers
// and answer single paths themselves; it keeps a log of what was asked.
import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestFile {
  id: string;
  name: string;
  /** What the file says; the download is plain text. */
  text: string;
  /** OParl's own `text`, in the file's object. */
  ownText?: string;
  modified?: string;
}

export interface TestPaper {
  id: string;
  reference: string;
  name: string;
  paperType?: string;
  date?: string;
  modified?: string;
  deleted?: boolean;
  files: TestFile[];
  /** Fields that replace or extend those of the OParl object. */
  more?: Record<string, unknown>;
}

export interface TestServer {
  origin: string;
  system: string;
  papers: TestPaper[];
  meetings: Record<string, unknown>[];
  organizations: Record<string, unknown>[];
  /** Answers a path (without query) in the server's place; true when it has. */
  overrides: Map<string, (req: http.IncomingMessage, res: http.ServerResponse) => boolean>;
  /** Paths with query, in order. */
  requests: string[];
  url(path: string): string;
  close(): Promise<void>;
}

const OLD = '2024-01-10T09:00:00+01:00';
export const BODY = '/oparl/bodies/1';

export async function startOparlServer(options: { perPage?: number; bodyName?: string } = {}): Promise<TestServer> {
  const { perPage = 2, bodyName = 'Stadt Musterstadt' } = options;
  const server = http.createServer((req, res) => {
    const url = new URL(req.url ?? '/', test.origin);
    test.requests.push(url.pathname + url.search);
    if (test.overrides.get(url.pathname)?.(req, res)) return;
    answer(url, req, res);
  });
  const test: TestServer = {
    origin: '',
    system: '',
    papers: [],
    meetings: [],
    organizations: [],
    overrides: new Map(),
    requests: [],
    url: (path) => `${test.origin}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  test.system = `${test.origin}/oparl/system`;
  return test;

  function answer(url: URL, req: http.IncomingMessage, res: http.ServerResponse): void {
    const { pathname } = url;
    const lists: Record<string, () => Record<string, unknown>[]> = {
      '/oparl/bodies': () => [body()],
      [`${BODY}/papers`]: () => test.papers.map(paperObject),
      [`${BODY}/meetings`]: () => test.meetings,
      [`${BODY}/organizations`]: () => test.organizations,
    };
    const items = lists[pathname]?.();
    const files = test.papers.flatMap((paper) => paper.files);
    const object = files.find((file) => pathname === `${BODY}/files/${file.id}`);
    const download = files.find((file) => pathname === `/download/${file.id}.txt`);
    if (items) list(url, req, res, items);
    else if (pathname === '/oparl/system')
      json(req, res, { id: test.system, type: type('System'), body: test.url('/oparl/bodies') });
    else if (object) json(req, res, { ...fileObject(object), ...(object.ownText ? { text: object.ownText } : {}) });
    else if (download) send(req, res, download.text, 'text/plain; charset=utf-8');
    else res.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not found"}');
  }

  function body() {
    return {
      id: test.url(BODY),
      type: type('Body'),
      name: bodyName,
      paper: test.url(`${BODY}/papers`),
      meeting: test.url(`${BODY}/meetings`),
      organization: test.url(`${BODY}/organizations`),
    };
  }

  function paperObject(paper: TestPaper): Record<string, unknown> {
    const id = test.url(`${BODY}/papers/${paper.id}`);
    const modified = paper.modified ?? OLD;
    if (paper.deleted) return { id, type: type('Paper'), created: OLD, modified, deleted: true };
    const { reference, name, date = '2024-01-09', paperType = 'Anfrage' } = paper;
    return {
      id,
      type: type('Paper'),
      created: OLD,
      modified,
      reference,
      name,
      date,
      paperType,
      auxiliaryFile: paper.files.map(fileObject),
      ...paper.more,
    };
  }

  function fileObject(file: TestFile): Record<string, unknown> {
    const downloadUrl = test.url(`/download/${file.id}.txt`);
    const id = test.url(`${BODY}/files/${file.id}`);
    return {
      id,
      type: type('File'),
      name: file.name,
      fileName: `${file.id}.txt`,
      mimeType: 'text/plain',
      modified: file.modified ?? OLD,
      downloadUrl,
      accessUrl: downloadUrl,
    };
  }

  function list(url: URL, req: http.IncomingMessage, res: http.ServerResponse, all: Record<string, unknown>[]): void {
    const since = url.searchParams.get('modified_since');
    const time = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since);
    if (Number.isNaN(time)) {
      res.writeHead(400).end('{"error":"modified_since"}');
      return;
    }
    const items = all.filter((item) => Date.parse(String(item.modified ?? OLD)) >= time);
    const page = Number(url.searchParams.get('page') ?? 1);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    const links = page * perPage < items.length ? { next: next.href } : {};
    json(req, res, { data: items.slice((page - 1) * perPage, page * perPage), links });
  }
}

const type = (name: string) => `https://schema.oparl.org/1.1/${name}`;

export function json(req: http.IncomingMessage, res: http.ServerResponse, value: unknown): void {
  send(req, res, JSON.stringify(value), 'application/json');
}

function send(req: http.IncomingMessage, res: http.ServerResponse, text: string, contentType: string): void {
  const etag = `"${createHash('sha1').update(text).digest('hex')}"`;
  if (req.headers['if-none-match'] === etag) res.writeHead(304, { etag }).end();
  else res.writeHead(200, { 'content-type': contentType, etag }).end(text);
}

/** An invented inquiry with its invented answer. */
export function inquiryPaper(n: number, more: Partial<TestPaper> = {}): TestPaper {
  return {
    id: String(n),
    reference: `${n}/2024`,
    name: `Anfrage zu erfundener Sache ${n}`,
    files: [
      { id: `${n}1`, name: 'Anfrage', text: `Anfrage der erfundenen Fraktion\n\n1. Wie viele Bänke ${n} gibt es?\n` },
      { id: `${n}2`, name: 'Stellungnahme', text: answerText(`Es gibt ${n} Bänke, frei erfunden.`) },
    ],
    ...more,
  };
}

export const answerText = (answer: string) =>
  `Stellungnahme zur Anfrage der erfundenen Fraktion\n\n1. Wie viele Bänke gibt es?\n\n${answer}\n`;
