import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import type { ReferenceNav } from '../../../contract/reference-page.ts';
import { layOut } from './lay-out.ts';

const item = (slug: string) => ({ title: 'T', slug, method: 'get', path: '/', deprecated: false });
const nav = (names: string[]): ReferenceNav => ({
  api: 'api',
  version: 'v1',
  title: HOSTILE,
  groups: names.map((name, index) => ({ name, slug: `tag-${index}`, items: [item(`op-${index}`)] })),
});

const HOSTILE =
  'export const a = (process.exit(9))\n---\n{braces} <script>alert(1)</script> :::tip `x` "q" \'s\' ${y} {{{z}}}';

async function aBuildFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portolan-lay-out-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const run = async (names: string[]) => layOut([nav(names)], await aBuildFolder());

test('the plugin lays out an overview and a sidebar, however many tags there are', async () => {
  const files = await run(['Things', 'Odds']);
  expect([...files.keys()].sort()).toEqual(['api/v1/overview.info.mdx', 'api/v1/sidebar.ts', 'sidebars.ts']);
  expect(files.get('api/v1/overview.info.mdx')).toContain('slug: "/api/v1"');
  expect(files.get('api/v1/sidebar.ts')).toContain('id: "api/v1/overview"');
});

test('no text of a description reaches what is compiled', async () => {
  for (const text of (await run([HOSTILE])).values()) {
    expect(text).not.toMatch(/process|braces|script|tip|\$\{/);
  }
});

test('what was laid out before is taken again, until a version is added', async () => {
  const build = await aBuildFolder();
  await layOut([nav(['Things'])], build);
  const file = path.join(build, 'laid-out.json');
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('custom_edit_url', 'from_before'));
  expect((await layOut([nav(['Odds'])], build)).get('api/v1/overview.info.mdx')).toContain('from_before');
  const both = await layOut([nav(['Things']), { ...nav(['Things']), version: 'v2' }], build);
  expect(both.get('api/v1/overview.info.mdx')).toContain('custom_edit_url');
});
