import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { isLoad } from './young-generation.ts';

const programs = join(import.meta.dirname, '../..');

test.each([
  ['many clients and much to do', { connections: 16, utilization: 0.5 }, true],
  ['many clients that say nothing', { connections: 500, utilization: 0.1 }, false],
  ['one client that sends one request after the other', { connections: 1, utilization: 1 }, false],
])('%s: is it load? %o', (_, seen, want) => {
  expect(isLoad(seen)).toBe(want);
});

test('with the flags of npm start, the young generation is small for one client and grows for many', async () => {
  const { scripts } = JSON.parse(readFileSync(join(programs, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const flags = scripts.start.split(' ').filter((word) => word.startsWith('--'));
  const fixture = join(import.meta.dirname, 'young-generation.fixture.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, fixture]);
  const { forOne, forMany } = JSON.parse(stdout) as { forOne: number; forMany: number };
  expect(forOne).toBeLessThanOrEqual(4);
  expect(forMany).toBeGreaterThanOrEqual(16);
});
