import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import { hydrated } from './portal.ts';

const LIST = '/reference/cardea/v2/list-credential-offers';

/** What the sandbox cannot answer comes from a server beside it, at the gateway's address as far as the page can tell. Returns what ends it. */
export async function answerWith(page: Page, listener: RequestListener): Promise<() => void> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await page.route('**/gateway/**', (route) => {
    const { pathname, search } = new URL(route.request().url());
    return route.continue({ url: address + pathname + search });
  });
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

/** The console of an operation that needs nothing filled in, open. */
export async function openConsole(page: Page, address = LIST): Promise<Locator> {
  await page.goto(address);
  await hydrated(page);
  const console = page.getByRole('region', { name: 'Try it' });
  await console.getByRole('button', { name: 'Try it' }).click();
  return console;
}

export async function send(page: Page): Promise<Locator> {
  const console = await openConsole(page);
  await console.getByRole('button', { name: 'Send', exact: true }).click();
  return console;
}
