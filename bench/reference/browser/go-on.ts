import type { Browser } from '@playwright/test';
import { openPage } from './open-chromium.ts';
import { countWireBytes } from './wire-bytes.ts';

/** Notes when the heading changes, from the click on, in the page's own time. */
const WATCH_HEADING = `(() => {
  const before = document.querySelector('h1').textContent;
  globalThis.portolanGone = new Promise((resolve) => {
    addEventListener('click', ({ timeStamp }) => {
      const look = () => document.querySelector('h1')?.textContent === before
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => resolve(performance.now() - timeStamp));
      look();
    }, { capture: true, once: true });
  });
})()`;

/**
 * From one operation to the next by the link at the page's end: ms from the click to the first frame after the new heading, and
 * the bytes that came for it, those fetched when the pointer came near included.
 */
export async function goOn(browser: Browser, address: string): Promise<{ milliseconds: number; bytes: number }> {
  const { page, devtools, close } = await openPage(browser);
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate('globalThis.portolanStayed = true');
    const next = page.locator('[data-word="Next"]');
    await next.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    await page.evaluate(WATCH_HEADING);
    const wire = countWireBytes(devtools);
    await next.click();
    const milliseconds = await page.evaluate<number>('portolanGone');
    await page.waitForLoadState('networkidle');
    if (!(await page.evaluate('globalThis.portolanStayed')))
      throw new Error(`${address}: the next page was loaded anew.`);
    return { milliseconds, bytes: wire.all() };
  } finally {
    await close();
  }
}
