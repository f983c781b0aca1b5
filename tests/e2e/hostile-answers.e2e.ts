import type { ServerResponse } from 'node:http';
import type { Page } from '@playwright/test';
import { HOSTILE } from './hostile-fields.ts';
import { answerWith, openConsole, send } from './answering.ts';
import { expect, test } from './portal.ts';

const body = (console: Awaited<ReturnType<typeof send>>) => console.getByRole('region', { name: 'The answer as text' });

/** Whether anything of an answer ran, or became an element. */
const INTRUDERS = `[globalThis.pwned, ...[...document.querySelectorAll('#pwned, [onerror], [onload]')].map(({ outerHTML }) => outerHTML)].filter(Boolean)`;

async function expectUntouched(page: Page): Promise<void> {
  expect(await page.evaluate<unknown[]>(INTRUDERS)).toEqual([]);
}

for (const [name, text, said] of [
  ['garbage', '{"data": [1, 2,, oops', /Not JSON from line 1, column 16 on/],
  ['nothing but brackets', '['.repeat(200_000), /ends too early|less nesting/],
  ['a bare word', 'Internal Server Error', /Internal Server Error/],
] as const) {
  test(`JSON that is ${name} is shown as far as it can be read`, async ({ page }) => {
    const close = await answerWith(page, (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(text);
    });
    const console = await send(page);
    await expect(console).toContainText('200 OK');
    await expect(console).toContainText(said);
    await expect(console.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
    close();
  });
}

test('an endless stream stays within bounds, and is stopped', async ({ page }) => {
  const close = await answerWith(page, (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const event = `data: ${'x'.repeat(1_000)}\n\n`.repeat(200);
    const more = (): void => {
      while (!response.destroyed && response.write(event));
    };
    response.on('drain', more);
    more();
  });
  const console = await send(page);
  await expect(console).toContainText(/The oldest [\d,]+ are no longer kept/);
  await expect(console.getByRole('list', { name: /^Events/ }).getByRole('listitem')).toHaveCount(200);
  await console.getByRole('button', { name: 'Cancel' }).click();
  await expect(console).toContainText('You stopped the answer');
  const heap = await page.evaluate<number>('performance.memory.usedJSHeapSize');
  expect(heap).toBeLessThan(400e6);
  close();
});

test('an endless body is not read beyond 50 MB, and what came is kept', async ({ page }) => {
  const close = await answerWith(page, (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const megabyte = Buffer.from('0123456789abcde\n'.repeat(65_536));
    const more = (): void => {
      while (!response.destroyed && response.write(megabyte));
    };
    response.on('drain', more);
    more();
  });
  const console = await send(page);
  await expect(console).toContainText('The answer is larger than 50 MB', { timeout: 40_000 });
  await expect(body(console)).toContainText('0123456789abcde');
  close();
});

test('bytes that are no text are told, and kept as they came', async ({ page }) => {
  const close = await answerWith(page, (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]));
  });
  const console = await send(page);
  await expect(console).toContainText('Some of the bytes are not UTF-8 text');
  await expect(console.getByRole('tree')).toContainText('�');
  const download = page.waitForEvent('download');
  await console.getByRole('button', { name: 'Download the answer' }).click();
  expect((await download).suggestedFilename()).toBe('list-credential-offers.json');
  close();
});

test('another media type than the contract promises is laid at the contract’s door', async ({ page }) => {
  const close = await answerWith(page, (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Please log in</h1>');
  });
  const console = await send(page);
  await expect(console).toContainText(
    /The contract.*The answer is text\/html, and the contract promises application\/json/,
  );
  await expect(body(console)).toContainText('<h1>Please log in</h1>');
  close();
});

test('redirects are not followed, however many there are', async ({ page }) => {
  let asked = 0;
  const close = await answerWith(page, (request, response) => {
    asked += 1;
    response.writeHead(302, { location: request.url ?? '/' }).end();
  });
  const console = await send(page);
  await expect(console).toContainText('The answer is a redirect');
  expect(asked).toBe(1);
  close();
});

