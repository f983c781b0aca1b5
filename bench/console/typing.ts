import type { CDPSession, Page } from '@playwright/test';
import type { OperationPage, ServedPage } from '../../contract/reference-page.ts';
import { openChromium, openPage } from '../reference/browser/open-chromium.ts';
import { summarise, type Row } from '../row.ts';

const GUIDE = '/docs/pagination';
const LINES = 2_000;
const FIELDS = 200;
const KEYS = 60;
/** A hand at 100 words a minute. */
const PAUSE = 120;

/** Typing in a body of 2,000 lines and in forms of 200 fields: what a key costs. */
export async function measureTyping(origin: string): Promise<readonly Row[]> {
  const browser = await openChromium();
  const { page, devtools } = await openPage(browser);
  try {
    await serveLargeOperation(page);
    await page.goto(origin + GUIDE, { waitUntil: 'networkidle' });
    const console = page.locator('section[aria-label^="Try it"]').first();
    await console.getByRole('button', { name: 'Try it' }).click();
    await console.locator('form').waitFor();
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const typeIn = typingOn(page, devtools);

    const parameters = await typeIn(() => console.getByLabel('parameter_100', { exact: true }).click());

    await console.getByRole('button', { name: 'Form', exact: true }).click();
    const fields = await typeIn(() => console.getByLabel('field_100', { exact: true }).click());

    await console.getByRole('button', { name: 'Text', exact: true }).click();
    await console.getByRole('combobox', { name: 'Example' }).selectOption('long');
    await console.getByRole('textbox', { name: 'Body' }).focus();
    await console.locator('.cm-content').waitFor();
    const text = await typeIn(async () => {
      await console.locator('.cm-content').click();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('End');
    });
    const row = (what: string, costs: readonly number[]) =>
      summarise(what, 'ms', [percentile(costs, 95)], { atMost: 16 });
    return [
      row(`a key in one of ${FIELDS} parameters, 95th percentile of ${KEYS}`, parameters),
      row(`a key in one of ${FIELDS} fields of a JSON body`, fields),
      row(`a key in a JSON body of ${LINES} lines`, text),
    ];
  } finally {
    await browser.close();
  }
}

type Typing = (focus: () => Promise<void>) => Promise<readonly number[]>;

/** The processor's time on the page's main thread for each key, with all that it sets off before the next: what else the machine does is not in it. */
function typingOn(page: Page, devtools: CDPSession): Typing {
  const spent = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  return async (focus) => {
    await focus();
    await page.keyboard.type('warm', { delay: PAUSE });
    const costs: number[] = [];
    for (const key of '0123456789'.repeat(KEYS / 10)) {
      const before = await spent();
      await page.keyboard.type(key, { delay: PAUSE });
      costs.push((await spent()) - before);
    }
    return costs;
  };
}

/** An operation of the guide with 200 parameters and a body of 200 members. */
async function serveLargeOperation(page: Page): Promise<void> {
  await page.route('**/reference/cardea/v2/list-credential-offers.json', async (route) => {
    const served = (await (await route.fetch()).json()) as ServedPage<OperationPage>;
    const numbers = Array.from({ length: FIELDS }, (_, at) => at);
    const json = JSON.stringify(Object.fromEntries(numbers.map((at) => [`field_${at}`, `value ${at}`])), null, 2);
    const large: OperationPage = {
      ...served.page,
      method: 'post',
      parameters: numbers.map((at) => ({
        name: `parameter_${at}`,
        in: 'query',
        required: true,
        deprecated: false,
        descriptionHtml: '',
        schema: { type: 'string', constraints: ['at most 100 characters'] },
        style: 'form',
        explode: true,
        allowReserved: false,
        example: `value ${at}`,
      })),
      body: {
        required: true,
        descriptionHtml: '',
        content: [
          {
            type: 'application/json',
            schema: {
              type: 'object',
              properties: numbers.map((at) => ({ name: `field_${at}`, required: true, schema: { type: 'string' } })),
            },
            examples: [
              { name: 'default', text: json },
              { name: 'long', text: longBody() },
            ],
          },
        ],
      },
    };
    await route.fulfill({ json: { ...served, page: large } });
  });
}

function longBody(): string {
  const members = Array.from({ length: LINES - 3 }, (_, at) => `  "member_${at}": "value ${at}"`);
  return `{\n  "first": "",\n${members.join(',\n')}\n}`;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((share / 100) * sorted.length) - 1] ?? NaN;
}
