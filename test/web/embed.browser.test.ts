// /einbetten as a web team uses it.
import { expect, test } from 'vitest';
import { describeInBrowser, violations } from './stage.ts';

describeInBrowser('the snippet maker', (stage) => {
  test('keeps lines and preview in step with the form', async () => {
    const page = await stage.open(`${stage.service}/einbetten`);
    await page.getByLabel('Im Text der Seite').check();
    await page.getByLabel('Überschrift').fill('Fragen Sie "uns"');
    await page.getByLabel('Farbe der Bedienelemente').fill('#ffcc00');
    expect(await page.locator('#snippet').textContent()).toContain(
      'variant="inline" heading="Fragen Sie &quot;uns&quot;"',
    );
    expect(await page.locator('#pinned').textContent()).toMatch(
      /integrity="sha384-[\w+/=]{64}" crossorigin="anonymous"/,
    );
    expect(await page.locator('#contrast').textContent()).toContain('1,5 zu 1');
    expect(await page.locator('#css').textContent()).toContain('--ra-accent: #ffcc00');
    const preview = page.locator('#preview');
    expect(await preview.getByRole('heading', { name: 'Fragen Sie "uns"' }).count()).toBe(1);
  });

  test.each([
    ['its own origin', (allowed: string) => allowed, true],
    ['a whole address of a page', (allowed: string) => `${allowed}/rathaus/index.html?x=1`, true],
    ['another port', (allowed: string) => allowed.replace(/\d+$/, '1'), false],
    ['a name without a scheme', () => 'www.stadt.example', false],
    ['no address at all', () => 'Stadt <b>Erfunden</b>', false],
  ])('says of what is typed in whether it may embed: %s', async (_, typed, mayEmbed) => {
    const page = await stage.open(`${stage.service}/einbetten`);
    await page.locator('input[name=website]').fill(typed(stage.host.url));
    await page.locator('input[name=website]').press('Enter');
    const said = page.locator('#origins ~ [role=status]');
    await said.waitFor();
    const words = (await said.textContent()) ?? '';
    expect(words).toMatch(mayEmbed ? / darf einbetten\.$/ : / ist nicht eingetragen\./);
    expect(await page.locator('#origins ~ * b').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
