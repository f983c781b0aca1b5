import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What light and dark can have different; all else is the same page. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * Colours pass into each other for a moment: two frames until that has begun, then until it is over. What the browser does not draw, because
 * it is out of sight (`content-visibility`), stands still in the midst of it: that is waited for no longer than a transition takes.
 */
const coloursStand = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() =>
  Promise.race([
    Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished)),
    new Promise((resolve) => setTimeout(resolve, 2000)),
  ]))`;

/** What keeps somebody out of a page, or of the part that a selector names, in light and in dark: a line for each rule of axe. */
export async function barriers(page: Page, part?: string): Promise<string[]> {
  const axe = () =>
    part === undefined ? new AxeBuilder({ page }) : new AxeBuilder({ page }).include(part).exclude('iframe');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('html[data-theme="light"]').waitFor();
  const light = await axe().analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-theme="dark"]').waitFor();
  await page.evaluate(coloursStand);
  const dark = await axe().withRules(ofColours).analyze();
  return [...light.violations, ...dark.violations].map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
