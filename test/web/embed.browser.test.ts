// /einbetten as a web team uses it.
import { expect, test } from 'vitest';
import { describeInBrowser } from './stage.ts';

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
});
