// The widget among what a city's CMS does to it: shortcuts, cookie bars, optimisers, policies, navigation, translation,
// phones and printers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { startService } from '../../scripts/browser/service.ts';
import {
  ANSWERED,
  answered,
  ask,
  askHalfway,
  askUnanswered,
  CHOICE,
  describeInBrowser,
  QUOTE,
  violations,
} from './stage.ts';

const PHONE = { viewport: { width: 393, height: 852 }, isMobile: true, hasTouch: true };

describeInBrowser('the widget in a CMS', (stage) => {
  const script = (from = stage.service) => `<script type="module" src="${from}/widget.js"></script>`;
  const open = async (body: string, options?: Parameters<typeof stage.open>[1], policy: string | null = null) => {
    stage.host.body = body;
    stage.host.policy = policy;
    const page = await stage.open(stage.host.url, options);
    // What is tested here is not the hostile stylesheet.
    await page.evaluate(() => document.querySelector('link')?.remove());
    return page;
  };
  const element = '<ratsauskunft-chat><a href="/suche">Suche</a></ratsauskunft-chat>';
  const launcher = '.launcher';

  test('a shortcut of the page takes no key from who types into the field', async () => {
    const page = await open(`${script()}${element}<input id="site">`);
    await page.evaluate(() => {
      for (const type of ['keydown', 'keypress', 'keyup']) {
        document.addEventListener(type, (event) => {
          if ((event as KeyboardEvent).key !== '/') return;
          event.preventDefault();
          document.querySelector<HTMLElement>('#site')?.focus();
        });
      }
    });
    await page.locator(launcher).click();
    await page.getByLabel('Ihre Frage').pressSequentially('Was steht in 2025/0016?');
    expect(await page.getByLabel('Ihre Frage').inputValue()).toBe('Was steht in 2025/0016?');
    expect(await page.locator('#site').inputValue()).toBe('');
  });

  test('lies above a cookie bar of any z-index, in the corner that the page chooses', async () => {
    const page = await open(
      `${script()}<div style="position:fixed;inset:auto 0 0;height:200px;background:#fff;z-index:2147483647">Cookies</div>${element}`,
    );
    await page.locator(launcher).click();
    await ask(page, ANSWERED);
    await answered(page);
    const hit = await page.evaluate(() => {
      const widget = document.querySelector('ratsauskunft-chat');
      const field = widget?.shadowRoot?.querySelector('textarea[name=question]')?.getBoundingClientRect();
      return field && document.elementFromPoint(field.x + 5, field.y + 5) === widget;
    });
    expect(hit).toBe(true);
    await page.locator('ratsauskunft-chat').evaluate((widget: HTMLElement) => {
      widget.style.setProperty('--ra-left', '1em');
      widget.style.setProperty('--ra-right', 'auto');
    });
    expect((await page.locator('dialog').boundingBox())?.x).toBe(16);
    expect((await page.locator(launcher).boundingBox())?.x).toBe(16);
  });

  test('a script that an optimiser copied says what to do, and works with the address', async () => {
    const copied = '<script type="module" src="/cache/widget.js"></script>';
    const page = await open(copied + element);
    await page.locator(launcher).click();
    await ask(page, ANSWERED);
    await page.getByText('Das Skript wurde kopiert').waitFor();
    expect(stage.complaints.splice(0).join()).toContain('<ratsauskunft-chat>');
    await page.locator('ratsauskunft-chat').evaluate((widget, api) => widget.setAttribute('api', api), stage.service);
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await page.locator('.answer', { hasText: QUOTE }).waitFor();
  });

  test('an origin that is not registered is named to the web editor', async () => {
    const page = await open(script() + element);
    await page.goto(stage.host.url.replace('127.0.0.1', 'localhost'));
    await page.locator(launcher).click();
    await ask(page, ANSWERED);
    await page.getByText(/ist bei der Auskunft nicht eingetragen/).waitFor();
    expect(stage.complaints.splice(0).join()).toContain('ALLOWED_ORIGINS');
  });

  test('works under Trusted Types of others where none is enforced', async () => {
    const page = await open(script() + element, {}, 'trusted-types stadt dompurify');
    await page.locator(launcher).click();
    await ask(page, ANSWERED);
    await page.locator('.answer', { hasText: QUOTE }).waitFor();
    stage.complaints.splice(0);
  });

  test('says what is missing where Trusted Types are enforced without it, and keeps the link', async () => {
    const policy = "require-trusted-types-for 'script'; trusted-types stadt";
    const page = await open(script() + element, {}, policy);
    await page.getByRole('link', { name: 'Suche' }).waitFor();
    await expect.poll(() => stage.complaints.join()).toContain("needs: trusted-types lit-html 'allow-duplicates'");
    stage.complaints.splice(0);
  });

  test('a move within the page in mid-answer stops nothing, and the conversation stays', async () => {
    const page = await open(
      `${script(stage.network.url)}<ratsauskunft-chat api="${stage.service}"></ratsauskunft-chat><p id="to"></p>`,
    );
    await page
      .locator('ratsauskunft-chat')
      .evaluate((widget, api) => widget.setAttribute('api', api), stage.network.url);
    await page.route('**/api/**', (route) => route.continue());
    await page.locator(launcher).click();
    await askUnanswered(stage, page);
    await page.evaluate(() => document.querySelector('#to')?.append(document.querySelector('ratsauskunft-chat')!));
    stage.network.release();
    await page.locator('.answer', { hasText: QUOTE }).waitFor();
    await answered(page);
    expect(await page.getByText('Sie haben die Antwort angehalten').count()).toBe(0);
  });

  test('Turbo navigates in mid-answer: a permanent element keeps its conversation and its answer comes to its end', async () => {
    const turbo = createRequire(import.meta.url).resolve('@hotwired/turbo/dist/turbo.es2017-esm.js');
    stage.host.scripts['/turbo.js'] = readFileSync(turbo, 'utf8');
    const page = await open(
      `<script type="module" src="/turbo.js"></script>${script(stage.network.url)}
       <a href="/zwei" id="next">Weiter</a>
       <ratsauskunft-chat id="auskunft" data-turbo-permanent api="${stage.network.url}"></ratsauskunft-chat>`,
    );
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await page.locator(launcher).click();
    await askUnanswered(stage, page);
    await page.locator('#next').evaluate((link: HTMLElement) => link.click());
    await page.waitForURL('**/zwei');
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    stage.network.release();
    await page.locator('.answer', { hasText: QUOTE }).waitFor();
    await answered(page);
    expect(await page.getByText('Sie haben die Antwort angehalten').count()).toBe(0);
    stage.network.trouble = {};
    // And it goes on: the panel is open, the next question knows the first.
    await ask(page, 'Und was bedeutet das für die Arbeitsbelastung?');
    await page.locator('.turn').nth(1).waitFor();
    await answered(page);
    const sent = stage.network.questions.at(-1) as { messages: unknown[] };
    expect(sent.messages).toHaveLength(3);
  });

  test('after too many questions counts down on a page of another origin, too', async () => {
    const limited = await startService({ ALLOWED_ORIGINS: stage.host.url, RATE_LIMIT: 'on' });
    try {
      const page = await open(`${script(limited.url)}<ratsauskunft-chat></ratsauskunft-chat>`);
      const body = JSON.stringify({ messages: [{ role: 'user', content: 'Hallo' }] });
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      let status = 200;
      for (let i = 0; i < 30 && status !== 429; i++) {
        ({ status } = await fetch(`${limited.url}/api/chat`, { method: 'POST', headers, body }));
      }
      expect(status).toBe(429);
      await page.locator(launcher).click();
      await ask(page, ANSWERED);
      const retry = page.locator('.failure ~ p button');
      await retry.filter({ hasText: /\(\d+ s\)/ }).waitFor();
      expect(await retry.getAttribute('aria-disabled')).toBe('true');
      expect((await violations(page)).filter((fault) => fault.includes('ratsauskunft-chat'))).toEqual([]);
    } finally {
      await limited.stop();
    }
  });

  test.each([
    ['held upright, the keyboard open', { width: 393, height: 852 }, 480],
    ['held across', { width: 852, height: 393 }, 393],
    ['held across, the keyboard open', { width: 852, height: 393 }, 190],
  ])('on a phone %s, field and close button are seen', async (_, viewport, seenPx) => {
    const page = await open(script() + element, { ...PHONE, viewport });
    await page.locator(launcher).click();
    await ask(page, ANSWERED);
    await answered(page);
    // Chromium has no keyboard here: what the page is told of one is played to it.
    await page.evaluate((height) => {
      Object.defineProperty(visualViewport, 'height', { value: height, configurable: true });
      visualViewport?.dispatchEvent(new Event('resize'));
    }, seenPx);
    await page.locator('textarea[name=question]').focus();
    await page.locator('textarea[name=question]').scrollIntoViewIfNeeded();
    for (const part of ['textarea[name=question]', '.head button']) {
      const box = await page.locator(part).boundingBox();
      expect(box!.y, part).toBeGreaterThanOrEqual(0);
      expect(box!.y + box!.height, part).toBeLessThanOrEqual(seenPx);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  });

  test('on a phone nothing lies below the notch, the home bar or the keyboard, and the keyboard goes when asked', async () => {
    const page = await open(script() + element, PHONE);
    const session = await page.context().newCDPSession(page);
    const insets = { top: 59, topMax: 59, bottom: 34, bottomMax: 34 };
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
    await page.locator(launcher).click();
    await page.getByLabel('Ihre Frage').waitFor();
    const [head, foot] = await Promise.all(['.head button', '.foot'].map((part) => page.locator(part).boundingBox()));
    expect(head!.y).toBeGreaterThanOrEqual(59);
    expect(foot!.y + foot!.height).toBeLessThanOrEqual(PHONE.viewport.height - 34);
    await ask(page, ANSWERED);
    await answered(page);
    expect(
      await page
        .locator('textarea[name=question]')
        .evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field),
    ).toBe(false);
  });

  test('an open panel is on no sheet of the page, a conversation in the text is printed whole', async () => {
    const sheets = async (body: string) => {
      const page = await open(body);
      await page.locator('ratsauskunft-chat').evaluate(async (widget, question) => {
        await (widget as unknown as { ask(text: string): Promise<void> }).ask(question);
      }, ANSWERED);
      await page.evaluate(() =>
        document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p>Absatz der Stadt.</p>'.repeat(90)),
      );
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' }))));
      return text;
    };
    const floating = await sheets(script() + element);
    expect(floating.length).toBeGreaterThan(1);
    expect(floating.join()).not.toMatch(/Fragen an die Stadt|Mehrarbeit/);
    const inline = (await sheets(`${script()}<ratsauskunft-chat variant="inline"></ratsauskunft-chat>`)).join(' ');
    expect(inline.replace(/\s+/g, ' ')).toContain(QUOTE);
    expect(inline).toContain('Automatisch erstellt');
    expect(inline).not.toContain('Neues Gespräch');
  });

  test('a choice is opened in the widget, too', async () => {
    const page = await open(script() + element);
    await page.locator(launcher).click();
    await ask(page, CHOICE);
    await page.locator('.choice summary').first().click();
    await page.locator('.choice blockquote').waitFor();
    await page.locator('.choice').getByText('Stelle im Dokument lesen').first().waitFor();
    expect((await violations(page)).filter((fault) => fault.includes('ratsauskunft-chat'))).toEqual([]);
  });
});

