import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHome } from './read-home.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'home-'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

test('the changelog that home.yaml names gives what changed lately', async () => {
  const folder = await folderWith({
    'home.yaml': 'changes: { file: changes.md, to: /docs/changes }\n',
    'changes.md': '## One\n\nIt is new.\n',
  });
  expect(await readHome(folder)).toEqual({
    ways: [],
    launched: null,
    changes: [{ title: 'One', to: '/docs/changes#one', points: ['It is new.'] }],
    changelog: '/docs/changes',
  });
});

test.each([null, 'an empty folder'])('without the file nothing is shown (%s)', async (folder) => {
  const home = await readHome(folder === null ? null : await folderWith({}));
  expect(home).toEqual({ ways: [], launched: null, changes: [], changelog: null });
});

describe('what is wrong is said with its line', () => {
  test.each([
    [
      'ways:\n  - title: Build\n    text: x\n    links:\n      - label: Guides\n        to: javascript:alert(1)\n',
      /:6:\d+: ways\[0\]\.links\[0\]\.to must be a path/,
    ],
    [
      'launched:\n  title: x\n  partners:\n    - { name: A, does: b, since: "2026-13-40" }\n',
      /:4:\d+: .*since must be a date/,
    ],
    ['chnages: 7\n', /did you mean "changes"/i],
    [
      'changes:\n  file: gone.md\n  to: /docs/changelog\n',
      /:2:\d+: there is no changelog "gone\.md"\. Correct the path/,
    ],
  ])('%j', async (text, message) => {
    const folder = await folderWith({ 'home.yaml': text });
    await expect(readHome(folder)).rejects.toThrow(message);
  });
});
