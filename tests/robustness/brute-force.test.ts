import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeKey } from '../../service/features/keys/key-format.ts';
import { type ServiceProcess, startServiceProcess } from './service-process.ts';

/** So many keys that open nothing may come from one network in a minute. */
const limit = 60;

let folder: string;
let service: ServiceProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-guess-'));
  service = await startServiceProcess(folder, undefined);
});
afterAll(async () => {
  await service.kill('SIGTERM');
  await rm(folder, { recursive: true });
});

const guessed = () => makeKey('sandbox', randomBytes);
const gateway = '/gateway/cardea/v2/credentials';
const api = '/api/v1/exchanges';

async function send(path: string, key: string, address: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'x-forwarded-for': address };
  const answer = await fetch(service.origin + path, { headers });
  await answer.arrayBuffer();
  if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  return answer.status;
}

/** Guesses, each from the next of the addresses; gives after how many it was refused for the first time. */
async function guessesUntilStopped(path: string, addresses: readonly string[], key = guessed): Promise<number> {
  const from = performance.now();
  for (let count = 0; count < 2 * limit; count += 1) {
    const status = await send(path, key(), addresses[count % addresses.length] ?? '');
    // Tokens come back while it is guessed: one a second.
    if (status === 429) return count - Math.floor((performance.now() - from) / 1000);
    expect(status).toBe(401);
  }
  return Infinity;
}

async function guestKey(): Promise<string> {
  const headers = { 'x-forwarded-for': `203.0.113.${Math.floor(Math.random() * 250)}` };
  const answer = await fetch(`${service.origin}/api/v1/guest-keys`, { method: 'POST', headers });
  return ((await answer.json()) as { key: string }).key;
}

describe('whoever tries one key after another is stopped at the limit', () => {
  test.each<[string, string, readonly string[]]>([
    ['from one address', gateway, ['192.0.2.1']],
    ['at the portal’s own API', api, ['192.0.2.2']],
    [
      'from all addresses of an IPv6 /64',
      gateway,
      Array.from({ length: 120 }, (_, n) => `2001:db8:1:2:${n}::${n + 1}`),
    ],
    [
      'from one IPv6 network, spelt in every way',
      gateway,
      [
        '2001:db8:0:1::1',
        '2001:DB8:0:1::1',
        '2001:0db8:0000:0001::2',
        '2001:db8:0:1:ffff:ffff:ffff:ffff',
        '2001:db8::1:0:0:0:9',
      ],
    ],
    [
      'from one IPv4 address, spelt in every way',
      gateway,
      [
        '192.0.2.3',
        '::ffff:192.0.2.3',
        '::FFFF:192.0.2.3',
        '0:0:0:0:0:ffff:192.0.2.3',
        '::ffff:c000:203',
        '0:0:0:0:0:FFFF:C000:0203',
      ],
    ],
    ['from one link-local network, with zones', gateway, ['fe80::1%eth0', 'fe80::1%eth1', 'fe80::2']],
  ])('%s', async (_, path, addresses) => {
    const allowed = await guessesUntilStopped(path, addresses);
    expect([limit - 1, limit, limit + 1]).toContain(allowed);
  });

  test('with keys of the wrong shape, too', async () => {
    const allowed = await guessesUntilStopped(
      gateway,
      ['192.0.2.4'],
      () => `ptl_test_${randomBytes(18).toString('hex')}`,
    );
    expect(allowed).toBeLessThanOrEqual(limit + 1);
  });

  test('at one door after the other, they are counted together', async () => {
    await guessesUntilStopped(gateway, ['192.0.2.5']);
    expect(await guessesUntilStopped(api, ['192.0.2.5'])).toBeLessThanOrEqual(2);
  });
});

test('whoever has a good key is let in meanwhile, from the same address and from others', async () => {
  const key = await guestKey();
  await guessesUntilStopped(gateway, ['192.0.2.6']);
  expect(await send(gateway, key, '192.0.2.6')).toBe(200);
  expect(await send(gateway, key, '192.0.2.7')).toBe(200);
  expect(await send(api, key, '192.0.2.6')).toBe(200);
  expect(await send(gateway, guessed(), '192.0.2.7')).toBe(401);
});
