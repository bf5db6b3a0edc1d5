// The document page: spans of the address are marked, whatever they run across.
import { expect, test } from 'vitest';
import { describeInBrowser, violations } from './stage.ts';

const ID = 'koeln-2021-05-27-kommunales-integrationsmanagement';

const bare = (value: string) => value.replace(/\s+/g, '');

describeInBrowser('the document page', (stage) => {
  const text = async () =>
    ((await (await fetch(`${stage.service}/api/documents/${ID}`)).json()) as { text: string }).text;

  test('marks several spans, also across paragraphs and headings, and exactly their text', async () => {
    const page = await stage.open(`/dokument/${ID}#z=100-140,900-1600`);
    const whole = await text();
    const marked = (await page.locator('mark.cited').allTextContents()).join('');
    expect(bare(marked)).toBe(bare(whole.slice(100, 140) + whole.slice(900, 1600)));
  });

  test('copies each marked place by itself', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await stage.open(`/dokument/${ID}#z=100-140,900-1600`, { permissions });
    await page.getByRole('button', { name: 'Zitat kopieren' }).click();
    await page.getByText('Zitat mit Fundstelle kopiert.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const whole = await text();
    const words = [whole.slice(100, 140), whole.slice(900, 1600)].map((part) => part.replace(/\s+/g, ' ').trim());
    expect(copied).toContain(`„${words.join(' […] ')}“\n`);
    expect(copied).toMatch(/#z=100-140,900-1600$/);
  });

  test('follows a changed address and forgets the old marks', async () => {
    const page = await stage.open(`/dokument/${ID}#z=100-140`);
    await page.locator('mark.cited').first().waitFor();
    const before = await page.locator('.reply').textContent();
    await page.evaluate(() => {
      location.hash = '#z=200-230';
    });
    const whole = await text();
    await page
      .locator('mark.cited', { hasText: whole.slice(200, 230).trim().slice(0, 8) })
      .first()
      .waitFor();
    expect(bare((await page.locator('mark.cited').allTextContents()).join(''))).toBe(bare(whole.slice(200, 230)));
    expect(await page.locator('.reply').textContent()).toBe(before);
  });

  test('an address with nonsense marks nothing and breaks nothing', async () => {
    const page = await stage.open(`/dokument/${ID}#z=9-3,x,999999-1000000`);
    expect(await page.locator('mark.cited').count()).toBe(0);
    expect(await page.locator('.marked-note').isVisible()).toBe(false);
  });

  test('its questions are an outline that leads to them', async () => {
    const page = await stage.open(`/dokument/${ID}`);
    const links = page.locator('.outline a');
    expect(await links.count()).toBe(3);
    await links.nth(1).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
      .toContain('zusätzliche Aufgabe für das Amt und wie');
  });

  const WITH_INQUIRY = '/dokument/musterstadt-2025-04-freibad';

  test('the inquiry stands beside the reply where there is room, and questions lead from one to the other', async () => {
    const page = await stage.open(WITH_INQUIRY, { viewport: { width: 1280, height: 900 } });
    const inquiry = page.locator('.asked-in');
    const box = await inquiry.boundingBox();
    const reply = await page.locator('.reply').boundingBox();
    expect(box!.x + box!.width).toBeLessThan(reply!.x);
    await inquiry.getByRole('link', { name: 'Warum wurden die Preise erhöht?' }).press('Enter');
    await page.waitForURL('**#frage-3');
    expect(await page.locator('.reply :target').textContent()).toContain('Warum wurden die Preise erhöht?');
    await page.locator('.reply :target').getByRole('link', { name: 'in der Anfrage' }).press('Enter');
    await page.waitForURL('**#anfrage-frage-3');
    expect(await violations(page)).toEqual([]);
  });

  test.each([[true], [false]])(
    'on a narrow screen it is folded above the reply, JavaScript: %s',
    async (javaScriptEnabled) => {
      const page = await stage.open(WITH_INQUIRY, { viewport: { width: 360, height: 740 }, javaScriptEnabled });
      const text = page.locator('.asked-in').getByText('Seit der Erhöhung fragen viele Familien');
      expect(await text.isVisible()).toBe(false);
      await page.getByText('Die Anfrage im Wortlaut').press('Enter');
      await text.waitFor();
      const [inquiry, reply] = [
        await page.locator('.asked-in').boundingBox(),
        await page.locator('.reply').boundingBox(),
      ];
      expect(inquiry!.y + inquiry!.height).toBeLessThanOrEqual(reply!.y);
      if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
    },
  );
});
