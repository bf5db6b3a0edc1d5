// What a browser test stands on: the real service with the seed document, a network that can be made bad, a browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';
import { launch } from '../../scripts/browser/chromium.ts';
import { type HostPage, startHostPage } from '../../scripts/browser/host-page.ts';
import { startTroubledNetwork, type TroubledNetwork } from '../../scripts/browser/troubled-network.ts';

/** Answered by question 2 of the seed document. */
export const ANSWERED =
  'Entsteht durch das Kommunale Integrationsmanagement Mehrarbeit im Amt für Integration und Vielfalt?';
/** Nothing like it is in the seed documents. */
export const NOTHING = 'Wie züchtet man Quastenflosser?';
/** Not answered by the seed documents; the nearest of them are offered. */
export const DECLINED = 'Was kostet ein Anwohnerparkausweis?';

/** A keyword: several pairs of the seed documents, none of them surely meant. */
export const CHOICE = 'Integration';

/** The first words that the answer quotes. */
export const QUOTE = 'Die Mehrarbeit wird überwiegend durch die dafür eingerichteten Stellen';

export interface Stage {
  browser: Browser;
  /** The service, directly. */
  service: string;
  /** The service behind the network. */
  network: TroubledNetwork;
  host: HostPage;
  /** What the browser complained about; a test that means to provoke it takes it out. */
  complaints: string[];
  /** A new page; what the browser complains about (scripts, policies) is collected and must be nothing at the end. */
  open(path: string, options?: Parameters<Browser['newPage']>[0]): Promise<Page>;
}

const path = inject('browserPath');

/** Like describe, with a stage that stands before the first test; skipped where no browser runs (service.setup.ts). */
export function describeInBrowser(name: string, tests: (stage: Stage) => void): void {
  describe.skipIf(path === null)(name, () => {
    const stage = {} as Stage;
    const complaints: string[] = [];
    const pages: Page[] = [];
    let stop: () => Promise<void>;

    beforeAll(async () => {
      const service = inject('serviceUrl');
      const network = await startTroubledNetwork(service);
      const host = await startHostPage(service, inject('hostPort'), '');
      const browser = await launch(path ?? '');
      Object.assign(stage, { browser, service, network, host, complaints });
      stop = async () => {
        await browser.close();
        await Promise.all([network.close(), host.close()]);
      };
      stage.open = async (address, options) => {
        const page = await browser.newPage(options);
        pages.push(page);
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('console', (message) => {
          if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
            complaints.push(message.text());
        });
        await page.goto(/^\w+:/.test(address) ? address : network.url + address);
        return page;
      };
    });
    afterEach(async () => {
      stage.network.trouble = {};
      await Promise.all(pages.splice(0).map((page) => page.close()));
      expect(complaints.splice(0)).toEqual([]);
    });
    afterAll(async () => stop?.());

    tests(stage);
  });
}

export async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel(/^(Ihre Frage|Your question)$/).fill(question);
  await page.keyboard.press('Enter');
}

export async function answered(page: Page): Promise<void> {
  await page.locator('.turn:last-child[aria-busy=false]').waitFor();
}

/** Asks, and holds the answer before anything of it comes. `network.release()` lets it come in small pieces. */
export async function askUnanswered({ network }: Stage, page: Page): Promise<void> {
  network.trouble = { holdAfter: '', pieceBytes: 60, pauseMs: 5 };
  await ask(page, ANSWERED);
  await page.locator('.progress').waitFor();
  await painted(page);
}

/** Asks, and holds the answer behind its first quotation, before the marker. `network.release()` lets the rest come. */
export async function askHalfway({ network }: Stage, page: Page): Promise<void> {
  network.trouble = { pieceBytes: 60, holdAfter: '"data-citation"' };
  await ask(page, ANSWERED);
  await page.locator('.turn:last-child .answer', { hasText: QUOTE }).waitFor();
  await painted(page);
}

/** Two frames later: what was asked of the next frame has happened and its scroll events have come. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations of WCAG 2.2 AA and of axe's best practices, as `rule: element` lines. Looks into shadow roots. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };
    };
    const { violations } = await axe.run({ rules: { 'target-size': { enabled: true } } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
  });
}
