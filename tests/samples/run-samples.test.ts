import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrived, fileBytes, wanted } from './compare.ts';
import { requestsOf } from './operations.ts';
import { startReceiver, type Receiver } from './received.ts';
import { cases, type GivenRequest, type NamedRequest } from './requests.ts';
import { isHere, run, toolchains, type Toolchain } from './toolchains.ts';
import { sampleCode } from './writing.ts';

const fileNames = ['body.png', 'logo.bin', 'more.bin'];
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portolan-samples-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Processes at a time: most of one's life is its start. */
const AT_ONCE = 4;

async function send(toolchain: Toolchain, request: GivenRequest, name: string, receiver: Receiver): Promise<void> {
  const place = path.join(folder, toolchain.language, name);
  mkdirSync(place, { recursive: true });
  for (const file of fileNames) writeFileSync(path.join(place, file), fileBytes);
  await run(toolchain, await sampleCode(toolchain.language, request, receiver.origin), place);
  const received = receiver.take();
  expect(received).toHaveLength(1);
  expect(arrived(received[0]!, request)).toEqual(wanted(request));
  expect(readdirSync(place)).not.toContain('hacked');
}

/** Sends all, several at once, each to a receiver that hears no other; what was wrong, in sentences. */
async function sendAll(toolchain: Toolchain, requests: readonly NamedRequest[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  const waiting = [...requests.entries()];
  const work = async (): Promise<void> => {
    const receiver = await startReceiver();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, { name, request }] = next;
      await send(toolchain, request, `${index}`, receiver).catch((error: Error) => {
        wrong.push(`${name}: ${error.message}`);
        receiver.take();
      });
    }
    await receiver.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wrong;
}

/** Of a slow language every sixth, unless all are asked for: `EVERY_SAMPLE=1 npx vitest run tests/samples` takes minutes. */
function worthRunning<Request>({ isSlow }: Toolchain, requests: readonly Request[]): readonly Request[] {
  const isWhole = !isSlow || process.env.EVERY_SAMPLE === '1';
  return isWhole ? requests : requests.filter((_request, index) => index % 6 === 0);
}

describe.each(toolchains)('samples in $language', (toolchain) => {
  const { language } = toolchain;
  const whyNot = `${language} cannot be run on this machine`;

  test('send what the request says', { timeout: 600_000 }, async (context) => {
    context.skip(!isHere(toolchain), whyNot);
    const possible = cases.filter(({ cannot }) => !cannot?.includes(language));
    expect(await sendAll(toolchain, worthRunning(toolchain, possible))).toEqual([]);
  });

  test('send what each operation of the sample platform asks for', { timeout: 600_000 }, async (context) => {
    context.skip(!isHere(toolchain), whyNot);
    const requests = await requestsOf('cardea', 'v2');
    expect(await sendAll(toolchain, worthRunning(toolchain, requests))).toEqual([]);
  });
});

test.each(['javascript', 'node', 'swift'])('a sample in %s says what its client cannot send', async (language) => {
  const request = cases.find(({ name }) => name === 'GET with a body')?.request;
  expect(await sampleCode(language, request!, 'https://portal.example')).toMatch(/^\/\/ .*(?:does not|left out)/m);
});
