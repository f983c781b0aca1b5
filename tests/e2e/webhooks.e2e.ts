import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { developmentConfig } from '../support/development-config.ts';
import { runPortal, type RunningPortal } from '../support/run-portal.ts';
import { barriers } from './barriers.ts';
import { expect, hydrated, test as base } from './portal.ts';

/** The sample portal on a developer's machine: webhooks may go to it. */
const test = base.extend<object, { portal: RunningPortal }>({
  portal: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'portolan-webhooks-'));
      const portal = await runPortal({ PORTAL_CONFIG: await developmentConfig(folder) });
      await use(portal);
      await portal.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

/** To the holder who accepts after five seconds. */
const offer = {
  credential_type_id: 'typ_01k8p3a1b2c3d4e5f6g7h8j9k0',
  holder: { name: 'Ada', email: 'accepts@holder.example' },
  claims: { kind: 'diploma', degree: 'MSc', field_of_study: 'Navigation', awarded_on: '2026-06-12' },
  delivery: { channel: 'email' },
};

const panel = (page: Page) => page.getByRole('region', { name: 'Webhooks' });

async function openPanel(page: Page) {
  await page.goto('/sandbox#webhooks');
  await hydrated(page);
  await panel(page).getByRole('heading', { name: 'Deliveries' }).waitFor();
  return panel(page);
}

test('an offer that is made from the console shows up in the inbox when its holder accepts, with a valid signature', async ({
  page,
  context,
}) => {
  const board = await openPanel(page);
  await expect(board).toContainText('Nothing was sent yet');
  const console = await context.newPage();
  await console.goto('/reference/cardea/v2/create-credential-offer');
  await hydrated(console);
  const form = console.getByRole('region', { name: 'Try it' });
  await form.getByRole('button', { name: 'Try it' }).click();
  await form.getByRole('textbox', { name: 'Body' }).fill(JSON.stringify(offer));
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(form).toContainText('201 Created');

  await page.bringToFront();
  const row = board.getByRole('button', { name: /^offer\.accepted.*Delivered.*Inbox/ });
  await expect(row).toBeVisible({ timeout: 20_000 });
  await row.press('Enter');
  await expect(board.getByRole('list', { name: 'What a receiver finds' })).toContainText('by the endpoint’s secret');
  await expect(board.getByRole('list', { name: 'What a receiver finds' }).locator('[data-passed="false"]')).toHaveCount(
    0,
  );
  await expect(board).toContainText('webhook-signature: v1,');
  await board.getByText('Check it yourself').click();
  await board.getByRole('tab', { name: 'Python' }).click();
  await expect(board).toContainText('from standardwebhooks import Webhook');
  expect(await barriers(page, 'main')).toEqual([]);
});

test('a receiver that fails twice gets it at the third attempt, and once more when it is asked for', async ({
  page,
}) => {
  const received: { headers: Record<string, string>; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() });
      response.writeHead(received.length < 3 ? 503 : 204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;

  const board = await openPanel(page);
  await board.getByLabel('Your address').fill(url);
  await board.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(board.getByRole('button', { name: 'Remove' })).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await board.getByRole('button', { name: 'Copy your address’s secret' }).click();
  const secret = String(await page.evaluate('navigator.clipboard.readText()'));
  await board.getByLabel('Event type').selectOption('offer.declined');
  await board.getByRole('button', { name: 'Send', exact: true }).click();

  const row = board.getByRole('button', { name: /^offer\.declined.*Delivered at attempt 3.*127\.0\.0\.1/ });
  await expect(row).toBeVisible({ timeout: 20_000 });
  expect(received).toHaveLength(3);
  for (const { headers, body } of received) {
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'offer.declined' });
  }
  await row.click();
  await expect(board).toContainText('3 attempts');
  await expect(board).toContainText('503 Service Unavailable');
  await board.getByRole('button', { name: 'Send again' }).click();
  await expect(board.getByRole('button', { name: /^offer\.declined\s*sent again.*Delivered/ })).toBeVisible();
  expect(received).toHaveLength(4);
  expect(received[3]?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id']);
  server.close();
});

test('on a phone all of it is there, and nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const board = await openPanel(page);
  await board.getByRole('button', { name: 'Send', exact: true }).click();
  const row = board.getByRole('button', { name: /Delivered/ }).first();
  await row.click();
  await expect(board.getByRole('list', { name: 'What a receiver finds' })).toBeVisible();
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(390);
});
