import { openChromium, openPage } from '../reference/browser/open-chromium.ts';
import { summarise, type Row } from '../row.ts';

const PAGE = '/reference/cardea/v2/list-credential-offers';

/** Interactions with their longest event each, as web-vitals counts them for INP (Event Timing §3.2). */
const WATCH_INTERACTIONS = `globalThis.portolanInteractions = new Map(); new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) {
    if (interactionId) portolanInteractions.set(interactionId, Math.max(portolanInteractions.get(interactionId) ?? 0, duration));
  }
}).observe({ type: 'event', durationThreshold: 16, buffered: true })`;
const DURATIONS = '[...portolanInteractions.values()].sort((a, b) => b - a)';
/** The browser rounds to 8 ms, and does not list what took less than 16. */
const UNLISTED = 8;

/** One session with the console by hand: what its code weighs, and how soon the page answers each press. */
export async function measureSession(origin: string, runs: number): Promise<readonly Row[]> {
  const weights: number[] = [];
  const paints: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { weight, paint } = await oneSession(origin);
    weights.push(weight);
    paints.push(paint);
  }
  return [
    summarise('its code over the wire, without the editor and before an answer', 'KB', weights, { atMost: 120 }),
    summarise('INP of a session: fill in, send, walk the tree, search, change views', 'ms', paints, { atMost: 100 }),
  ];
}

async function oneSession(origin: string): Promise<{ readonly weight: number; readonly paint: number }> {
  const browser = await openChromium();
  try {
    const { page, devtools } = await openPage(browser);
    let bytes = 0;
    const scripts = new Set<string>();
    devtools.on(
      'Network.responseReceived',
      ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)),
    );
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(origin + PAGE, { waitUntil: 'networkidle' });
    const before = bytes;
    await page.evaluate(WATCH_INTERACTIONS);
    const console = page.getByRole('region', { name: 'Try it' });
    await console.getByRole('button', { name: 'Try it' }).click();
    await console.locator('form').waitFor();
    const weight = (bytes - before) / 1000;
    await console.getByRole('combobox', { name: 'Add a parameter' }).fill('limit');
    await page.keyboard.press('Enter');
    await console.getByLabel('limit', { exact: true }).pressSequentially('50');
    await page.keyboard.press('Control+Enter');
    await console.getByRole('tree').click();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'End', 'Home', '*'])
      await page.keyboard.press(key);
    await console.getByRole('searchbox', { name: 'Search in the answer' }).pressSequentially('offer');
    await page.keyboard.press('Enter');
    for (const name of ['Raw', 'Wrap long lines', 'Tree', 'Send again'])
      await console.getByRole('button', { name, exact: true }).click();
    await console.getByText(/\d+ headers/).click();
    await page.waitForLoadState('networkidle');
    const durations = await page.evaluate<number[]>(DURATIONS);
    // Of fewer than 50 interactions the longest counts.
    return { weight, paint: durations[0] ?? UNLISTED };
  } finally {
    await browser.close();
  }
}
