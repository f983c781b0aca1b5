import type { Browser } from '@playwright/test';
import { openPage, type SLOW } from './open-chromium.ts';

const AGAIN_MILLISECONDS = 100;

/**
 * Ms from the beginning of the navigation until the console stands there for somebody who presses its button as soon as they see
 * it, and again until it answers.
 */
export async function openConsole(browser: Browser, address: string, slow?: typeof SLOW): Promise<number> {
  const { page, close } = await openPage(browser, slow);
  try {
    void page.goto(address).catch(() => null);
    const send = page.getByRole('button', { name: 'Send', exact: true });
    const button = page.getByRole('button', { name: 'Try it', exact: true });
    await button.waitFor();
    for (;;) {
      await button.click({ timeout: AGAIN_MILLISECONDS }).catch(() => null);
      const isThere = await send.waitFor({ timeout: AGAIN_MILLISECONDS }).then(
        () => true,
        () => false,
      );
      if (isThere) return await page.evaluate<number>('performance.now()');
    }
  } finally {
    await close();
  }
}
