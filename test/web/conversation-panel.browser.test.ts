// This conversation on the chat page: its questions to go to, and what stays in the tab when its reader wants it to.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ANSWERED, answered, ask, DECLINED, describeInBrowser, QUOTE, violations } from './stage.ts';

const stored = (page: Page) => page.evaluate(() => [sessionStorage.length, localStorage.length]);
const turns = (page: Page) => page.locator('.turn .question').allTextContents();

async function twoQuestions(page: Page): Promise<void> {
  await ask(page, ANSWERED);
  await answered(page);
  await ask(page, DECLINED);
  await page.locator('.turn').nth(1).waitFor();
  await answered(page);
}

describeInBrowser('this conversation', (stage) => {
  test('is stored nowhere unless its reader wants it', async () => {
    const page = await stage.open('/');
    await twoQuestions(page);
    await page.getByText('Verlauf', { exact: true }).click();
    expect(await page.getByLabel('Gespräch in diesem Tab behalten').isChecked()).toBe(false);
    expect(await stored(page)).toEqual([0, 0]);
    await page.reload();
    await answered(page);
    // Its last question stands in the address and is asked anew.
    expect(await turns(page)).toEqual([`Ihre Frage: ${DECLINED}`]);
  });

  test('kept in the tab, it is there again after a reload and by Back, is asked nothing anew, and goes on', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    await page.getByText('Verlauf', { exact: true }).click();
    await page.getByLabel('Gespräch in diesem Tab behalten').check();
    await page.getByText('Das Gespräch bleibt in diesem Tab.').waitFor();
    await page.keyboard.press('Escape');
    await ask(page, DECLINED);
    await page.locator('.turn').nth(1).waitFor();
    await answered(page);
    const before = await turns(page);
    const asked = stage.network.questions.length;
    await page.reload();
    await page.locator('.turn').nth(1).waitFor();
    expect(await turns(page)).toEqual(before);
    expect(await page.locator('.turn').first().locator('.answer').textContent()).toContain(QUOTE);
    await page.goto(`${stage.network.url}/suche`);
    await page.goBack();
    await page.locator('.turn').nth(1).waitFor();
    expect(await turns(page)).toEqual(before);
    expect(stage.network.questions.length).toBe(asked);
    await ask(page, 'Und was bedeutet das für die Arbeitsbelastung?');
    await page.locator('.turn').nth(2).waitFor();
    await answered(page);
    const sent = stage.network.questions.at(-1) as { messages: { role: string }[] };
    expect(sent.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant', 'user']);
    // Another tab knows nothing of it.
    const other = await stage.open('/');
    expect(await other.locator('.turn').count()).toBe(0);
  });

  test('a question in the address is asked after what was kept', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    await page.getByText('Verlauf', { exact: true }).click();
    await page.getByLabel('Gespräch in diesem Tab behalten').check();
    await page.goto(`${stage.network.url}/suche`);
    await page.goto(`${stage.network.url}/#frage=${encodeURIComponent(DECLINED)}`);
    await page.locator('.turn').nth(1).waitFor();
    await answered(page);
    expect(await turns(page)).toEqual([`Ihre Frage: ${ANSWERED}`, `Ihre Frage: ${DECLINED}`]);
  });

  test('taken away, nothing is left; what nobody can read any more is deleted', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    await page.getByText('Verlauf', { exact: true }).click();
    const box = page.getByLabel('Gespräch in diesem Tab behalten');
    await box.check();
    expect(await stored(page)).toEqual([1, 0]);
    await box.uncheck();
    await page.getByText('Gelöscht.').waitFor();
    expect(await stored(page)).toEqual([0, 0]);
    await page.evaluate(() => sessionStorage.setItem('ratsauskunft-gespraech', '{"version":0,"turns":[{}]}'));
    await page.goto(`${stage.network.url}/`);
    await page.getByRole('textbox', { name: 'Ihre Frage' }).waitFor();
    await expect.poll(() => stored(page)).toEqual([0, 0]);
  });

  test('a new conversation empties what is kept', async () => {
    const page = await stage.open('/');
    await ask(page, ANSWERED);
    await answered(page);
    await page.getByText('Verlauf', { exact: true }).click();
    await page.getByLabel('Gespräch in diesem Tab behalten').check();
    await page.getByRole('button', { name: 'Neues Gespräch' }).click();
    expect(await page.evaluate(() => sessionStorage.getItem('ratsauskunft-gespraech'))).not.toContain(
      'Integrationsmanagement',
    );
  });

  test.each([
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ])('its questions are a list to go to, by keyboard alone, at $width x $height', async (viewport) => {
    const page = await stage.open('/', { viewport });
    await twoQuestions(page);
    const before = await page.evaluate(() => scrollY);
    await page.getByText('Verlauf', { exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => scrollY)).toBe(before);
    const list = page.locator('.talk li');
    expect(await list.allTextContents()).toEqual([ANSWERED, DECLINED]);
    expect(await violations(page)).toEqual([]);
    // Enter on the box sends no question.
    await page.getByLabel('Gespräch in diesem Tab behalten').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.problem').textContent()).toBe('');
    await list.first().locator('button').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-turn'))).toBe('0');
    const top = await page
      .locator('.turn')
      .first()
      .evaluate((turn) => turn.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(-1);
    expect(top).toBeLessThan(200);
    expect(await page.locator('.talk').getAttribute('open')).toBe(null);
  });

  test('says so in the privacy notice, and is not there in the widget', async () => {
    const page = await stage.open('/datenschutz');
    expect(await page.locator('main').textContent()).toContain('„Gespräch in diesem Tab behalten“');
    stage.host.body = `<script type="module" src="${stage.service}/widget.js"></script><ratsauskunft-chat></ratsauskunft-chat>`;
    const host = await stage.open(stage.host.url);
    await host.getByRole('button', { name: 'Fragen an die Stadt' }).click();
    await ask(host, ANSWERED);
    await answered(host);
    expect(await host.getByText('Verlauf', { exact: true }).count()).toBe(0);
    expect(await stored(host)).toEqual([0, 0]);
  });
});
