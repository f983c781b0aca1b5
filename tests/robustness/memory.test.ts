import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServiceProcess } from './service-process.ts';

const limitMegabytes = 150;

/** Debian without extras has no ps; macOS has no /proc. */
function residentKilobytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]);
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
}

test(`the service with the sample portal holds at most ${limitMegabytes} MB after a hundred requests`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-memory-'));
  const service = await startServiceProcess(folder, undefined);
  const issued = await fetch(`${service.origin}/api/v1/guest-keys`, { method: 'POST' });
  const { key } = (await issued.json()) as { key: string };
  const headers = { authorization: `Bearer ${key}` };
  for (let count = 0; count < 100; count += 1) {
    const answer = await fetch(`${service.origin}/gateway/cardea/v2/credential-offers`, { headers });
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();
  }
  const kilobytes = residentKilobytes(service.pid);
  await service.kill('SIGTERM');
  await rm(folder, { recursive: true });
  console.log(`resident: ${Math.round(kilobytes / 1024)} MB`);
  expect(kilobytes / 1024).toBeLessThanOrEqual(limitMegabytes);
});
