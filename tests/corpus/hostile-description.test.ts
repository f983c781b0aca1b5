import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readContract } from '../../contract/read/index.ts';
import { hostileDescription } from './hostile-description.ts';
import { STRANGE_NAMES } from './hostile-names.ts';

test('a hostile description is read at once, and each warning says where and what was done', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portolan-hostile-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'hostile.json');
  writeFileSync(file, hostileDescription());
  const { operations, schemas, tags, warnings } = await readContract({ api: 'hostile', version: 'v1', file });
  expect(Object.keys(schemas)).toEqual(expect.arrayContaining([...STRANGE_NAMES]));
  expect(warnings.length).toBeLessThan(100);
  for (const warning of warnings) {
    expect(warning).toMatch(/^\S+hostile\.json:\d+:\d+: \S/);
    // What steers a terminal or turns the direction of its text is written out.
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    expect(warning).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  }
  const slugs = operations.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const slug of [...slugs, ...tags.map((tag) => tag.slug)]) expect(slug).toMatch(/^[a-z0-9][a-z0-9-]{0,125}$/);
});
