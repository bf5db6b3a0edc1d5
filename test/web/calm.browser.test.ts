// Quick and calm: painted at once, nothing that jumps while an answer comes, and nobody is pulled away from where they read.
import { expect, test } from 'vitest';
import {
  ANSWERED,
  answered,
  ask,
  askHalfway,
  askUnanswered,
  CHOICE,
  DECLINED,
  describeInBrowser,
  painted,
} from './stage.ts';

/** How often a slow machine gets another chance. */
const LOADS = 8;

describeInBrowser('quick and calm', (stage) => {
  test('is painted and ready for typing within a second on a slow computer', async () => {
    const page = await stage.open('about:blank');
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const load = async () => {
      await page.goto(`${stage.service}/`);
      await page.locator('textarea').waitFor();
      return page.evaluate(() => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY;
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return { paint, ready: navigation?.domContentLoadedEventEnd ?? Number.POSITIVE_INFINITY };
      });
    };
    // The page is measured, not what else this machine is doing: the best of several times counts.
    let best = await load();
    for (let i = 0; i < LOADS && Math.max(best.paint, best.ready) >= 1_000; i++) best = await load();
    const { paint, ready } = best;
    console.log(
      `first paint ${Math.round(paint)} ms, field ready ${Math.round(ready)} ms on a CPU slowed down 4 times`,
    );
    expect(paint).toBeLessThan(1_000);
    expect(ready).toBeLessThan(1_000);
  });

  test('an answer grows without moving what is there, and shifts less than 0.02', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    await painted(page);
    const shifts = await page.evaluateHandle(() => {
      let sum = 0;
      const add = (entries: PerformanceEntryList) => {
        for (const entry of entries) sum += (entry as unknown as { value: number }).value;
      };
      const observer = new PerformanceObserver((list) => add(list.getEntries()));
      observer.observe({ type: 'layout-shift' });
      return {
        total() {
          add(observer.takeRecords());
          return sum;
        },
      };
    });
    await askUnanswered(stage, page);
    stage.network.release();
    await answered(page);
    await painted(page);
    const shift = await shifts.evaluate((shifts) => shifts.total());
    console.log(`layout shift while an answer came: ${shift.toFixed(4)}`);
    expect(shift).toBeLessThan(0.02);
  });

  test('typing, stopping and going back to the field do not move the page', async () => {
    const page = await stage.open('/');
    await askHalfway(stage, page);
    const at = await page.evaluate(() => scrollY);
    const stop = await page.getByRole('button', { name: 'Anhalten' }).boundingBox();
    // Playwright's own click would scroll beforehand.
    await page.mouse.click(stop!.x + 5, stop!.y + 5);
    await answered(page);
    await painted(page);
    expect(await page.evaluate(() => scrollY)).toBe(at);
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.type('Und nun?');
    await page.keyboard.press('F6');
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('F6');
    await painted(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('does not pull away a reader who has scrolled up', async () => {
    const page = await stage.open('/', { viewport: { width: 360, height: 400 } });
    await ask(page, ANSWERED);
    await answered(page);
    await askUnanswered(stage, page);
    await page.evaluate(() => scrollTo(0, 0));
    stage.network.release();
    await answered(page);
    await painted(page);
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

  test.each([ANSWERED, CHOICE, DECLINED])('on a phone an answer is at most two screens: %s', async (question) => {
    const page = await stage.open(`/#frage=${encodeURIComponent(question)}`, { viewport: { width: 360, height: 740 } });
    await answered(page);
    await page.getByRole('button', { name: 'Link kopieren' }).waitFor();
    const screens = await page.locator('.turn').evaluate((turn) => turn.getBoundingClientRect().height / innerHeight);
    expect(screens).toBeLessThanOrEqual(2);
  });

  test('nothing moves by itself for readers who have asked for less motion', async () => {
    const page = await stage.open('/', { reducedMotion: 'reduce' });
    await askUnanswered(stage, page);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});
