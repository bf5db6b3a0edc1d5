// Accessibility: axe on every page and state in both themes and languages, the keyboard alone, what screen readers are
// told, narrow and enlarged windows, text spacing, forced colours, paper, no JavaScript.
import type { Page } from 'playwright-core';
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
  violations,
} from './stage.ts';

/** The text spacing of WCAG 1.4.12. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }`;

/** The real answer, but with a series of figures in the place of its quotation: none of the shipped papers has one. */
async function answerWithTable(page: Page): Promise<void> {
  const series = Array.from({ length: 12 }, (_, i) => `Kosten im Jahr ${2010 + i} ${512 + i} 1.${600 + i}`).join('\n');
  await page.route('**/api/chat', async (route) => {
    const response = await route.fetch();
    const chunks = (await response.text()).split('\n\n');
    const written = chunks.filter((chunk) => !/"(?:text-delta|data-citation)"/.test(chunk));
    const at = written.findIndex((chunk) => chunk.includes('"text-end"'));
    const id = /"id":"([^"]*)"/.exec(written[at] ?? '')?.[1];
    const delta = `Kosten je Jahr, in Tausend Euro\n${series}`;
    written.splice(at, 0, `data: ${JSON.stringify({ type: 'text-delta', id, delta })}`);
    await route.fulfill({ response, body: written.join('\n\n') });
  });
  await ask(page, ANSWERED);
  await answered(page);
}

function inLanguage(path: string, lang: 'de' | 'en'): string {
  if (lang === 'de') return path;
  const [address = '', fragment] = path.split('#');
  return `${address}${address.includes('?') ? '&' : '?'}lang=${lang}${fragment ? `#${fragment}` : ''}`;
}

