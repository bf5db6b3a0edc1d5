// Pictures of every page and state, at 1280 and 360 pixels, light and dark, into dist/screenshots, to be looked at.
// Run with: npm run screenshots [-- --url http://localhost:8787]
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { optionsOf } from './arguments.ts';
import { browserPath, launch } from './browser/chromium.ts';
import { startHostPage } from './browser/host-page.ts';
import { freePort, startService } from './browser/service.ts';
import { startTroubledNetwork, type TroubledNetwork } from './browser/troubled-network.ts';
import { told } from './language.ts';

const OUT = join(import.meta.dirname, '../dist/screenshots');
const SIZES = [
  { name: '1280', width: 1280, height: 900 },
  { name: '360', width: 360, height: 740 },
];
const THEMES = ['light', 'dark'] as const;

const ANSWERED = 'Entsteht durch das Kommunale Integrationsmanagement Mehrarbeit im Amt für Integration und Vielfalt?';
/** The answer stands still behind its first quotation. */
const HALFWAY = { pieceBytes: 60, holdAfter: '"data-citation"' };
/** A keyword: several answers, none of them surely meant. */
const CHOICE = 'Integration';
const DECLINED = 'Was kostet ein Anwohnerparkausweis?';
/** Invented, but for its first question. */
const INQUIRY = `Kommunales Integrationsmanagement

1. ${ANSWERED}
2. Welche Auswirkungen hat die Teilnahme am Landesprogramm auf die Stadt?
3. Wie viele Einhörner leben im Zoo?`;

interface Stage {
  page: Page;
  /** The service behind the proxy. */
  network: TroubledNetwork;
  host: string;
}

const values = optionsOf(
  { url: { type: 'string' }, only: { type: 'string' } },
  'npm run screenshots [-- --url URL] [-- --only NAME]',
);
const path = await browserPath();
if (path === null) {
  console.error(
    told(
      'Auf diesem Rechner läuft kein Chromium. Mit CHROME_PATH=/pfad/zu/chrome geht es. (No Chromium runs here: set CHROME_PATH to a Chrome.)',
    ),
  );
  process.exit(1);
}
const hostPort = await freePort();
const service = values.url
  ? { url: values.url, stop: async () => {} }
  : await startService({ ALLOWED_ORIGINS: `http://127.0.0.1:${hostPort}` });
const network = await startTroubledNetwork(service.url);
const host = await startHostPage(
  service.url,
  hostPort,
  `<script type="module" src="${service.url}/widget.js"></script><ratsauskunft-chat></ratsauskunft-chat>`,
);
const browser = await launch(path);
await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
for (const [name, act] of Object.entries(states())) {
  if (values.only && !name.includes(values.only)) continue;
  for (const theme of THEMES) for (const size of SIZES) await take(browser, name, act, theme, size);
  console.log(name);
}
await browser.close();
await network.close();
await host.close();
await service.stop();

