import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { openPage, type SLOW } from './open-chromium.ts';
import { countWireBytes } from './wire-bytes.ts';

/** An operation's page, wherever it is: its address, its heading, and the name of one of its parameters. */
export interface Target {
  readonly address: string;
  readonly title: string;
  readonly word: string;
}

/** What loading a page with an empty cache costs; times in ms from the beginning of the navigation, sizes in bytes. */
export interface PageLoad {
  /** The heading and the parameter's name can be read. */
  readonly readable: number;
  /** The framework has taken over the heading, the largest paint is done, and so is the last task over 50 ms. */
  readonly ready: number;
  /** What tasks took over 50 ms each. */
  readonly blocking: number;
  readonly scriptBytes: number;
  readonly allBytes: number;
  readonly nodes: number;
  /** JavaScript's heap after a collection. */
  readonly heapBytes: number;
}

interface Seen {
  readonly longTasks: readonly { startTime: number; duration: number }[];
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly readable: number;
  readonly taken: number;
}

const WATCH = path.join(import.meta.dirname, 'watch-page.js');
const LONGEST_MILLISECONDS = 120_000;
const LONG_TASK_MILLISECONDS = 50;
const ASK_MILLISECONDS = 50;

/** Loads a page until its heading is taken over and the net is quiet. Throws when that does not happen within two minutes. */
export async function loadPage(browser: Browser, target: Target, slow?: typeof SLOW): Promise<PageLoad> {
  const { page, devtools, close } = await openPage(browser, slow);
  try {
    const wire = countWireBytes(devtools);
    await page.addInitScript(`globalThis.portolanProbe = ${JSON.stringify(target)}`);
    await page.addInitScript({ path: WATCH });
    await page.goto(target.address, { timeout: LONGEST_MILLISECONDS });
    await untilSeen(page);
    await page.waitForLoadState('networkidle', { timeout: LONGEST_MILLISECONDS });
    const seen = await page.evaluate<Seen>('portolanSeen');
    const nodes = await page.evaluate<number>('document.querySelectorAll("*").length');
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    const ends = seen.longTasks.map(({ startTime, duration }) => startTime + duration);
    return {
      readable: Math.max(seen.readable, seen.firstPaint),
      ready: Math.max(seen.taken, seen.largestPaint, ...ends),
      blocking: seen.longTasks.reduce((sum, { duration }) => sum + duration - LONG_TASK_MILLISECONDS, 0),
      scriptBytes: wire.of('Script'),
      allBytes: wire.all(),
      nodes,
      heapBytes: usedSize,
    };
  } finally {
    await close();
  }
}

/** Asks by the devtools: what asks within the page (`waitForFunction`) is stopped by its content security policy. */
async function untilSeen(page: Page): Promise<void> {
  const end = Date.now() + LONGEST_MILLISECONDS;
  while (!(await page.evaluate<boolean>('portolanSeen.readable > 0 && portolanSeen.taken > 0'))) {
    if (Date.now() > end) throw new Error(`The page was not taken over within ${LONGEST_MILLISECONDS / 1000} s.`);
    await setTimeout(ASK_MILLISECONDS);
  }
}
