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

test('the plugin lays out an overview, a page for each tag and a sidebar', async () => {
  const files = await run(['Things', 'Odds']);
  expect([...files.keys()].sort()).toEqual([
    'api/v1/overview.info.mdx',
    'api/v1/sidebar.ts',
    'api/v1/tag-1.tag.mdx',
    'api/v1/tag-2.tag.mdx',
    'sidebars.ts',
  ]);
  expect(files.get('api/v1/tag-2.tag.mdx')).toContain('slug: "/api/v1/tags/tag-1"');
  expect(files.get('api/v1/sidebar.ts')).toContain('label: "Odds"');
});

test('tags whose names are alike after kebab-casing have a page each', async () => {
  const files = await run(['OAuth2', 'oauth 2', 'oauth-2']);
  expect([...files.keys()].filter((name) => name.endsWith('.tag.mdx'))).toHaveLength(3);
});

test('no text of a description reaches a page’s MDX, and the sidebar has it as a string', async () => {
  const files = await run([HOSTILE]);
  for (const [name, text] of files)
    if (name.endsWith('.mdx')) expect(text).not.toMatch(/process|braces|script|tip|\$\{|export/);
  const labels = [...(files.get('api/v1/sidebar.ts') ?? '').matchAll(/label: (".*")/g)].map(([, label = '']) => label);
  expect(labels.map((label) => JSON.parse(label.replaceAll("\\'", "'")) as string)).toContain(HOSTILE);
});

test('what was laid out before is taken again, until a tag changes', async () => {
  const build = await aBuildFolder();
  await layOut([nav(['Things'])], build);
  const file = path.join(build, 'laid-out.json');
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('Things', 'From before'));
  expect((await layOut([nav(['Things'])], build)).get('api/v1/sidebar.ts')).toContain('From before');
  expect((await layOut([nav(['Odds'])], build)).get('api/v1/sidebar.ts')).toContain('label: "Odds"');
});
