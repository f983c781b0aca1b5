import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';

export interface OpenPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  close(this: void): Promise<void>;
}

/** What a slow phone on a slow line has: 1 Mbit/s, 40 ms there and back, a processor four times slower. */
export const SLOW = { bitsPerSecond: 1_000_000, latencyMilliseconds: 40, processor: 4 } as const;

/** The browser of the end-to-end tests: `CHROMIUM_PATH`, else Playwright's own. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** A page with an empty cache, in a context of its own. */
export async function openPage(browser: Browser, slow?: typeof SLOW): Promise<OpenPage> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  if (slow) {
    const bytesPerSecond = slow.bitsPerSecond / 8;
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.processor });
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slow.latencyMilliseconds,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  return { page, devtools, close: () => context.close() };
}