describeInBrowser('for everyone', (stage) => {
  const states: [string, string, (page: Page) => Promise<void>][] = [
    ['empty chat', '/', async () => {}],
    ['searching', '/', async (page) => askUnanswered(stage, page)],
    ['streaming', '/', async (page) => askHalfway(stage, page)],
    [
      'answered with everything unfolded',
      '/',
      async (page) => {
        await ask(page, ANSWERED);
        await answered(page);
        for (const summary of await page.locator('summary').all()) await summary.click();
        // Half behind the field, a button would count as too small.
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await painted(page);
      },
    ],
    [
      'abstained',
      '/',
      async (page) => {
        await ask(page, DECLINED);
        await answered(page);
      },
    ],
    [
      'failed',
      '/',
      async (page) => {
        await page.context().setOffline(true);
        await ask(page, ANSWERED);
        await page.locator('.failure').waitFor();
      },
    ],
    ['a problem at the field', '/', async (page) => ask(page, ' ')],
    [
      'a choice',
      '/',
      async (page) => {
        await ask(page, CHOICE);
        await answered(page);
        // Half behind the field, a button would count as too small.
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await painted(page);
      },
    ],
    [
      'an opened choice, copied',
      '/',
      async (page) => {
        await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
        await ask(page, CHOICE);
        await answered(page);
        await page.locator('.choice summary').first().click();
        await page.locator('.choice .links button').click();
        await page.locator('.choice .links [role=status]:not(:empty)').waitFor();
        await page.locator('.choice .report summary').click();
        await page.locator('.choice .links').evaluate((links) => links.scrollIntoView({ block: 'center' }));
        await painted(page);
      },
    ],
    [
      'an answer with a table',
      '/',
      async (page) => {
        await answerWithTable(page);
        await page
          .locator('.quoted-table')
          .first()
          .evaluate((table) => table.scrollIntoView({ block: 'center' }));
        await painted(page);
      },
    ],
    [
      'a kept conversation and its list of questions',
      '/',
      async (page) => {
        await ask(page, ANSWERED);
        await answered(page);
        await page.locator('.talk summary').click();
        await page.locator('.talk input').check();
        await page.reload();
        await page.locator('.talk summary').click();
        await painted(page);
      },
    ],
    [
      'to be asked again later',
      '/',
      async (page) => {
        const headers = { 'retry-after': '30', 'content-type': 'application/problem+json' };
        await page.route('**/api/chat', (route) => route.fulfill({ status: 429, headers, body: '{}' }));
        await ask(page, ANSWERED);
        await page.locator('.failure').waitFor();
        await painted(page);
      },
    ],
    ['search', '/suche?q=Integration', async () => {}],
    ['search that offers a choice', '/suche?q=Was+ist+mit+der+Integration', async () => {}],
    ['browsing with bars over the years', '/suche', async (page) => page.locator('svg.bars').waitFor()],
    ['numbers', '/zahlen', async (page) => page.locator('svg.bars').first().waitFor()],
    ['search without hits', '/suche?q=Anwohnerparkausweis', async () => {}],
    ['topics', '/themen', async () => {}],
    ['check', '/pruefen', async () => {}],
    ['document', '/dokument/koeln-2021-05-27-kommunales-integrationsmanagement#z=1468-1596', async () => {}],
    ['snippet maker', '/einbetten', async (page) => page.locator('ratsauskunft-chat').waitFor({ state: 'attached' })],
    ['accessibility statement', '/barrierefreiheit', async () => {}],
    ['privacy', '/datenschutz', async () => {}],
    ['imprint', '/impressum', async () => {}],
    ['nothing here', '/gibt-es-nicht', async () => {}],
  ];

  const looks = [
    ['light', 'de', 'none'],
    ['dark', 'de', 'none'],
    ['light', 'en', 'none'],
    ['dark', 'de', 'active'],
  ] as const;
  test.each(looks.flatMap((look) => states.map((state) => [...look, ...state] as const)))(
    'axe finds nothing, %s, %s, forced colours %s: %s',
    async (colorScheme, lang, forcedColors, _name, path, act) => {
      const page = await stage.open(inLanguage(path, lang), { colorScheme, forcedColors });
      await act(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await violations(page)).toEqual([]);
    },
  );

  test('forced colours keep marked text, notices and controls apart from the rest', async () => {
    const page = await stage.open('/', { forcedColors: 'active', colorScheme: 'dark' });
    await ask(page, ANSWERED);
    await answered(page);
    const seen = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
      return {
        mark: style('.card mark').backgroundColor !== style('.card').backgroundColor,
        notice: style('.ai-notice').borderTopStyle,
        card: style('.card').borderTopStyle,
        field: style('textarea').borderTopStyle,
        button: style('.ask .primary').borderTopStyle,
      };
    });
    expect(seen).toEqual({ mark: true, notice: 'solid', card: 'solid', field: 'solid', button: 'solid' });
    expect(await violations(page)).toEqual([]);
  });

  test('on paper stand question, answer, sources and where they lead, and nothing to press', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    await page.emulateMedia({ media: 'print' });
    for (const shown of ['.question', '.answer', '.card .title', '.card time', '.card .links a']) {
      expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
    }
    expect(await page.locator('button:visible, textarea:visible, nav:visible, summary:visible').count()).toBe(0);
    const address = await page
      .locator('.card .links a')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(address).toContain('/dokument/');
  });

  test('axe would find something', async () => {
    const page = await stage.open('/');
    await page.locator('textarea').evaluate((field) => field.removeAttribute('id'));
    await page.locator('.intro').evaluate((intro) => intro.setAttribute('role', 'nonsense'));
    expect((await violations(page)).join()).toMatch(/aria-roles/);
  });

  test.each(states)('nothing is lost at 320 pixels with widened text: %s', async (_name, path, act) => {
    const page = await stage.open(path, { viewport: { width: 320, height: 256 }, bypassCSP: true });
    await act(page);
    await page.addStyleTag({ content: SPACING });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test('the keyboard alone asks, stops, goes between conversation and field, and reaches everything in order', async () => {
    const page = await stage.open('/');
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        return element?.classList.contains('log') ? 'log' : (element?.textContent || element?.tagName || '').trim();
      });
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Zum Inhalt springen');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('Entsteht durch das Kommunale');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('Integrationsmanagement Mehrarbeit im Amt für Integration und Vielfalt?');
    expect(await page.locator('textarea').inputValue()).toContain('Kommunale\nIntegrations');
    await page.keyboard.press('Enter');
    await answered(page);
    await page.keyboard.press('F6');
    expect(await focused()).toBe('log');
    const order: string[] = [];
    const markers = await page.locator('a.marker').count();
    for (let i = 0; i < markers + 3; i++) {
      await page.keyboard.press('Tab');
      order.push((await focused()).replace(/\s+/g, ' '));
    }
    expect(order).toEqual([
      ...Array.from({ length: markers }, () => '[1]'),
      'Stelle im Dokument lesen (öffnet neuen Tab)',
      'Wortlaut im Zusammenhang',
      'Stelle passt nicht? Melden',
    ]);
    await page.keyboard.press('F6');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });

  test.each([
    { width: 1280, height: 800 },
    { width: 360, height: 640 },
  ])('what has the focus is never hidden behind the field, at $width x $height', async (viewport) => {
    const page = await stage.open('/', { viewport });
    await ask(page, ANSWERED);
    await answered(page);
    await ask(page, DECLINED);
    await page.locator('.turn').nth(1).waitFor();
    await answered(page);
    await page.keyboard.press('F6');
    const inLog = () =>
      page.evaluate(() => {
        const { activeElement: focused } = document;
        const field = document.querySelector('form.ask');
        if (!focused?.closest('.log') || !field) return null;
        const { top, bottom } = focused.getBoundingClientRect();
        const isHidden = bottom > field.getBoundingClientRect().top + 1 || top < -1;
        return isHidden ? `hidden: ${focused.textContent}` : 'seen';
      });
    const stops: (string | null)[] = [];
    do {
      await page.keyboard.press('Tab');
      stops.push(await inLog());
    } while (stops.at(-1) === 'seen');
    expect(stops.pop()).toBeNull();
    expect(stops.length).toBeGreaterThan(10);
  });

  test('a growing answer does not scroll away what has the focus', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    await askUnanswered(stage, page);
    const link = page.locator('.turn:first-child :is(a, button, summary):visible').last();
    await link.focus();
    const top = () => link.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    const before = await top();
    stage.network.release();
    await answered(page);
    await painted(page);
    expect(await top()).toBe(before);
  });

  test('the focus is never lost: after an example it is at the conversation, after a new conversation in the field', async () => {
    const page = await stage.open('/');
    await page.locator('.examples button').first().focus();
    await page.keyboard.press('Enter');
    await answered(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('log');
    await page.getByRole('button', { name: 'Neues Gespräch' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });

  test('screen readers hear that an answer is coming and that it is complete, never words of the stream', async () => {
    const page = await stage.open('/');
    const regions = await page
      .locator('[role=status], [aria-live]')
      .evaluateAll((all) => all.map((e) => e.textContent?.trim()));
    expect(regions).toContain('');
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const region of document.querySelectorAll('[role=status], [aria-live], [role=log]')) {
        new MutationObserver(() => heard.push(region.textContent?.trim() ?? '')).observe(region, {
          childList: true,
          subtree: true,
          characterData: true,
        });
      }
    });
    stage.network.trouble = { pieceBytes: 60, pauseMs: 5 };
    await ask(page, ANSWERED);
    await answered(page);
    await painted(page);
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect([...new Set(heard.filter(Boolean))]).toEqual(['Antwort wird erstellt', 'Antwort vollständig, 1 Quelle']);
  });

  test('everything to press is at least 24 pixels high and wide', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    const small = await page
      .locator('button:visible, a.marker:visible, summary:visible, .links a:visible')
      .evaluateAll((all) =>
        all.flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width < 24 || height < 24 ? [`${element.textContent} ${width}x${height}`] : [];
        }),
      );
    expect(small).toEqual([]);
  });

  test('headings form an outline, and the page says its language', async () => {
    const page = await stage.open('/?lang=en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByLabel('Your question').fill(ANSWERED);
    await page.keyboard.press('Enter');
    await answered(page);
    const levels = await page
      .locator('main :is(h1, h2, h3, [role=heading])')
      .evaluateAll((all) =>
        all.map((element) => Number(element.getAttribute('aria-level') ?? element.tagName.slice(1))),
      );
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? level)).toBeLessThanOrEqual(1);
    expect(await page.locator('.card blockquote').first().getAttribute('lang')).toBe('de');
  });
});

describeInBrowser('without JavaScript', (stage) => {
  test('the start page is a search form that the server answers', async () => {
    const page = await stage.open('/', { javaScriptEnabled: false });
    await page.getByLabel('Ihre Frage').fill('Integrationsmanagement');
    await page.getByRole('button', { name: 'Suchen' }).click();
    await page.waitForURL('**/suche?q=Integrationsmanagement');
    expect(await page.locator('.hits li').count()).toBe(1);
    await page.locator('.hits a').first().click();
    expect(await page.locator('.reply').textContent()).toContain('zusätzliche Aufgabe');
  });
});
