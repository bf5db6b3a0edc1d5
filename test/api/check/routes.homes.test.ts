// The staff's routes over real HTTP against both homes: what is answered, and what is refused with a sentence.
import { describe, expect, inject, test } from 'vitest';
import type { CheckedQuestion } from '../../../api/check/types.ts';
import type {} from '../../home.ts';
import { lockedPdf, pdfFile, scan, wordFile } from '../../invented-files.ts';

const service = inject('homeUrl');
const JSON_TYPE = { 'content-type': 'application/json' };
/** Question 2 of the seed document in other words. */
const ASKED = 'Entsteht durch das Kommunale Integrationsmanagement Mehrarbeit im Amt für Integration und Vielfalt?';

/** What any of these responses may have. */
interface Told {
  questions: CheckedQuestion[];
  notice: string | null;
  documents: { id: string }[];
  pairs: { questionText: string | null }[];
  detail: string;
  requestId: string;
  errors: { path: string }[];
  paths: Record<string, unknown>;
}

const read = async (response: Response) => (await response.json()) as Told;
const api = async (path: string) => read(await fetch(service + path));
const verbatim = async () => {
  const { documents } = await api('/api/documents');
  return (await api(`/api/documents/${documents[0]!.id}`)).pairs[1]!.questionText!;
};

