// Quick and calm: painted at once, nothing that jumps while an answer comes, and nobody is pulled away from where they read.
import { expect, test } from 'vitest';
import { ANSWERED, answered, ask, describeInBrowser } from './stage.ts';

describeInBrowser('quick and calm', (stage) => {
  test('is painted and ready for typing within a second on a slow computer', async () => {
    const page = await stage.open('about:blank');
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(`${stage.service}/`);
    await page.locator('textarea').waitFor();
    const { paint, ready } = await page.evaluate(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY;
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return { paint, ready: navigation?.domContentLoadedEventEnd ?? Number.POSITIVE_INFINITY };
    });
    console.log(
      `first paint ${Math.round(paint)} ms, field ready ${Math.round(ready)} ms on a CPU slowed down 4 times`,
    );
    expect(paint).toBeLessThan(1_000);
    expect(ready).toBeLessThan(1_000);
  });

  test('an answer grows without moving what is there, and shifts less than 0.02', async () => {
    const page = await stage.open('/');
    await page.evaluate(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift' });
    });
    await ask(page, ANSWERED);
    // Shifts right after a key press are the reader's own and not counted; the stream starts after that.
    await answered(page);
    await page.waitForTimeout(700);
    await page.evaluate(() => Object.assign(window, { shift: 0 }));
    stage.network.trouble = { delayMs: 700, pieceBytes: 60, pauseMs: 8 };
    await ask(page, ANSWERED);
    await page.locator('.turn').nth(1).waitFor();
    await answered(page);
    await page.waitForTimeout(200);
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    console.log(`layout shift while an answer came: ${shift.toFixed(4)}`);
    expect(shift).toBeLessThan(0.02);
  });

  test('typing, stopping and going back to the field do not move the page', async () => {
    const page = await stage.open('/');
    stage.network.trouble = { pieceBytes: 60, pauseMs: 40 };
    await ask(page, ANSWERED);
    await page.locator('.answer').filter({ hasText: /.{30}/s }).waitFor();
    const at = await page.evaluate(() => scrollY);
    const stop = await page.getByRole('button', { name: 'Anhalten' }).boundingBox();
    // Playwright's own click would scroll beforehand.
    await page.mouse.click(stop!.x + 5, stop!.y + 5);
    await page.locator('.turn[aria-busy=false]').waitFor();
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => scrollY)).toBe(at);
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.type('Und nun?');
    await page.keyboard.press('F6');
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('F6');
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('does not pull away a reader who has scrolled up', async () => {
    const page = await stage.open('/', { viewport: { width: 360, height: 400 } });
    await ask(page, ANSWERED);
    await answered(page);
    stage.network.trouble = { delayMs: 300, pieceBytes: 40, pauseMs: 10 };
    await ask(page, ANSWERED);
    await page.locator('.turn').nth(1).waitFor();
    await page.waitForTimeout(100);
    await page.evaluate(() => scrollTo(0, 0));
    await answered(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('scrolls along with a reader at the end, until the question reaches the top', async () => {
    const page = await stage.open('/', { viewport: { width: 360, height: 420 } });
    stage.network.trouble = { pieceBytes: 60, pauseMs: 5 };
    await ask(page, ANSWERED);
    await answered(page);
    const top = await page.locator('.turn').evaluate((turn) => turn.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(60);
  });

  test('nothing moves by itself for readers who have asked for less motion', async () => {
    const page = await stage.open('/', { reducedMotion: 'reduce' });
    stage.network.trouble = { delayMs: 1_000 };
    await ask(page, ANSWERED);
    await page.locator('.progress').waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await answered(page);
  });
});
