import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lintDescription } from './lint-description.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'portolan-lint-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function description(ref: string): object {
  const response = { description: 'Things', content: { 'application/json': { schema: { $ref: ref } } } };
  return {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: { operationId: 'a', responses: { 200: response } } } },
  };
}

test.each(['./other.yaml', 'http://127.0.0.1:9/other.yaml'])('%s is not opened', async (ref) => {
  writeFileSync(path.join(folder, 'other.yaml'), 'type: object\n');
  const file = path.join(folder, 'a.json');
  writeFileSync(file, JSON.stringify(description(ref)));
  const unresolved = (await lintDescription(file, readFileSync(file, 'utf8'))).find(
    ({ rule }) => rule === 'no-unresolved-refs',
  );
  expect(unresolved?.message).toContain('only this file is linted');
});

test.each(['json', 'yaml'])('findings in %s have their line and column', async (ending) => {
  const file = path.join(folder, `a.${ending}`);
  writeFileSync(file, JSON.stringify(description('#/nothing'), null, 2));
  const unresolved = (await lintDescription(file, readFileSync(file, 'utf8'))).find(
    ({ rule }) => rule === 'no-unresolved-refs',
  );
  expect(unresolved).toMatchObject({ severity: 'error', line: 16, column: 27 });
});
