import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Debian's Chromium; .ci/run installs it. */
const CHROMIUM = '/usr/bin/chromium';

/** Why the browser tests are skipped here, or nothing. */
export const whyNoBrowser = existsSync(CHROMIUM)
  ? undefined
  : `skipped: there is no ${CHROMIUM} here ("apt-get install chromium" brings it)`;

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}

/** A page loaded from a file, with everything it asked for and complained about. */
export interface Opened {
  readonly page: Page;
  /** Requests other than the one for the file itself. */
  readonly requests: string[];
  readonly complaints: string[];
}

export async function open(browser: Browser, file: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== `file://${file}`) requests.push(request.url());
  });
  page.on('console', (message) => {
    complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    complaints.push(error.message);
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`file://${file}`);
  return { page, requests, complaints };
}