async function take(
  browser: Browser,
  name: string,
  act: (stage: Stage) => Promise<void>,
  theme: (typeof THEMES)[number],
  { name: size, ...viewport }: (typeof SIZES)[number],
): Promise<void> {
  const page = await browser.newPage({ viewport, colorScheme: theme, reducedMotion: 'reduce' });
  network.trouble = {};
  try {
    await act({ page, network, host: host.url });
    await page.screenshot({ path: join(OUT, `${name}-${size}-${theme}.png`) });
  } catch (error) {
    console.error(`${name} ${size} ${theme}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  } finally {
    await page.close();
  }
}

function states(): Record<string, (stage: Stage) => Promise<void>> {
  const open =
    (path: string) =>
    async ({ page, network }: Stage) => {
      await page.goto(network.url + path);
    };
  const ask = async (page: Page, question: string) => {
    await page.fill('textarea[name=question]', question);
    await page.keyboard.press('Enter');
  };
  const checkInquiry = async (page: Page, text: string) => {
    await page.fill('textarea[name=text]', text);
    await page.click('form.inquiry button[type=submit]');
  };
  const answer = async (stage: Stage, question: string) => {
    await open('/')(stage);
    await ask(stage.page, question);
    await stage.page.waitForSelector('.turn[aria-busy=false]');
  };
  return {
    'chat-empty': open('/'),
    'chat-english': open('/?lang=en'),
    'chat-long-question': async (stage) => {
      await open('/')(stage);
      await stage.page.fill('textarea', 'Wie viele Bänke stehen im Park? '.repeat(60));
    },
    'chat-searching': async (stage) => {
      await open('/')(stage);
      stage.network.trouble = { holdAfter: '' };
      await ask(stage.page, ANSWERED);
      await stage.page.waitForSelector('.progress');
    },
    'chat-writing': async (stage) => {
      await open('/')(stage);
      stage.network.trouble = HALFWAY;
      await ask(stage.page, ANSWERED);
      await stage.page
        .locator('.answer')
        .filter({ hasText: /.{150}/s })
        .waitFor();
    },
    'chat-answered': (stage) => answer(stage, ANSWERED),
    'chat-answered-end': async (stage) => {
      await answer(stage, ANSWERED);
      await stage.page.click('.report summary');
      await stage.page.locator('.turn > :last-child').scrollIntoViewIfNeeded();
    },
    'chat-abstained': (stage) => answer(stage, DECLINED),
    'chat-choice': (stage) => answer(stage, CHOICE),
    'chat-choice-opened': async (stage) => {
      await answer(stage, CHOICE);
      await stage.page.locator('.choice summary').first().click();
      await stage.page.locator('.choice .links').scrollIntoViewIfNeeded();
    },
    'chat-history': async (stage) => {
      await answer(stage, ANSWERED);
      await ask(stage.page, DECLINED);
      await stage.page.locator('.turn').nth(1).waitFor();
      await stage.page.waitForSelector('.turn:last-child[aria-busy=false]');
      await stage.page.locator('.talk summary').click();
      await stage.page.locator('.talk input').check();
    },
    'chat-smalltalk': (stage) => answer(stage, 'Hallo!'),
    'chat-stopped': async (stage) => {
      await open('/')(stage);
      stage.network.trouble = HALFWAY;
      await ask(stage.page, ANSWERED);
      await stage.page.locator('.answer').filter({ hasText: /.{50}/s }).waitFor();
      await stage.page.getByRole('button', { name: 'Anhalten' }).click();
    },
    'chat-cut-off': async (stage) => {
      await open('/')(stage);
      stage.network.trouble = { pieceBytes: 200, cutAfterBytes: 2_000 };
      await ask(stage.page, ANSWERED);
      await stage.page.waitForSelector('.failure');
    },
    'chat-offline': async (stage) => {
      await open('/')(stage);
      await stage.page.context().setOffline(true);
      await ask(stage.page, ANSWERED);
      await stage.page.waitForSelector('.failure');
    },
    topics: open('/themen'),
    numbers: open('/zahlen'),
    'search-browse': open('/suche'),
    'search-choice': open('/suche?q=Was+ist+mit+der+Integration'),
    search: open('/suche?q=Integration'),
    'search-nothing': open('/suche?q=xyz'),
    'search-filtered': open('/suche?q=Integration&from=2021-01-01&to=2021-12-31'),
    check: open('/pruefen'),
    'check-problem': async (stage) => {
      await open('/pruefen')(stage);
      await checkInquiry(stage.page, 'Der neue Spielplatz ist schön geworden.');
      await stage.page.waitForSelector('[role=alert]:not(:empty)');
    },
    'check-result': async (stage) => {
      await open('/pruefen')(stage);
      await checkInquiry(stage.page, INQUIRY);
      await stage.page.waitForSelector('.checked');
    },
    'api-docs': open('/api/docs'),
    document: async (stage) => {
      await answer(stage, ANSWERED);
      const place = await stage.page.locator('.card .links a').first().getAttribute('href');
      await stage.page.goto(place ?? '/');
    },
    'document-top': async (stage) => {
      await answer(stage, ANSWERED);
      const place = await stage.page.locator('.card .links a').first().getAttribute('href');
      await stage.page.goto((place ?? '/').split('#')[0] ?? '/');
    },
    embed: open('/einbetten'),
    accessibility: open('/barrierefreiheit'),
    privacy: open('/datenschutz'),
    imprint: open('/impressum'),
    'not-found': open('/gibt-es-nicht'),
    'widget-closed': async ({ page, host }) => {
      await page.goto(host);
      await page.getByRole('button', { name: 'Fragen an die Stadt' }).waitFor();
    },
    'widget-open': async ({ page, host }) => {
      await page.goto(host);
      await page.getByRole('button', { name: 'Fragen an die Stadt' }).click();
      await page.getByText('Zum Beispiel').waitFor();
    },
    'widget-answered': async ({ page, host }) => {
      await page.goto(host);
      await page.getByRole('button', { name: 'Fragen an die Stadt' }).click();
      await page.getByLabel('Ihre Frage').fill(ANSWERED);
      await page.keyboard.press('Enter');
      await page.getByText('Mit Quellen kopieren').waitFor();
    },
  };
}
