// The original PDF beside its text, where the city allows it: asked for by a press only, and at the right page.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, type Running } from '../../api/node.ts';
import shipped from '../../corpus/city.json' with { type: 'json' };
import type { City } from '../../corpus/city.ts';
import { describeInBrowser, violations } from './stage.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Invented; its second question is answered on the second page. */
async function reply(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const pages = [
    ['Stellungnahme zur Anfrage', '1. Wie viele Bänke stehen im Stadtpark?', 'Im Stadtpark stehen 40 Bänke aus Holz.'],
    ['2. Was kostet eine Bank?', 'Eine Bank kostet mit Einbau 900 Euro.'],
  ];
  for (const lines of pages) {
    const page = pdf.addPage([595, 842]);
    for (const [i, line] of lines.entries()) page.drawText(line, { x: 60, y: 760 - 40 * i, size: 12, font });
  }
  return pdf.save();
}

describeInBrowser('the original beside', (stage) => {
  const dir = mkdtempSync(join(tmpdir(), 'ra-pdf-'));
  const asked: string[] = [];
  const corpus = join(dir, 'corpus');
  const storeDir = join(dir, 'store');
  let running: Running;
  let url: string;
  const council = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>PDF</title>');
  });

  const run = (script: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, [join(ROOT, 'scripts', script), ...args], {
      env: { ...process.env, STORE_DIR: storeDir },
    });

  beforeAll(async () => {
    await new Promise<void>((resolve) => council.listen(0, '127.0.0.1', resolve));
    const original = `http://127.0.0.1:${(council.address() as AddressInfo).port}/getfile?id=7`;
    mkdirSync(corpus);
    writeFileSync(join(corpus, 'a.pdf'), await reply());
    const meta = { title: 'Bänke im Stadtpark', date: '2025-03-26', url: original };
    writeFileSync(join(corpus, 'a.meta.json'), JSON.stringify(meta));
    await run('ingest.ts', 'folder', corpus);
    await run('build-index.ts');
    const city: City = { ...(shipped as City), pdfBeside: true };
    const home = { port: 0, host: '127.0.0.1', storeDir, webDir: join(ROOT, 'dist/web'), clientAddressHeader: null };
    running = await listen({ ...home, city, app: { RATE_LIMIT: 'off' } });
    url = `http://127.0.0.1:${running.port}`;
  });
  afterAll(async () => {
    await running?.stop(0);
    council.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const address = async (quote: string) => {
    const { documents } = (await (await fetch(`${url}/api/documents`)).json()) as {
      documents: { id: string }[];
    };
    const id = documents[0]?.id ?? '';
    const { text } = (await (await fetch(`${url}/api/documents/${id}`)).json()) as { text: string };
    const start = text.indexOf(quote);
    return `${url}/dokument/${id}#z=${start}-${start + quote.length}`;
  };

  test('is asked for by a press, opens at the page of the marked place, and goes away again', async () => {
    const page = await stage.open(await address('900 Euro'), { viewport: { width: 1400, height: 900 } });
    await page.locator('mark.cited').first().waitFor();
    expect(asked).toEqual([]);
    const button = page.getByRole('button', { name: 'Original-PDF daneben zeigen' });
    await button.click();
    expect(await page.locator('iframe.pdf').getAttribute('src')).toMatch(/\/getfile\?id=7#page=2$/);
    await expect.poll(() => asked).toEqual(['/getfile?id=7']);
    const [text, pdf] = await Promise.all(['.reply', 'iframe.pdf'].map((part) => page.locator(part).boundingBox()));
    expect(pdf!.x).toBeGreaterThan(text!.x + text!.width);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Original-PDF ausblenden' }).click();
    expect(await page.locator('iframe.pdf').count()).toBe(0);
  });

  test('is not offered where there is no room; the link to the original is', async () => {
    const page = await stage.open(await address('40 Bänke'), { viewport: { width: 800, height: 900 } });
    await page.locator('mark.cited').first().waitFor();
    expect(await page.getByRole('button', { name: 'Original-PDF daneben zeigen' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Original im Ratsinformationssystem' }).count()).toBe(1);
  });

  test('no other page may show frames, and the privacy notice says what a press does', async () => {
    const policy = async (path: string) => (await fetch(url + path)).headers.get('content-security-policy');
    expect(await policy('/datenschutz')).toContain("frame-src 'self';");
    expect(await policy(new URL(await address('900 Euro')).pathname)).toMatch(
      /frame-src 'self' http:\/\/127\.0\.0\.1:\d+;/,
    );
    expect(await (await fetch(`${url}/datenschutz`)).text()).toContain('Original-PDF daneben zeigen');
    expect(await (await fetch(`${stage.service}/datenschutz`)).text()).not.toContain('Original-PDF daneben zeigen');
  });
});
