import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkUrl, isPublicAddress, publicAgent, type ResolveHost } from './index.ts';
import { privateSpellings } from './private-spellings.fixture.ts';

/** Whoever reaches it has got past the filter. */
let canary: Server;
let visits = 0;
let port = 0;

beforeAll(async () => {
  canary = createServer((socket) => {
    visits += 1;
    socket.on('error', () => undefined).end('HTTP/1.1 204 No Content\r\n\r\n');
  }).listen(0, '::');
  await once(canary, 'listening');
  port = (canary.address() as AddressInfo).port;
});

afterAll(() => canary.close());

const policy = () => ({ allowPrivateAddresses: false, ports: [443, port] });

async function send(url: string, options: { resolve?: ResolveHost; allowPrivateAddresses?: boolean } = {}) {
  const agent = publicAgent({ policy: { ...policy(), ...options }, connectTimeoutMs: 2000, resolve: options.resolve });
  try {
    return String((await request(url, { dispatcher: agent, method: 'POST' })).statusCode);
  } catch (error) {
    return error instanceof Error ? error.name : 'Error';
  } finally {
    await agent.destroy();
  }
}

describe('an address of the inside', () => {
  test('is refused in more than 150 spellings when it is saved, and when it is sent to', async () => {
    const before = visits;
    const spellings = privateSpellings(port);
    expect(new Set(spellings).size).toBeGreaterThanOrEqual(150);
    const saved = spellings.filter((url) => checkUrl(url, policy()).kind === 'allowed');
    expect(saved).toEqual([]);
    const reached: string[] = [];
    for (const url of spellings) {
      const outcome = await send(url, { resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
      if (!['RefusedAddress', 'InvalidArgumentError', 'TypeError'].includes(outcome))
        reached.push(`${url}: ${outcome}`);
    }
    expect(reached).toEqual([]);
    expect(visits).toBe(before);
  });

  test('would be reached, if the filter were off', async () => {
    const before = visits;
    expect(await send(`http://127.0.0.1:${port}/`, { allowPrivateAddresses: true })).toBe('204');
    expect(await send(`http://localhost:${port}/`, { allowPrivateAddresses: true })).toBe('204');
    expect(visits).toBe(before + 2);
  });

  test.each([
    ['127.0.0.1'],
    ['::1'],
    ['10.1.2.3'],
    ['::ffff:127.0.0.1'],
    ['169.254.169.254'],
    ['168.63.129.16'],
    ['64:ff9b::7f00:1'],
    ['fd00:ec2::254'],
  ])('is refused behind a public name: %s', async (address) => {
    const before = visits;
    const family = address.includes(':') ? 6 : 4;
    const url = `https://hooks.example.com:${port}/`;
    expect(checkUrl(url, policy()).kind).toBe('allowed');
    expect(await send(url, { resolve: async () => [{ address, family }] })).toBe('RefusedAddress');
    const among = [
      { address: '93.184.215.14', family: 4 },
      { address, family },
    ];
    expect(await send(url, { resolve: async () => among })).toBe('RefusedAddress');
    expect(visits).toBe(before);
  });

  test('is refused behind a name that was public when it was saved (DNS rebinding)', async () => {
    const before = visits;
    const answers = ['93.184.215.14', '127.0.0.1', '127.0.0.1'];
    const asked: string[] = [];
    const resolve: ResolveHost = async (hostname) => {
      asked.push(hostname);
      return [{ address: answers[asked.length - 1] ?? '127.0.0.1', family: 4 }];
    };
    const [first] = await resolve('hooks.example.com');
    expect(isPublicAddress(first?.address ?? '')).toBe(true);
    expect(await send(`https://hooks.example.com:${port}/`, { resolve })).toBe('RefusedAddress');
    // Asked once for the connection: there is no second answer that nobody looked at.
    expect(asked).toHaveLength(2);
    expect(visits).toBe(before);
  });

  test('is not followed to by a redirect', async () => {
    const before = visits;
    const redirecting = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(`HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:${port}/\r\n\r\n`);
    }).listen(0, '127.0.0.1');
    await once(redirecting, 'listening');
    const own = (redirecting.address() as AddressInfo).port;
    expect(await send(`http://127.0.0.1:${own}/`, { allowPrivateAddresses: true })).toBe('307');
    expect(visits).toBe(before);
    redirecting.close();
  });
});

describe('an address of the public internet', () => {
  test.each([
    ['https://hooks.example.com/portal'],
    ['https://hooks.example.com:443/portal?token=1'],
    ['https://8.8.8.8/'],
    ['https://[2606:4700:4700::1111]/'],
    ['https://[::ffff:8.8.8.8]/'],
    ['https://[64:ff9b::808:808]/'],
    ['https://bücher.example/hooks'],
    ['https://localhost.hooks.example.com/'],
  ])('may be sent to: %s', (url) => {
    expect(checkUrl(url, policy()).kind).toBe('allowed');
  });

  test.each([
    ['https://hooks.example.com:22/', 'has port 22. Use 443 or 8443'],
    ['http://hooks.example.com/', 'does not begin with https://'],
    ['https://user:secret@hooks.example.com/', 'holds a user name or a password. Check the signature instead'],
    [`https://hooks.example.com/${'a'.repeat(2000)}`, 'is longer than 2000 characters'],
    ['hooks', 'is no address. Write one such as https://hooks.example.com/portal'],
  ])('is refused with the reason: %.60s', (url, reason) => {
    expect(checkUrl(url, { allowPrivateAddresses: false, ports: [443, 8443] })).toEqual({ kind: 'refused', reason });
  });

  test('on a development machine may be http, on any port, but still holds no password', () => {
    const development = { allowPrivateAddresses: true, ports: [443] };
    expect(checkUrl('http://localhost:4000/hooks', development).kind).toBe('allowed');
    expect(checkUrl('http://user:secret@localhost:4000/hooks', development).kind).toBe('refused');
    expect(checkUrl('file:///etc/passwd', development).kind).toBe('refused');
  });
});
