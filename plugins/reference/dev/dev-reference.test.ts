import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadPortal } from '../../../contract/read/index.ts';
import type { ServedPage } from '../../../contract/reference-page.ts';
import { DevReference } from './dev-reference.ts';

const description = (summary: string) => `openapi: 3.1.0
info: { title: Things, version: '1' }
paths:
  /things:
    get: { operationId: listThings, summary: ${summary}, responses: { '200': { description: Them. } } }
`;

async function aReference() {
  const folder = await mkdtemp(path.join(tmpdir(), 'portolan-dev-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'things.yaml');
  await writeFile(file, description('List things'));
  const config = path.join(folder, 'portal.config.ts');
  await writeFile(
    config,
    `export default { brand: { name: 'T', tagline: 'T.' }, apis: [{ id: 'things', versions: [{ id: 'v1', description: ${JSON.stringify(file)} }] }] };`,
  );
  const reference = new DevReference(await loadPortal(config), path.join(folder, 'build'));
  await reference.read();
  return { file, reference };
}

const titleIn = (file: string | Buffer | undefined) => (JSON.parse(String(file)) as ServedPage).page.title;

test('a page is made from its description as it was last read', async () => {
  const { file, reference } = await aReference();
  const releases: string[] = [];
  reference.onRelease((release) => releases.push(release));
  expect(titleIn(reference.file('/reference/things/v1/list-things.json'))).toBe('List things');
  await writeFile(file, description('List all things'));
  await reference.readAgain();
  expect(titleIn(reference.file('/reference/things/v1/list-things.json'))).toBe('List all things');
  expect(releases).toEqual(['2']);
});

test('a description that became wrong is told, and the last good page stays', async () => {
  const { file, reference } = await aReference();
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => told.mockRestore());
  await writeFile(file, 'openapi: 3.1.0\npaths: [');
  await reference.readAgain();
  expect(told.mock.calls.join()).toContain(`${file}:2`);
  expect(titleIn(reference.file('/reference/things/v1/list-things.json'))).toBe('List things');
});

test('files are what a build would have written, and no others are there', async () => {
  const { reference } = await aReference();
  const has = (address: string) => String(reference.file(address) ?? 'not there');
  expect(has('/reference/things/v1/pages.json')).toContain('list-things');
  expect(has('/reference/things/v1/nav.json')).toContain('"groups"');
  expect(has('/reference/things/v1/description.yaml')).toContain('openapi: 3.1.0');
  for (const address of ['v1/no-such.json', 'v2/nav.json', 'v1/parts/x.json', 'v1/description.json']) {
    expect(has(`/reference/things/${address}`)).toBe('not there');
  }
});