test('a gateway that dies mid-answer is told from a network that fails', async ({ page, complaints }) => {
  const answers: ServerResponse[] = [];
  const close = await answerWith(page, (_, response) => {
    answers.push(response);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":[{"id":"off_half"');
  });
  const console = await send(page);
  await expect(console).toContainText('off_half');
  await page.route('**/healthz', (route) => route.abort('connectionrefused'));
  for (const answer of answers) answer.destroy();
  await expect(console).toContainText(/The gateway.*The answer broke off/);
  await expect(console).toContainText('The gateway does not answer any more');
  await expect(console.getByRole('tree')).toContainText('"off_half"');
  complaints.length = 0; // the browser itself reports the broken connections
  close();
});

test('an answer that never begins is given up after as long as was chosen', async ({ page }) => {
  const close = await answerWith(page, () => undefined);
  const console = await openConsole(page);
  await console.getByRole('combobox', { name: 'Give up after' }).selectOption('5 s');
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(console).toContainText(/Waiting for the answer, \d s so far/);
  await expect(console).toContainText('Nothing came for 5 s, as long as you let it wait.');
  close();
});

test('a key that has ended in the meantime is told, and what was typed is kept', async ({ page, complaints }) => {
  const close = await answerWith(page, (_, response) => {
    response.writeHead(401, { 'content-type': 'application/problem+json' });
    response.end(
      JSON.stringify({ type: '/docs/errors/key-expired', title: 'The key has ended', detail: 'It ended at 9:31.' }),
    );
  });
  const console = await openConsole(page);
  await console.getByRole('combobox', { name: 'Add a parameter' }).fill('limit');
  await page.keyboard.press('Enter');
  await console.getByLabel('limit', { exact: true }).fill('3');
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(console).toContainText('It ended at 9:31. Take another above, and send again: what you typed is kept.');
  await expect(console.getByRole('link', { name: 'What this means and how to mend it' })).toHaveAttribute(
    'href',
    '/docs/errors/key-expired',
  );
  await expect(console.getByLabel('limit', { exact: true })).toHaveValue('3');
  complaints.length = 0; // the browser itself reports a 401
  close();
});

for (const [name, script] of [
  [
    'forbidden',
    `Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });`,
  ],
  ['full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`],
] as const) {
  test(`storage that is ${name} does not keep anybody from sending`, async ({ page }) => {
    await page.addInitScript(script);
    const console = await openConsole(page);
    const wait = console.getByRole('combobox', { name: 'Give up after' });
    await wait.selectOption('15 s');
    await console.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(console).toContainText('200 OK');
    await expect(wait).toHaveValue('15');
  });
}

test.describe('what looks like a script is text', () => {
  for (const [name, type, text, views] of HOSTILE.bodies) {
    test(`in ${name}`, async ({ page, complaints }) => {
      const close = await answerWith(page, (_, response) => {
        for (const [header, value] of HOSTILE.headers) response.setHeader(header, value);
        response.writeHead(200, 'OK<img id=pwned onerror=pwned=1 src=x>', { 'content-type': type });
        response.end(text);
      });
      const console = await send(page);
      await expect(console).toContainText('200 OK');
      await expect(console.getByText(/\d+ headers/)).toBeVisible();
      await console.getByText(/\d+ headers/).click();
      await expect(console).toContainText('x-hostile');
      for (const view of views) {
        await console.getByRole('button', { name: view, exact: true }).click();
        await expectUntouched(page);
      }
      await expectUntouched(page);
      // In the preview's frame scripts are kept from running, and the browser says so.
      const ran = complaints.filter((one) => !/sandboxed|Content Security Policy|ERR_|script/i.test(one));
      expect(ran).toEqual([]);
      complaints.length = 0;
      close();
    });
  }

  test('in a problem, also where it names fields and a page', async ({ page, complaints }) => {
    const { evil } = HOSTILE;
    const problem = {
      type: `javascript:pwned=1//docs/errors/x`,
      title: evil,
      detail: evil,
      instance: evil,
      errors: [{ in: 'query', at: evil, message: evil }],
    };
    const close = await answerWith(page, (_, response) => {
      response.writeHead(400, { 'content-type': 'application/problem+json', 'request-id': evil });
      response.end(JSON.stringify(problem));
    });
    const console = await send(page);
    await expect(console).toContainText(evil);
    await expectUntouched(page);
    await expect(console.locator('a[href^="javascript"]')).toHaveCount(0);
    complaints.length = 0; // the browser itself reports a 400
    close();
  });
});
