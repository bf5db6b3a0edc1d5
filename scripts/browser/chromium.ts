// A Chromium for browser tests and screenshots, from npm alone: @sparticuz/chromium where its binary runs (Linux, x64), elsewhere an
// installed Chrome. Its own argument list is not used: it switches off web security, which is what we test.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromiumPackage, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The background flags keep Chromium from calling home, which closed networks refuse many times a second. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-zygote',
  '--font-render-hinting=none',
];

/** Path of a browser, or null when this machine has none that runs; the caller skips loudly. */
export async function browserPath(): Promise<string | null> {
  const given = process.env.CHROME_PATH;
  if (given) return given;
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked();
  return INSTALLED.find((path) => existsSync(path)) ?? null;
}

export async function launch(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: ARGUMENTS, headless: true });
}

/** The package leaves its libraries packed outside of Amazon's machines; bare ones (CI images) need them as well. */
async function unpacked(): Promise<string> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  await inflate(join(bin, 'al2023.tar.br'));
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
  return chromiumPackage.executablePath();
}
