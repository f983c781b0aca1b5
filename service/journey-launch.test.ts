import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { playLaunch, startReceiver } from '../tests/support/launch-partner.ts';
import { type RunningApp, startApp } from './app.fixture.ts';
import { type Browser, browser, signInByMail } from './signed-in.fixture.ts';

/** A partner goes through all of "Issuer launch": what traffic proves with real requests, what people do with their sessions. */
let running: RunningApp;
let origin: string;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let owner: Browser;
let staff: Browser;

beforeAll(async () => {
  running = await startApp({
    settings: { trustProxy: false },
    portal: {
      webhooks: { allowPrivateAddresses: true, ports: [443], retrySeconds: [1] },
      accounts: { signUp: 'open', staff: ['staff@portal.example'], providers: [] },
    },
  });
  await running.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(running.app.server.address() as AddressInfo).port}`;
  receiver = await startReceiver();
  [owner, staff] = [browser(running.app), browser(running.app)];
  await signInByMail(running.app, owner, 'ada@halden.example');
  await signInByMail(running.app, staff, 'staff@portal.example');
});
afterAll(async () => {
  receiver.close();
  await running.close();
});

interface Progress {
  readonly complete: boolean;
  readonly steps: readonly { readonly id: string; readonly state: string }[];
}

/** The progress as the page hears it. */
async function follow(cookie: string) {
  const abort = new AbortController();
  const answer = await fetch(`${origin}/api/v1/journeys/issuer-launch/progress/events`, {
    headers: { cookie },
    signal: abort.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const isProven = (step: string) => new RegExp(`"id":"${step}","title":"[^"]*","state":"proven"`).test(text);
  return {
    async ticked(step: string): Promise<void> {
      const from = performance.now();
      while (!isProven(step)) {
        const read = await reader?.read();
        if (read === undefined || read.done) throw new Error(`The stream ended before ${step} was proven.`);
        text += read.value;
      }
      // What a step waits for itself is no delay: whether a duplicate was acted on is known after five seconds.
      if (step !== 'webhook-duplicate') expect(performance.now() - from, step).toBeLessThan(2000);
    },
    end: () => abort.abort(),
  };
}

const left = ({ steps }: Progress) => steps.flatMap(({ id, state }) => (state === 'proven' ? [] : [`${id} ${state}`]));

test('each step ticks within two seconds of what proves it, to the launch', { timeout: 60_000 }, async () => {
  const made = await owner.call('POST', '/api/v1/organizations', { name: 'Halden University' });
  const { id: organization } = made.json<{ id: string }>();
  const issued = await owner.call('POST', '/api/v1/keys', { label: 'CI', environment: 'sandbox' });
  const { key } = issued.json<{ key: string }>();
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const stream = await follow(cookie);
  await playLaunch({ origin, key, receiver: receiver.url, ticked: (step) => stream.ticked(step) });

  const journey = '/api/v1/journeys/issuer-launch';
  const now = async () => (await owner.call('GET', `${journey}/progress`)).json<Progress>();
  expect(left(await now())).toEqual(['security-questionnaire next', 'agreement waiting', 'launch waiting']);
  const answers = {
    ...{ contact: 'security@halden.example', 'key-storage': 'secret manager', rotation: true },
    ...{ retention: 'Names, for a year.', 'privacy-policy': 'https://halden.example/privacy' },
  };
  await owner.call('PUT', `${journey}/steps/security-questionnaire/form`, { answers });
  await stream.ticked('security-questionnaire');
  await owner.call('PUT', `${journey}/steps/agreement/agreement`, { version: '2026-11' });
  await stream.ticked('agreement');
  expect(left(await now())).toEqual(['launch next']);

  const live = { label: 'Live', environment: 'live' };
  expect((await owner.call('POST', '/api/v1/keys', live)).status).toBe(403);
  const review = `/api/v1/team/organizations/${organization}/journeys/issuer-launch/steps/launch/review`;
  expect((await staff.call('PUT', review, { decision: 'approved' })).status).toBe(200);
  await stream.ticked('launch');
  stream.end();
  expect(await now()).toMatchObject({ complete: true });
  expect((await owner.call('POST', '/api/v1/keys', live)).status).toBe(201);
});

test('another organization’s progress knows nothing of it', async () => {
  const answer = await fetch(`${origin}/api/v1/guest-keys`, { method: 'POST' });
  const { key } = (await answer.json()) as { key: string };
  const progress = await fetch(`${origin}/api/v1/journeys/issuer-launch/progress`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { steps } = (await progress.json()) as Progress;
  expect(steps.filter(({ state }) => state === 'proven').map(({ id }) => id)).toEqual(['access']);
});
