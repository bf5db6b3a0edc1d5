// The chat page as a citizen meets it, in a real browser against the real service.
import { expect, test } from 'vitest';
import type { ChatResponse } from '../../api/events.ts';
import {
  ANSWERED,
  answered,
  ask,
  askHalfway,
  CHOICE,
  DECLINED,
  describeInBrowser,
  NOTHING,
  QUOTE,
  violations,
} from './stage.ts';

describeInBrowser('the chat page', (stage) => {
  test('says what it answers from and that a program answers, and offers questions of the corpus', async () => {
    const page = await stage.open('/');
    expect(await page.locator('.intro').textContent()).toMatch(/14 veröffentlichte Antworten .*2021/);
    expect(await page.locator('.ai-notice').textContent()).toContain(
      'Hier antwortet ein Programm mit den Worten der Verwaltung.',
    );
    await page.locator('.examples button').first().waitFor();
    expect(await page.locator('.examples button').count()).toBe(3);
  });

  test('after too many questions counts down, and then asks again with a press', async () => {
    const page = await stage.open('/');
    let refused = 0;
    await page.route('**/api/chat', async (route) => {
      if (refused++ > 0) return route.continue();
      const headers = { 'retry-after': '2', 'content-type': 'application/problem+json' };
      await route.fulfill({ status: 429, headers, body: JSON.stringify({ detail: 'Das waren viele Fragen.' }) });
    });
    await ask(page, ANSWERED);
    const retry = page.locator('.failure ~ p button');
    await retry.filter({ hasText: /\(\d s\)/ }).waitFor();
    expect(await retry.getAttribute('aria-disabled')).toBe('true');
    await retry.click({ force: true });
    expect(refused).toBe(1);
    await retry.filter({ hasNotText: '(' }).waitFor();
    await retry.click();
    await answered(page);
    expect(refused).toBe(2);
  });

  test.each([0, 1, 2])('its example question %i is answered with a source', async (which) => {
    const page = await stage.open('/');
    await page.locator('.examples button').nth(which).click();
    await answered(page);
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
    expect(await page.locator('.help').count()).toBe(0);
  });

  test('answers in the words of the document, and the citation leads to exactly these words', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    expect(await page.locator('.answer').textContent()).toContain(QUOTE);
    const marker = page.locator('a.marker').first();
    expect(await marker.textContent()).toBe('[1]');
    expect(await marker.getAttribute('aria-label')).toMatch(/^Quelle 1: Teilnahme am Landesprogramm .*, 27\.05\.2021$/);
    await marker.click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-card'))).toBe('1');
    const card = page.locator('.card');
    expect(await card.textContent()).toMatch(/27\.05\.2021.*Jahre alt.*Ausschuss für Soziales/s);
    expect((await card.locator('mark').allTextContents()).join()).toContain(QUOTE);

    const [view] = await Promise.all([
      page.context().waitForEvent('page'),
      card.getByText('Stelle im Dokument lesen').click(),
    ]);
    const marked = view.locator('.reply mark.cited');
    await marked.first().waitFor();
    const quoted = await card.locator('mark').allTextContents();
    expect(await marked.allTextContents()).toEqual(quoted);
    expect(await marked.first().evaluate((mark) => document.activeElement === mark)).toBe(true);
    const box = await marked.first().boundingBox();
    expect(box && box.y > 0 && box.y < 720).toBe(true);
  });

  test('what the corpus does not say becomes help, not an error', async () => {
    const page = await stage.open('/');
    await ask(page, NOTHING);
    await answered(page);
    const help = page.locator('.help');
    expect(await help.textContent()).toContain('So kommen Sie weiter');
    expect(await help.textContent()).toContain('Die Stadt hat hier noch keinen Kontakt eingetragen.');
    expect(await help.getByText('Suchen Sie selbst').getAttribute('href')).toContain(encodeURIComponent(NOTHING));
    expect(await page.locator('.failure, a.marker').count()).toBe(0);
  });

  test('a choice is a list of real questions with date and first line, each opened in place with its whole answer', async () => {
    const page = await stage.open('/');
    await ask(page, CHOICE);
    await answered(page);
    const items = page.locator('.choice > li');
    expect(await items.count()).toBeGreaterThan(0);
    expect(await page.locator('[role=status]').first().textContent()).toMatch(/^Antwort vollständig, \d frühere/);
    const summary = items.first().locator('summary').first();
    expect(await summary.locator('.asked').textContent()).not.toBe('');
    expect(await summary.locator('time').textContent()).toMatch(/^\d\d\.\d\d\.\d{4}$/);
    // By keyboard alone.
    await summary.focus();
    await page.keyboard.press('Enter');
    const quote = items.first().locator('blockquote');
    await quote.waitFor();
    await items.first().getByText('Stelle im Dokument lesen').waitFor();
    const url = new URL((await items.first().getByText('Stelle im Dokument lesen').getAttribute('href')) ?? '');
    const [start, end] = url.hash.replace('#z=', '').split('-').map(Number);
    const document = (await (
      await fetch(`${stage.service}/api/documents/${url.pathname.split('/').at(-1)}`)
    ).json()) as {
      text: string;
      pairs: { answer: { start: number; end: number } }[];
    };
    expect(document.pairs.map(({ answer }) => answer)).toContainEqual({ start, end });
    const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    expect(words((await quote.textContent()) ?? '')).toBe(words(document.text.slice(start, end)));
    // Half behind the field, a link would count as too small.
    await items
      .first()
      .locator('.links')
      .evaluate((links) => links.scrollIntoView({ block: 'center' }));
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await quote.isVisible()).toBe(false);
  });

  test('an answer of a choice that cannot be loaded shows its beginning, and says so', async () => {
    const page = await stage.open('/');
    await page.route('**/api/documents/*', (route) => route.abort());
    await ask(page, CHOICE);
    await answered(page);
    await page.locator('.choice summary').first().click();
    await page.getByText('Die ganze Antwort ließ sich nicht laden.').waitFor();
    expect(await page.locator('.choice blockquote').first().textContent()).not.toBe('');
  });

  test('says in words what it is doing before the next frame, long before the service has answered', async () => {
    const page = await stage.open('/');
    stage.network.trouble = { holdAfter: '' };
    await page.getByLabel('Ihre Frage').fill(ANSWERED);
    const nextFrame = await page.evaluateHandle(() => {
      const seen = { text: '' };
      const look = () => {
        seen.text = document.querySelector('.progress')?.textContent ?? 'nothing';
      };
      addEventListener('keydown', () => requestAnimationFrame(look), { capture: true, once: true });
      return seen;
    });
    await page.keyboard.press('Enter');
    await expect.poll(() => nextFrame.evaluate(({ text }) => text)).toBe('Suche in 14 Antworten …');
  });

  test('shows the way down while the end of an answer is out of sight, and goes on from there by keyboard', async () => {
    const page = await stage.open('/', { viewport: { width: 360, height: 600 } });
    const down = page.getByRole('button', { name: 'Nach unten' });
    expect(await down.count()).toBe(0);
    await askHalfway(stage, page);
    await page.evaluate(() => scrollTo(0, 0));
    await down.click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    stage.network.release();
    await answered(page);
    // The sources have come below.
    await down.focus();
    await page.keyboard.press('Enter');
    await down.waitFor({ state: 'hidden' });
    const [log, field] = await Promise.all(['.log', 'form.ask'].map((part) => page.locator(part).boundingBox()));
    expect(log!.y + log!.height).toBeLessThanOrEqual(field!.y + 1);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('turn');
  });

  test('keeps umlauts whole when every byte comes alone', async () => {
    const page = await stage.open('/');
    stage.network.trouble = { pieceBytes: 1 };
    await ask(page, ANSWERED);
    await answered(page);
    const text = (await page.locator('.turn').textContent()) ?? '';
    expect(text).toContain('zusätzliche Aufgabe für das Amt für Integration');
    expect(text).not.toContain('\uFFFD');
  });

  test('Stop keeps what has come, tells the service, and the question can be asked again', async () => {
    const page = await stage.open('/');
    const before = stage.network.abandoned;
    await askHalfway(stage, page);
    const shown = await page.locator('.answer').textContent();
    await page.getByRole('button', { name: 'Anhalten' }).click();
    await page.getByText('Sie haben die Antwort angehalten.', { exact: true }).and(page.locator('.note')).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await expect.poll(() => stage.network.abandoned).toBe(before + 1);
    expect(await page.locator('.answer').textContent()).toBe(shown);
    stage.network.trouble = {};
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await answered(page);
    expect(await page.locator('.turn').count()).toBe(1);
    expect(await page.locator('.card').count()).toBe(1);
  });

  test('a follow-up carries the conversation, a new conversation does not', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    await ask(page, 'Und was bedeutet das für die Arbeitsbelastung?');
    await page.locator('.turn').nth(1).waitFor();
    await answered(page);
    const roles = (sent: unknown) => (sent as { messages: { role: string }[] }).messages.map(({ role }) => role);
    expect(roles(stage.network.questions.at(-1))).toEqual(['user', 'assistant', 'user']);
    await page.getByRole('button', { name: 'Neues Gespräch' }).click();
    expect(await page.locator('.turn').count()).toBe(0);
    await ask(page, ANSWERED);
    await answered(page);
    expect(roles(stage.network.questions.at(-1))).toEqual(['user']);
  });

  test('copies the whole answer with its sources', async () => {
    const page = await stage.open('/');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await ask(page, ANSWERED);
    await answered(page);
    await page.getByRole('button', { name: 'Mit Quellen kopieren' }).click();
    await page.getByText('Kopiert', { exact: true }).waitFor();
    const rich = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text();
    });
    expect(rich).toContain(QUOTE);
    expect(rich).toMatch(/<a href="http[^"]*\/dokument\/[^"]*#z=\d+-\d+">Teilnahme am .*27\.05\.2021/);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(ANSWERED);
    expect(copied).toMatch(
      /“ \[1\]\n\nQuelle:\n\n\[1\] Teilnahme am .*27\.05\.2021.*\nhttp.*\/dokument\/.*#z=\d+-\d+/s,
    );
  });

  test('the ring around the focused conversation covers no letter', async () => {
    const page = await stage.open(`/#frage=${encodeURIComponent(ANSWERED)}`);
    await answered(page);
    // Nobody has pressed anything: the focus is where it was.
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.getByLabel('Ihre Frage').focus();
    await page.keyboard.press('F6');
    const inset = await page.evaluate(() => {
      const log = document.querySelector('.log');
      if (log === null || document.activeElement !== log) return 'no focus';
      const { outlineStyle, outlineOffset, paddingLeft } = getComputedStyle(log);
      return { outlineStyle, free: Number.parseFloat(outlineOffset) + Number.parseFloat(paddingLeft) };
    });
    expect(inset).toMatchObject({ outlineStyle: 'solid' });
    expect((inset as { free: number }).free).toBeGreaterThanOrEqual(0);
  });

  test('its address asks on load, follows what is asked, and is copied', async () => {
    const page = await stage.open(`/#frage=${encodeURIComponent(ANSWERED)}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.answer', { hasText: QUOTE }).waitFor();
    await answered(page);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await ask(page, DECLINED);
    await page.locator('.turn').nth(1).waitFor();
    await answered(page);
    expect(await page.evaluate(() => location.hash)).toBe(`#frage=${encodeURIComponent(DECLINED)}`);
    expect(requests.join()).not.toContain('frage');
    await page.getByRole('button', { name: 'Link kopieren' }).first().click();
    await page.getByText('Link kopiert').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${stage.network.url}/#frage=${encodeURIComponent(ANSWERED)}`,
    );
  });

  test('a passage that does not fit can be reported, and nothing else goes along', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    await page.getByText('Stelle passt nicht? Melden').click();
    await page.getByLabel('Was stimmt nicht?').selectOption('Sie ist veraltet');
    await page.getByLabel('Anmerkung').fill('Inzwischen anders.');
    const sent = page.waitForRequest('**/api/reports');
    await page.getByRole('button', { name: 'Meldung senden' }).click();
    await page.getByText('Danke. Wir sehen uns die Stelle an.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Stelle passt nicht? Melden');
    const body = (await sent).postDataJSON() as Record<string, unknown>;
    expect(Object.keys(body).sort()).toEqual(['comment', 'documentId', 'end', 'reason', 'start']);
    expect(body).toMatchObject({ reason: 'outdated', comment: 'Inzwischen anders.' });
  });

  test.each([
    ['an answer', ANSWERED, 'Ja', 'up'],
    ['an abstention', DECLINED, 'Nein', 'down'],
  ])('%s can be rated once, and nothing else goes along', async (_kind, question, label, rating) => {
    const page = await stage.open('/');
    const ratings: unknown[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/feedback')) ratings.push(request.postDataJSON());
    });
    await ask(page, question);
    await answered(page);
    const button = page.getByRole('button', { name: label, exact: true });
    await button.click();
    await page.getByText('Danke für Ihre Rückmeldung.').waitFor();
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await button.press('Enter');
    expect(ratings).toEqual([{ answerId: expect.stringMatching(/^[\w-]+$/), rating }]);
  });

  test('a rating that does not arrive is said, and can be sent again', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    await page.route('**/api/feedback', (route) => route.abort());
    await page.getByRole('button', { name: 'Ja', exact: true }).click();
    await page.getByText('Die Meldung kam nicht an.').waitFor();
    await page.unroute('**/api/feedback');
    await page.getByRole('button', { name: 'Ja', exact: true }).click();
    await page.getByText('Danke für Ihre Rückmeldung.').waitFor();
  });

  test('marks as worded by an AI what a model wrote, and nothing else', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    expect(await page.locator('[data-ai-generated]').getAttribute('data-ai-generated')).toBe('false');
  });

  test('shows a notice, a list to go on with, sources that were not cited, and no link that runs a script', async () => {
    const page = await stage.open('/');
    const real = (await (
      await fetch(`${stage.service}/api/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ messages: [{ role: 'user', content: ANSWERED }] }),
      })
    ).json()) as ChatResponse;
    const other = { ...real.sources[0], documentId: 'anderes', title: 'Eine andere <b>Antwort</b>' };
    const { answer, citations, sources, ...summary } = real;
    const evil = { ...sources[0], originalUrl: 'javascript:alert(1)' };
    const chunks = [
      { type: 'start', messageId: 'a' },
      { type: 'data-sources', data: [evil, other] },
      { type: 'text-start', id: 't' },
      ...citations.map((data) => ({ type: 'data-citation', data })),
      { type: 'text-delta', id: 't', delta: answer },
      { type: 'text-end', id: 't' },
      {
        type: 'data-answer',
        data: { ...summary, mode: 'claude', notice: 'Ein Hinweis.', listUrl: `${stage.service}/suche?q=x` },
      },
      { type: 'finish' },
    ];
    const body = [...chunks.map((chunk) => `data: ${JSON.stringify(chunk)}`), 'data: [DONE]', ''].join('\n\n');
    await page.route('**/api/chat', (route) => route.fulfill({ contentType: 'text/event-stream', body }));
    await ask(page, ANSWERED);
    await answered(page);
    expect(await page.locator('.turn .note').first().textContent()).toBe('Ein Hinweis.');
    expect(await page.locator('[data-ai-generated=true]').textContent()).toMatch(/^Von einer KI formuliert/);
    expect(await page.getByText('Alle Treffer zeigen').getAttribute('href')).toBe(`${stage.service}/suche?q=x`);
    await page.getByText('Weitere Treffer (1)').click();
    expect(await page.locator('.sources').textContent()).toContain('Eine andere <b>Antwort</b> · 27.05.2021');
    expect(await page.locator('a[href^=javascript]').count()).toBe(0);
  });

  test('a draft typed before the scripts came is kept', async () => {
    const page = await stage.browser.newPage();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(stage.network.url, { waitUntil: 'commit' });
    await page.locator('input[name=q]').fill('Wie viele Bänke');
    release();
    await page.locator('textarea').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Wie viele Bänke');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.close();
  });
});
