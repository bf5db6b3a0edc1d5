// <ratsauskunft-chat> on another origin's page with a hostile stylesheet and a strict policy with Trusted Types.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ANSWERED, DECLINED, describeInBrowser, violations } from './stage.ts';

const PHONE = { width: 360, height: 740 };

describeInBrowser('the widget', (stage) => {
  const script = () => `<script type="module" src="${stage.service}/widget.js"></script>`;
  const open = async (body: string, options?: Parameters<typeof stage.open>[1]): Promise<Page> => {
    stage.host.body = script() + body;
    return stage.open(stage.host.url, options);
  };
  const launcher = (page: Page) => page.getByRole('button', { name: 'Fragen an die Stadt' });
  const ask = async (page: Page, question: string) => {
    await page.getByLabel('Ihre Frage').first().fill(question);
    await page.keyboard.press('Enter');
    await page.locator('.turn:last-child[aria-busy=false]').waitFor();
  };

  test('asks nothing of the network and stores nothing before it is opened', async () => {
    const asked: string[] = [];
    stage.host.body = `${script()}<ratsauskunft-chat></ratsauskunft-chat><ratsauskunft-chat variant="inline"></ratsauskunft-chat>`;
    const page = await stage.open('about:blank');
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(stage.host.url);
    await launcher(page).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.sort()).toEqual(['/', '/site.css', '/widget.js']);
    await launcher(page).click();
    await page.getByText('Zum Beispiel').waitFor();
    expect(asked).toContain('/api/health');
    await ask(page, ANSWERED);
    const kept = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]);
    expect(kept).toEqual(['', 0, 0]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('answers on a page whose stylesheet resets everything and whose root font is 10 pixels', async () => {
    const page = await open('<ratsauskunft-chat></ratsauskunft-chat>', { viewport: { width: 1280, height: 800 } });
    await launcher(page).click();
    await ask(page, ANSWERED);
    expect(await page.locator('.answer').textContent()).toContain('Die Mehrarbeit wird');
    const look = await page
      .locator('.answer p')
      .first()
      .evaluate((element) => {
        const { fontSize, textTransform, letterSpacing, direction, textAlign, fontFamily } = getComputedStyle(element);
        return {
          fontSize,
          textTransform,
          letterSpacing,
          direction,
          textAlign,
          cursive: fontFamily.includes('cursive'),
        };
      });
    expect(look).toEqual({
      fontSize: '16px',
      textTransform: 'none',
      letterSpacing: 'normal',
      direction: 'ltr',
      textAlign: 'start',
      cursive: false,
    });
    const panel = await page.locator('dialog').boundingBox();
    expect(panel && panel.width > 380 && panel.height > 500).toBe(true);
    expect((await page.locator('.card mark').allTextContents()).join()).toContain('Die Mehrarbeit wird');
  });

  test.each(['light', 'dark'] as const)('axe finds nothing, open, answered and abstained, %s', async (colorScheme) => {
    const page = await stage.open(`${stage.service}/einbetten`, { colorScheme });
    await launcher(page).click();
    expect(await violations(page)).toEqual([]);
    await ask(page, ANSWERED);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    await ask(page, DECLINED);
    expect(await violations(page)).toEqual([]);
  });

  test('Escape closes it and gives the focus back; the conversation is still there', async () => {
    const page = await open('<ratsauskunft-chat></ratsauskunft-chat>');
    await launcher(page).focus();
    await page.keyboard.press('Enter');
    const inside = () =>
      page.evaluate(() => document.querySelector('ratsauskunft-chat')?.shadowRoot?.activeElement?.className ?? '');
    await page.getByLabel('Ihre Frage').waitFor();
    await ask(page, ANSWERED);
    expect(await launcher(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'hidden' });
    expect(await launcher(page).getAttribute('aria-expanded')).toBe('false');
    expect(await inside()).toContain('launcher');
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    await launcher(page).focus();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'hidden' });
  });

  test('leaves the Escape key to the page where it has nothing to close', async () => {
    const page = await open('<ratsauskunft-chat variant="inline"></ratsauskunft-chat>');
    await page.getByLabel('Ihre Frage').focus();
    await page.evaluate(() =>
      document.addEventListener('keydown', (event) => {
        document.body.dataset.heard = `${event.key} ${event.defaultPrevented}`;
      }),
    );
    await page.keyboard.press('Escape');
    expect(await page.locator('body').getAttribute('data-heard')).toBe('Escape false');
  });

  test('is modal and fills the screen on a phone, and is neither on a desktop', async () => {
    const page = await open('<ratsauskunft-chat></ratsauskunft-chat>', { viewport: PHONE });
    await launcher(page).click();
    const modal = () => page.locator('dialog').evaluate((dialog) => dialog.matches(':modal'));
    expect(await modal()).toBe(true);
    expect(await page.locator('dialog').boundingBox()).toEqual({ x: 0, y: 0, ...PHONE });
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(modal).toBe(false);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'hidden' });
  });

  test('tells the page about opening, answers and closing, and takes open(), ask() and close()', async () => {
    const page = await open('<ratsauskunft-chat></ratsauskunft-chat>');
    await launcher(page).waitFor();
    const told = await page.evaluate(async (question) => {
      const heard: unknown[] = [];
      for (const name of ['ra-open', 'ra-answer', 'ra-close']) {
        document.addEventListener(name, (event) => heard.push([name, (event as CustomEvent).detail]));
      }
      const element = document.querySelector('ratsauskunft-chat') as unknown as {
        open(): void;
        close(): void;
        ask(text: string): Promise<void>;
      };
      await element.ask(question);
      element.close();
      return heard;
    }, ANSWERED);
    expect(told).toEqual([
      ['ra-open', null],
      ['ra-answer', expect.objectContaining({ kind: 'answer', abstained: false, citations: expect.any(Number) })],
      ['ra-close', null],
    ]);
  });

  test('takes its look from the custom properties of the page, and from nothing else', async () => {
    const page = await open('<ratsauskunft-chat></ratsauskunft-chat>', { viewport: { width: 1280, height: 900 } });
    await launcher(page).click();
    const look = await page.evaluate(() => {
      const element = document.querySelector<HTMLElement>('ratsauskunft-chat');
      const values = {
        '--ra-accent': 'rgb(120, 0, 60)',
        '--ra-on-accent': 'rgb(255, 255, 200)',
        '--ra-background': 'rgb(250, 250, 240)',
        '--ra-text': 'rgb(10, 20, 30)',
        '--ra-font': 'monospace',
        '--ra-radius': '10px',
        '--ra-width': '500px',
        '--ra-height': '450px',
        '--ra-offset': '40px',
        '--ra-z-index': '7',
      };
      for (const [name, value] of Object.entries(values)) element?.style.setProperty(name, value);
      const style = (selector: string) => getComputedStyle(element!.shadowRoot!.querySelector(selector)!);
      const [button, panel] = [style('.launcher'), style('.panel')];
      return {
        button: [button.borderTopColor, button.color, button.borderRadius, button.right, button.zIndex],
        panel: [panel.backgroundColor, panel.color, panel.fontFamily, panel.width, panel.height, panel.zIndex],
      };
    });
    expect(look).toEqual({
      button: ['rgb(120, 0, 60)', 'rgb(255, 255, 200)', '10px', '40px', '7'],
      panel: ['rgb(250, 250, 240)', 'rgb(10, 20, 30)', 'monospace', '500px', '450px', '7'],
    });
  });

  test('follows its attributes when they change, and F6 goes between conversation and field', async () => {
    const page = await open('<ratsauskunft-chat></ratsauskunft-chat>');
    await launcher(page).click();
    await ask(page, ANSWERED);
    const focused = () =>
      page.evaluate(() => document.querySelector('ratsauskunft-chat')?.shadowRoot?.activeElement?.className);
    await page.keyboard.press('F6');
    expect(await focused()).toBe('log');
    await page.keyboard.press('F6');
    expect(await focused()).toBe('');
    await page.locator('ratsauskunft-chat').evaluate((element) => {
      element.setAttribute('lang', 'en');
      element.setAttribute('placeholder', 'Anything');
      element.setAttribute('heading', 'Ask us');
    });
    await page.getByRole('heading', { name: 'Ask us' }).waitFor();
    expect(await page.getByLabel('Your question').getAttribute('placeholder')).toBe('Anything');
    const barrier = await page.getByText('Report a barrier').getAttribute('href');
    expect(barrier).toBe(`${stage.service}/barrierefreiheit?lang=en#melden`);
    await page.locator('ratsauskunft-chat').evaluate((element) => element.setAttribute('variant', 'inline'));
    await page.locator('section.panel').waitFor();
    expect(await page.locator('.turn').count()).toBe(1);
  });

  test('a page can hide it as it hides anything else', async () => {
    const page = await open('<ratsauskunft-chat hidden></ratsauskunft-chat>');
    const widget = page.locator('ratsauskunft-chat');
    await widget.locator('.launcher').waitFor({ state: 'attached' });
    expect(await launcher(page).isVisible()).toBe(false);
    await widget.evaluate((element: HTMLElement) => element.removeAttribute('hidden'));
    await launcher(page).waitFor();
  });

  test('several on one page keep their own attributes, language and conversation', async () => {
    const page = await open(
      '<ratsauskunft-chat variant="inline" heading="Erste" placeholder="Was?"></ratsauskunft-chat>' +
        '<ratsauskunft-chat variant="inline" lang="en" heading="Second" committee="Ein anderer Ausschuss"></ratsauskunft-chat>',
    );
    const second = page.locator('ratsauskunft-chat').nth(1);
    await page.getByRole('textbox', { name: 'Ihre Frage' }).fill(ANSWERED);
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    expect(await second.getByRole('button', { name: 'Ask', exact: true }).count()).toBe(1);
    expect(await second.locator('.turn').count()).toBe(0);
    await second.getByLabel('Your question').fill(ANSWERED);
    const sent = page.waitForRequest('**/api/chat');
    await page.keyboard.press('Enter');
    expect((await sent).postDataJSON()).toMatchObject({ lang: 'en', filters: { committee: 'Ein anderer Ausschuss' } });
    await second.locator('.turn[aria-busy=false]').waitFor();
  });

  test('taken out and put in again it works on, and a running answer has been stopped', async () => {
    const page = await open(`<ratsauskunft-chat api="${stage.service}/"></ratsauskunft-chat>`);
    await launcher(page).click();
    await ask(page, ANSWERED);
    await page.evaluate(() => {
      const element = document.querySelector('ratsauskunft-chat');
      const parent = element?.parentElement;
      element?.remove();
      if (element) parent?.append(element);
    });
    await page.locator('.card').waitFor();
    await page.getByLabel('Ihre Frage').focus();
    await page.keyboard.press('Escape');
    await launcher(page).click();
    await ask(page, DECLINED);
    expect(await page.locator('.turn').count()).toBe(2);
  });

  test('properties set before the script has come count', async () => {
    stage.host.body = `<ratsauskunft-chat></ratsauskunft-chat>${script()}`;
    const page = await stage.open('about:blank');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/widget.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(stage.host.url, { waitUntil: 'commit' });
    await page.locator('ratsauskunft-chat').waitFor({ state: 'attached' });
    await page.locator('ratsauskunft-chat').evaluate((element) => Object.assign(element, { heading: 'Früh gesetzt' }));
    release();
    await page.getByRole('button', { name: 'Früh gesetzt' }).waitFor();
  });
});
