import AxeBuilder from '@axe-core/playwright';
import type { ConsoleMessage, Page } from '@playwright/test';

/** A page as wide as a phone. */
export const PHONE = { width: 390, height: 844 };
/** So many folded parts are opened: each may fetch one. */
const FOLDS = 4;

/** Visits a page as a reader would, and says what is wrong with it, a sentence each. */
export async function visit(page: Page, address: string): Promise<string[]> {
  const wrong: string[] = [];
  const stop = listen(page, wrong);
  await page.goto(address);
  await page.locator('html[data-has-hydrated="true"]').waitFor();
  await openFolds(page);
  const wider = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  if (wider > 0) wrong.push(`is ${wider} px wider than the screen`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, nodes } of violations)
    wrong.push(
      `axe ${id} (${nodes.length}): ${nodes
        .map(({ html }) => html.slice(0, 200))
        .slice(0, 2)
        .join(' | ')}`,
    );
  stop();
  return wrong.map((one) => `${address}: ${one}`);
}

/**
 * Hears errors on the console until it is called again: among them React's of a page that it could not take over as it is, and what
 * the browser refused by the content security policy.
 */
export function listen(page: Page, wrong: string[]): () => void {
  const said = (message: ConsoleMessage) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text().slice(0, 300)}`);
  };
  const thrown = (error: Error) => wrong.push(`thrown: ${String(error)}`);
  page.on('console', said);
  page.on('pageerror', thrown);
  return () => {
    page.off('console', said);
    page.off('pageerror', thrown);
  };
}

/** Opens the first folds that are shut, one after the other: what one brings may hold others. */
async function openFolds(page: Page): Promise<void> {
  for (let opened = 0; opened < FOLDS; opened++) {
    const fold = page.locator('main details:not([open]) > summary:visible').first();
    if ((await fold.count()) === 0) return;
    await fold.click();
    await page.locator('main details[data-state="loading"]').waitFor({ state: 'detached' });
  }
}
