// What can go wrong between a citizen and the service: each is said in a sentence, and there is a way on.
import { expect, test } from 'vitest';
import { ANSWERED, answered, ask, describeInBrowser } from './stage.ts';

describeInBrowser('failures that a citizen can meet', (stage) => {
  const problem = (status: number, detail: string) => ({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: 'x', status, detail, requestId: 'r' }),
  });
  const stream = (...chunks: (object | string)[]) => ({
    status: 200,
    contentType: 'text/event-stream',
    body: chunks.map((chunk) => `data: ${typeof chunk === 'string' ? chunk : JSON.stringify(chunk)}\n\n`).join(''),
  });
  const start = { type: 'start', messageId: 'a' };

  test.each([
    ['too many questions', problem(429, 'Das waren viele Fragen in kurzer Zeit.'), 'Das waren viele Fragen'],
    ['no index yet', problem(503, 'Es sind noch keine Antworten geladen.'), 'keine Antworten geladen'],
    [
      'a gateway without our words',
      { status: 502, contentType: 'text/html', body: '<h1>502</h1>' },
      'nicht angenommen',
    ],
    [
      'an error within the stream',
      stream(start, { type: 'error', errorText: 'Das ging schief.' }, '[DONE]'),
      'Das ging schief.',
    ],
    ['a stream that just ends', stream(start, { type: 'text-start', id: 't' }), 'Verbindung ist abgebrochen'],
    ['a stream without an answer', stream(start, { type: 'finish' }, '[DONE]'), 'Verbindung ist abgebrochen'],
    ['a stream of nonsense', stream('{"type":'), 'Verbindung ist abgebrochen'],
  ])('%s', async (_name, response, sentence) => {
    const page = await stage.open('/');
    await page.route('**/api/chat', (route) => route.fulfill(response));
    await ask(page, ANSWERED);
    await answered(page);
    const failure = page.locator('.failure');
    expect(await failure.textContent()).toContain(sentence);
    expect(await failure.textContent()).toContain('Das hat nicht geklappt');
    expect(await failure.getByText('Suchen Sie selbst').count()).toBe(/abgebrochen/.test(sentence) ? 0 : 1);
    await page.unroute('**/api/chat');
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await page.locator('.card').waitFor();
    expect(await failure.count()).toBe(0);
  });

  test('being offline', async () => {
    const page = await stage.open('/');
    await page.context().setOffline(true);
    await ask(page, ANSWERED);
    await page.locator('.failure').waitFor();
    expect(await page.locator('.failure').textContent()).toContain('nicht mit dem Internet verbunden');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await page.locator('.card').waitFor();
  });

  test('a service that says nothing for a long time', async () => {
    const page = await stage.open('/');
    await page.clock.install();
    stage.network.trouble = { holdAfter: '' };
    await ask(page, ANSWERED);
    await page.locator('.progress').waitFor();
    await page.clock.fastForward(46_000);
    await page.locator('.failure').waitFor();
    expect(await page.locator('.failure').textContent()).toContain('Die Antwort kommt nicht an.');
    stage.network.trouble = {};
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await page.locator('.card').waitFor();
  });

  test('a connection that breaks off in the middle', async () => {
    const page = await stage.open('/');
    stage.network.trouble = { pieceBytes: 200, cutAfterBytes: 2_000 };
    await ask(page, ANSWERED);
    await page.locator('.failure').waitFor();
    expect(await page.locator('.failure').textContent()).toContain('Die Verbindung ist abgebrochen.');
  });

  test('an empty and a far too long question are turned away with a sentence at the field', async () => {
    const page = await stage.open('/');
    await ask(page, '   ');
    expect(await page.locator('.problem').textContent()).toBe('Bitte geben Sie eine Frage ein.');
    await ask(page, 'x'.repeat(2_050));
    expect(await page.locator('.problem').textContent()).toBe('Ihre Frage ist 50 Zeichen zu lang.');
    expect(await page.locator('textarea').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.turn').count()).toBe(0);
  });
});
