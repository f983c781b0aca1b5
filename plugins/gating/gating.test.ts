import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { LoadedPortal } from '../../contract/read/index.ts';
import { excludedGuides, readGuideAccess, unpublished } from './index.ts';

let folder: string | undefined;
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** The access of the guides in a folder with these files. */
async function accessOf(files: Readonly<Record<string, string>>, groups: readonly string[] = ['beta', 'pilots']) {
  folder = mkdtempSync(path.join(tmpdir(), 'gating-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const access = groups.map((id) => ({ id, title: id, text: '', listed: false }));
  return Object.fromEntries(await readGuideAccess({ docsFolder: folder, access }));
}

describe('a guide is early access', () => {
  test.each([
    ['for one group', '---\naccess: beta\n---\nx', ['beta']],
    ['for several', '---\ntitle: A\naccess: [beta, pilots]\n---\nx', ['beta', 'pilots']],
    ['however YAML writes it', '---\n"access" :\n  - beta\n---\nx', ['beta']],
    ['with the line ends of Windows', '---\r\naccess: beta\r\n---\r\nx', ['beta']],
    ['behind a byte order mark', '\uFEFF---\naccess: beta\n---\nx', ['beta']],
    ['and not where its text speaks of it', '---\ntitle: A\n---\naccess: beta', undefined],
    ['and not without front matter', 'access: beta', undefined],
  ])('%s', async (_, text, want) => {
    expect((await accessOf({ 'a.md': text }))['a.md']).toEqual(want);
  });

  test('by the nearest folder above, unless it says so itself', async () => {
    const category = (group: string) => JSON.stringify({ label: 'L', customProps: { access: group } });
    const found = await accessOf({
      'open.md': 'x',
      'early/_category_.json': category('beta'),
      'early/one.md': 'x',
      'early/own.mdx': '---\naccess: pilots\n---\nx',
      'early/deep/two.md': 'x',
      'early/pilots/_category_.yml': 'customProps:\n  access: [pilots]\n',
      'early/pilots/three.md': 'x',
    });
    expect(found).toEqual({
      'early/one.md': ['beta'],
      'early/own.mdx': ['pilots'],
      'early/deep/two.md': ['beta'],
      'early/pilots/three.md': ['pilots'],
    });
  });
});

describe('a build fails, with file and line, for', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      'a group that is none',
      { 'a.md': '---\ntitle: A\naccess: [betta]\n---\n' },
      /a\.md:3: there is no group of access "betta"\. Did you mean "beta"\?$/,
    ],
    [
      'no group',
      { 'a.md': '---\naccess: []\n---\n' },
      /a\.md:2: "access" must be a group of portal\.config\.ts, or a list/,
    ],
    ['no text', { 'a.md': '---\naccess: true\n---\n' }, /a\.md:2: "access" must be a group/],
    [
      'a key that is nearly so called: it would publish the guide',
      { 'a.md': '---\ntitle: A\nAcess: beta\n---\n' },
      /a\.md:3: there is no "Acess"\. Did you mean "access"\?$/,
    ],
    [
      'a folder of a group that is none',
      { 'b/_category_.json': '{\n "customProps": {\n  "access": "gamma" } }', 'b/a.md': 'x' },
      /b\/_category_\.json:3: there is no group of access "gamma"/,
    ],
    [
      'an open guide that imports an early one',
      { 'a.md': '---\naccess: beta\n---\n', 'b.mdx': "# B\n\nimport A from './a.md';\n" },
      /b\.mdx:3: this brings the text of ".\/a\.md", which is early access for beta, to others\./,
    ],
    [
      'a partial that does, also as text',
      { 'a.md': '---\naccess: beta\n---\n', '_b.mdx': "import a from '!!raw-loader!./a.md';\n" },
      /_b\.mdx:1: this brings the text/,
    ],
  ])('%s', async (_, files, want) => {
    await expect(accessOf(files)).rejects.toThrow(want);
  });

  test('a group where none is declared', async () => {
    const failing = accessOf({ 'a.md': '---\naccess: beta\n---\n' }, []);
    await expect(failing).rejects.toThrow(/a\.md:2: .*Declare it in "access" of portal\.config\.ts\./);
  });
});

test('an early guide may import another of the same group', async () => {
  const early = '---\naccess: beta\n---\n';
  expect(await accessOf({ 'a.md': early, 'b.mdx': `${early}import A from './a.md';\n` })).toEqual({
    'a.md': ['beta'],
    'b.mdx': ['beta'],
  });
});

test('what is hidden is passed over by its own name, whatever signs are in it', () => {
  const excluded = excludedGuides({ hiddenGuides: ['a[1]/b (2).md'] } as unknown as LoadedPortal);
  expect(excluded.at(-1)).toBe('a\\[1\\]/b \\(2\\).md');
  expect(excluded).toContain('**/_*/**');
});

test('options of a build do their work and are not written into the site', () => {
  const options = unpublished({ exclude: ['secret.md'] });
  expect(options.exclude).toEqual(['secret.md']);
  expect(JSON.stringify({ presets: [['classic', options]] })).toBe('{"presets":[["classic",{}]]}');
});