const post = (path: string, body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  fetch(service + path, { method: 'POST', body, headers });
const check = (text: string, headers = {}) =>
  post('/api/check', JSON.stringify({ text }), { ...JSON_TYPE, ...headers });

describe('POST /api/check', () => {
  test('finds the answer to a question that was asked before, and nothing for one that was not', async () => {
    const response = await check(`Anfrage\nIntegration\n1. ${await verbatim()}\n2. Wie viele Einhörner leben im Zoo?`);
    const { questions, notice } = await read(response);
    expect(questions.map((q) => [q.number, q.verdict])).toEqual([
      ['1', 'answered'],
      ['2', 'none'],
    ]);
    const { source, similarity, snippet } = questions[0]!.matches[0]!;
    expect(similarity).toBeGreaterThanOrEqual(0.7);
    expect(source.url).toContain(`${service}/dokument/`);
    expect(source.text.replace(/\s+/g, ' ')).toContain(snippet.text.replace(/ …$/, '').split(' … ')[0]!);
    expect(snippet.highlights.every(([start, end]) => start < end && end <= snippet.text.length)).toBe(true);
    expect(notice).toBeNull();
  });

  test('gives the same as a Markdown report', async () => {
    const response = await check(`1. ${await verbatim()}`, { accept: 'text/markdown' });
    expect(response.headers.get('content-type')).toContain('text/markdown');
    const report = await response.text();
    expect(report).toMatch(/^# /);
    expect(report).toContain('| 1 |');
    expect(report).toContain(`](${service}/dokument/`);
  });

  test('says so in Markdown as well when nothing is asked', async () => {
    const response = await check('Der neue Spielplatz ist schön geworden.', { accept: 'text/markdown' });
    expect(await response.text()).toMatch(/^In diesem Text wurde keine Frage gefunden/);
  });

  test('says so when nothing is asked', async () => {
    const { questions, notice } = await read(await check('Der neue Spielplatz ist schön geworden.'));
    expect(questions).toEqual([]);
    expect(notice).toContain('keine Frage');
  });

  test.each([
    ['PDF', pdfFile, 'application/pdf'],
    ['DOCX', wordFile, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('reads the questions of a %s', async (_, file, type) => {
    const { questions } = await read(await post('/api/check', await file(), { 'content-type': type }));
    expect(questions.map((q) => [q.number, q.text])).toEqual([
      ['1', 'Wie viele Bänke gibt es?'],
      ['2', 'Was kostet eine Bank?'],
    ]);
  });

  test.each([
    ['a novel', 400, () => check('Lorem ipsum. '.repeat(6_000))],
    ['more than a mebibyte', 413, () => check('x'.repeat(1_100_000))],
    ['nothing', 400, () => check('   ')],
    ['300 questions', 400, () => check(Array.from({ length: 300 }, (_, i) => `Was kostet Ding ${i}?`).join('\n\n'))],
    ['no text field', 400, () => post('/api/check', '{}')],
    ['broken JSON', 400, () => post('/api/check', '{')],
    ['a broken PDF', 400, () => post('/api/check', '%PDF-1.7 kaputt', { 'content-type': 'application/pdf' })],
    [
      'a program',
      400,
      () => post('/api/check', new Uint8Array([77, 90, 0, 1, 2]), { 'content-type': 'application/pdf' }),
    ],
    ['a scan', 400, async () => post('/api/check', await scan(), { 'content-type': 'application/pdf' })],
    ['a locked PDF', 400, async () => post('/api/check', await lockedPdf(), { 'content-type': 'application/pdf' })],
    ['another type', 415, () => post('/api/check', 'a,b', { 'content-type': 'text/csv' })],
    [
      'an upload of 11 MiB',
      413,
      () => post('/api/check', new Uint8Array(11 * 1024 * 1024), { 'content-type': 'application/pdf' }),
    ],
  ])('refuses %s with %i and a sentence', async (_, status, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const { detail, requestId } = await read(response);
    expect(detail).toMatch(/\.$/);
    expect(requestId).toBe(response.headers.get('x-request-id'));
  });

  test('says it in English to whom prefers that', async () => {
    const response = await check('  ', { 'accept-language': 'en' });
    expect((await read(response)).detail).toContain('Paste the inquiry');
  });
});

describe('POST /api/check/draft', () => {
  test('is closed without a model', async () => {
    const response = await post('/api/check/draft', JSON.stringify({ question: ASKED }));
    expect(response.status).toBe(503);
    expect((await read(response)).detail).toContain('Entwürfe');
  });
});

describe('POST /api/reports and /api/feedback', () => {
  const known = async () => (await api('/api/documents')).documents[0]!.id;
  const report = { start: 0, end: 20, reason: 'off-topic', comment: 'Erfundene Anmerkung' };

  test('take a report of a place that exists', async () => {
    const response = await post('/api/reports', JSON.stringify({ documentId: await known(), ...report }));
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  test.each([
    ['a document that does not exist', { documentId: 'nein' }, 'documentId'],
    ['a place behind the text', { end: 9_999_999 }, 'end'],
    ['a place that ends before it starts', { start: 30, end: 20 }, 'end'],
    ['no reason', { reason: ' ' }, 'reason'],
    ['a comment that is too long', { comment: 'x'.repeat(2_001) }, 'comment'],
  ])('refuse a report with %s', async (_, change, path) => {
    const response = await post('/api/reports', JSON.stringify({ documentId: await known(), ...report, ...change }));
    expect(response.status).toBe(400);
    expect((await read(response)).errors[0]!.path).toBe(path);
  });

  test('take a rating, and no other than up and down', async () => {
    const rate = (rating: string) => post('/api/feedback', JSON.stringify({ answerId: 'a1', rating }));
    expect((await rate('up')).status).toBe(204);
    expect((await rate('sideways')).status).toBe(400);
  });
});

describe('the form of /pruefen', () => {
  const send = (fields: Record<string, string | Blob>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return fetch(`${service}/pruefen`, { method: 'POST', body: form });
  };

  const many = (n: number) => Array.from({ length: n }, (_, i) => `${i + 1}. Was kostet Ding ${i}?`).join('\n');

  test.each([
    ['nothing', {}, 400, 'noch kein Text'],
    ['a file of 12 MiB', { file: new Blob([new Uint8Array(12 * 1024 * 1024)]) }, 413, 'zu groß'],
    ['a file of 10.5 MiB', { file: new Blob([new Uint8Array(10.5 * 1024 * 1024)]) }, 413, 'zu groß'],
    ['a broken PDF', { file: new Blob(['%PDF-1.7 kaputt']) }, 400, 'Text der Anfrage'],
    ['a scan', async () => ({ file: new Blob([await scan()]) }), 400, 'Texterkennung'],
    ['a locked PDF', async () => ({ file: new Blob([await lockedPdf()]) }), 400, 'Passwort'],
    ['300 questions', { text: many(300) }, 400, 'mehr als 100 Fragen'],
    ['no question', { text: 'Der neue Spielplatz ist schön geworden.' }, 400, 'keine Frage'],
    ['a novel', { text: 'Es war einmal. '.repeat(5_000) }, 400, 'zu lang'],
  ])('answers %s with the page and a sentence', async (_, fields, status, sentence) => {
    const response = await send(typeof fields === 'function' ? await fields() : (fields as Record<string, Blob>));
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(/role="alert">([^<]*)</.exec(await response.text())?.[1]).toContain(sentence);
  });
});

describe('the addresses beside the pages', () => {
  test('the hit list is a table for spreadsheets', async () => {
    const response = await fetch(`${service}/suche.csv?q=Integration`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, first] = new TextDecoder().decode(bytes).split('\r\n');
    expect(head).toContain('"Gremium"');
    expect(first).toContain(`${service}/dokument/`);
  });

  test('the interface describes itself, for machines and for people, without a script', async () => {
    const document = await api('/api/openapi.json');
    const page = await (await fetch(`${service}/api/docs`)).text();
    for (const path of Object.keys(document.paths)) expect(page).toContain(path);
  });
});