describeInBrowser('a page that the browser translates', (stage) => {
  test('says no sentence twice, loses none, and the status ends', async () => {
    const texts: string[] = [];
    for (const isTranslated of [false, true]) {
      const page = await stage.open('/');
      if (isTranslated) await page.evaluate(translateLikeABrowser);
      if (isTranslated) {
        await askHalfway(stage, page);
        stage.network.release();
      } else await ask(page, ANSWERED);
      await answered(page);
      const words = () => page.locator('.turn .answer').textContent();
      await expect.poll(words).toContain(QUOTE);
      if (isTranslated) await expect.poll(() => page.locator('.turn .answer font').count()).toBeGreaterThan(0);
      texts.push(((await words()) ?? '').replace(/\s+/g, ' '));
      expect(await page.locator('.chat > [role=status]').textContent()).toMatch(/^Antwort vollständig/);
    }
    expect(texts[1]).toBe(texts[0]);
  });
});

/** As browsers do it: `<font>` in the place of every text node, again after each change, but where translate="no" stands. */
function translateLikeABrowser(): void {
  const translate = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.data.trim() && !node.parentElement?.closest('font, script, style, textarea, [translate=no]'))
        nodes.push(node);
    }
    for (const node of nodes) {
      const font = document.createElement('font');
      font.textContent = node.data;
      node.replaceWith(font);
    }
  };
  new MutationObserver(() => setTimeout(translate)).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  translate();
}
