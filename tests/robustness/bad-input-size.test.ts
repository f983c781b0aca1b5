import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const READER = path.resolve(import.meta.dirname, '../../contract/read/index.ts');
const MEGABYTE = 1024 * 1024;

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'portolan-size-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  readonly said: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Reads a description in a process of its own, whose memory and time are its own too. */
async function read(name: string, content: string): Promise<Outcome> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  const script = `
    import { readContract } from ${JSON.stringify(READER)};
    const start = performance.now();
    const said = await readContract({ api: 'a', version: 'v1', file: ${JSON.stringify(file)} }).then(
      ({ schemas }) => 'read ' + Object.keys(schemas).length,
      (error) => error.name + ' ' + error.message,
    );
    const seconds = (performance.now() - start) / 1000;
    console.log(JSON.stringify({ said, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
  await once(child, 'close');
  return JSON.parse(out) as Outcome;
}

const HEAD = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n";
const JSON_HEAD = '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{';
const PROPERTY = '"description": "A property of some length, as they are", "type": "string", "maxLength": 40';
const jsonSchemas = (megabytes: number) =>
  Array.from({ length: megabytes * 10_000 }, (_, i) => `"S${i}":{${PROPERTY}}`).join(',');
const yamlSchemas = (megabytes: number) =>
  Array.from(
    { length: megabytes * 10_000 },
    (_, i) =>
      `    S${i}:\n      type: string\n      description: A property of some length, as they often are\n      maxLength: 40\n`,
  ).join('');

test.each<[string, () => [name: string, content: string], RegExp]>([
  ['50 MB of JSON', () => ['a.json', `${JSON_HEAD}${jsonSchemas(50)}}}}`], /^read 500000$/],
  ['50 MB of YAML', () => ['a.yaml', `${HEAD}components:\n  schemas:\n${yamlSchemas(50)}`], /^read 500000$/],
  ['50 MB of JSON with an error at its end', () => ['a.json', `${JSON_HEAD}${jsonSchemas(50)}}}`], /a\.json:1:\d+: /],
  [
    '50 MB of YAML with an error at its end',
    () => ['a.yaml', `${HEAD}x-a:\n${yamlSchemas(50)}  : - [`],
    /a\.yaml:\d+:\d+: /,
  ],
  ['50 MB of brackets', () => ['a.yaml', '['.repeat(50 * MEGABYTE)], /a\.yaml/],
  ['50 MB of one word', () => ['a.yaml', 'a'.repeat(50 * MEGABYTE)], /not an OpenAPI description/],
  ['50 MB of quotes', () => ['a.yaml', `a: ${'"'.repeat(50 * MEGABYTE)}`], /a\.yaml/],
  ['50 MB of spaces within a word', () => ['a.yaml', `a: b${' '.repeat(50 * MEGABYTE)}c`], /a\.yaml/],
  ['65 MB', () => ['a.yaml', 'a'.repeat(65 * MEGABYTE)], /the limit is 64 MB/],
  ['aliases 100,000 deep', () => ['a.yaml', deepAliases()], /a\.yaml:\d+:1: the aliases/],
  ['merge keys without end', () => ['a.yaml', mergeBomb()], /a\.yaml:\d+:\d+: .*merge keys/],
])('%s is read or refused in 30 s and 1 GB', async (_, make, want) => {
  const { said, seconds, megabytes } = await read(...make());
  expect(said).toMatch(want);
  expect(said).toMatch(/^(?:read|PortalError) /);
  expect(said).not.toMatch(/\n\s+at /);
  expect(seconds).toBeLessThan(30);
  expect(megabytes).toBeLessThan(1024);
});

function deepAliases(): string {
  const lines = Array.from({ length: 100_000 }, (_, i) => `x-${i + 1}: &a${i + 1} [*a${i}]\n`);
  return `${HEAD}x-0: &a0 [1]\n${lines.join('')}`;
}

function mergeBomb(): string {
  const keys = Array.from({ length: 2000 }, (_, i) => `k${i}: 1`).join(', ');
  const uses = Array.from({ length: 5000 }, (_, i) => `x-${i}: { <<: *a }\n`).join('');
  return `${HEAD}x-a: &a { ${keys} }\n${uses}`;
}
