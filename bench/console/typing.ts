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
    return [
      ...rowsOf(`a key in one of ${FIELDS} parameters, 95th percentile of ${KEYS}`, parameters),
      ...rowsOf(`a key in one of ${FIELDS} fields of a JSON body`, fields),
      ...rowsOf(`a key in a JSON body of ${LINES} lines`, text),
    ];
  } finally {
    await browser.close();
  }
}

interface Cost {
  /** Milliseconds of the page's own: script, style and layout. */
  readonly own: number;
  /** With painting, and what the browser does for a key that a program presses. */
  readonly whole: number;
}

type Typing = (focus: () => Promise<void>) => Promise<readonly Cost[]>;

const OWN = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];

/** The processor's time on the page's main thread for each key, with all that it sets off before the next: what else the machine does is not in it. */
function typingOn(page: Page, devtools: CDPSession): Typing {
  const spent = async (): Promise<Cost> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const sum = (names: readonly string[]): number =>
      1_000 * metrics.filter(({ name }) => names.includes(name)).reduce((total, { value }) => total + value, 0);
    return { own: sum(OWN), whole: sum(['TaskDuration']) };
  };
  return async (focus) => {
    await focus();
    await page.keyboard.type('warm', { delay: PAUSE });
    const costs: Cost[] = [];
    for (const key of '0123456789'.repeat(KEYS / 10)) {
      const before = await spent();
      await page.keyboard.type(key, { delay: PAUSE });
      const after = await spent();
      costs.push({ own: after.own - before.own, whole: after.whole - before.whole });
    }
    return costs;
  };
}

function rowsOf(what: string, costs: readonly Cost[]): readonly Row[] {
  const at95 = (part: keyof Cost) =>
    percentile(
      costs.map((cost) => cost[part]),
      95,
    );
  return [
    summarise(what, 'ms', [at95('own')], { atMost: 16 }),
    summarise('the same with painting and the browser’s own', 'ms', [at95('whole')]),
  ];
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
