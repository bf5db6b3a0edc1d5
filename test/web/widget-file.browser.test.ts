// The widget as a file that other people's pages load: its hash, its caching, where it may come from and where it runs.
import { expect, test } from 'vitest';
import { startHostPage } from '../../scripts/browser/host-page.ts';
import { freePort } from '../../scripts/browser/service.ts';
import { ANSWERED, answered, ask, describeInBrowser } from './stage.ts';

describeInBrowser('the file of the widget', (stage) => {
  const script = () => `<script type="module" src="${stage.service}/widget.js"></script>`;

  test('is one file: pinned by its hash, cached for ever, loadable from everywhere', async () => {
    const { path, integrity } = (await (await fetch(`${stage.service}/widget.json`)).json()) as Record<string, string>;
    const pinned = await fetch(stage.service + path, { headers: { origin: 'https://anywhere.example' } });
    const digest = await crypto.subtle.digest('SHA-384', await pinned.arrayBuffer());
    expect(`sha384-${Buffer.from(digest).toString('base64')}`).toBe(integrity);
    expect(pinned.headers.get('access-control-allow-origin')).toBe('*');
    expect(pinned.headers.get('cache-control')).toContain('immutable');
    const alias = await fetch(`${stage.service}/widget.js`);
    expect(alias.headers.get('cache-control')).not.toContain('immutable');
    const code = await alias.text();
    expect(code).not.toMatch(/\bimport\s*\(|\beval\(|new Function|localStorage|sessionStorage|document\.cookie/);
    const hosts = [...code.matchAll(/https?:\/\/[\w.-]+/g)].map(([host]) => host);
    expect(hosts.filter((host) => !/w3\.org|localhost/.test(host))).toEqual([]);

    stage.host.body = `<script type="module" src="${stage.service}${path}" integrity="${integrity}" crossorigin="anonymous"></script><ratsauskunft-chat></ratsauskunft-chat>`;
    const page = await stage.open(stage.host.url);
    await page.getByRole('button', { name: 'Fragen an die Stadt' }).waitFor();
  });

  test('can be loaded where there are no elements: a server that renders host pages', async () => {
    const file = new URL('../../dist/web/widget.js', import.meta.url);
    await expect(import(file.href)).resolves.toBeDefined();
  });

  test('on a page that is not allowed it says that it cannot reach the service', async () => {
    const stranger = await startHostPage(
      stage.service,
      await freePort(),
      `${script()}<ratsauskunft-chat></ratsauskunft-chat>`,
    );
    const page = await stage.browser.newPage();
    await page.goto(stranger.url);
    await page.getByRole('button', { name: 'Fragen an die Stadt' }).click();
    await ask(page, ANSWERED);
    await answered(page);
    expect(await page.locator('.failure').textContent()).toContain('nicht erreichbar');
    await page.close();
    await stranger.close();
  });

  test('without JavaScript its content is a link to the search', async () => {
    stage.host.body = `${script()}<ratsauskunft-chat><a href="${stage.service}/suche">Ratsauskunft</a></ratsauskunft-chat>`;
    const page = await stage.open(stage.host.url, { javaScriptEnabled: false });
    expect(await page.locator('ratsauskunft-chat a').getAttribute('href')).toBe(`${stage.service}/suche`);
  });
});
