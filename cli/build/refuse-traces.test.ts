import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { editionsFor } from './editions.ts';
import { refuseTraces } from './refuse-traces.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'traces-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const gated = [
  { kind: 'guide' as const, title: 'A', href: '/docs/early', access: ['beta'] },
  { kind: 'api' as const, title: 'B', href: '/reference/b/v2', access: ['beta'] },
];

function refusal(text: string, readers: readonly string[] = []): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'main.js'), text);
  const edition = { readers, build: folder };
  try {
    refuseTraces([{ edition, folder, guides: [], scripts: { scripts: [] } }], gated);
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
}

test.each([
  ['"/docs/early"', '/docs/early'],
  ['href=/docs/early#part>', '/docs/early'],
  ['See https://example.com/reference/b/v2/get-thing.', '/reference/b/v2'],
  ['/docs/early.md', '/docs/early'],
])('an edition that says %s fails the build', (text, trace) => {
  expect(refusal(text)).toMatch(
    new RegExp(`^/main\\.js, which is for everybody, names ${trace}, which is early access\\. Take it out there`),
  );
});

test.each(['"/docs/early-birds"', '"/docs/earlyish"', '"/my/docs/early"', '/reference/b/v1'])(
  'one that says %s does not',
  (text) => expect(refusal(text)).toBe('none'),
);

test('its own readers may read of it', () => {
  expect(refusal('"/docs/early"', ['beta'])).toBe('none');
  expect(refusal('"/docs/early"', ['pilots'])).toContain('which is for pilots');
});

test('there is an edition for everybody, for each group, and for all of them', () => {
  const readers = (groups: readonly string[]) => editionsFor(groups, '/b').map((one) => [one.readers, one.build]);
  expect(readers([])).toEqual([[[], '/b']]);
  expect(readers(['x'])).toEqual([
    [[], '/b'],
    [['x'], '/b/editions/x'],
  ]);
  expect(readers(['x', 'y']).at(-1)).toEqual([['x', 'y'], '/b/editions/_all']);
});
