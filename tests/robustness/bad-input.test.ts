import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const PROGRAM = path.resolve(import.meta.dirname, '../..');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portolan-bad-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  said: string;
}

async function run(script: string, environment: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(PROGRAM, script)], {
    cwd: PROGRAM,
    env: {
      ...process.env,
      PORTAL_CONFIG: path.join(folder, 'portal.config.ts'),
      PORTAL_BUILD: path.join(folder, 'build'),
      PORTAL_DATA: path.join(folder, 'data'),
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...environment,
    },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said };
}

const GOOD = `openapi: 3.1.0
info: { title: Good, version: '1' }
paths:
  /things:
    get:
      operationId: listThings
      responses: { '200': { description: Things } }
`;

const config = (apis: string) => `export default {
  brand: { name: 'Test', tagline: 'For a test.' },
  apis: [
    ${apis}
  ],
};
`;
const api = (id: string, file: string) => `{ id: '${id}', versions: [{ id: 'v1', description: '${file}' }] },`;

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
}

/** What every refusal has in common: exit code 1, no stack trace, and it names what it is about. */
function expectRefusal({ code, said }: Ended, ...about: RegExp[]): void {
  expect(said).not.toMatch(/^\s+at .*:\d+:\d+/m);
  for (const words of about) expect(said).toMatch(words);
  expect(code).toBe(1);
}

describe('a description or configuration that is wrong is refused before anything is built', () => {
  test.each<[string, Record<string, string | Uint8Array>, RegExp[]]>([
    [
      'a wrong key',
      { 'portal.config.ts': config(api('good', 'good.yaml')).replace('tagline', 'tagLine'), 'good.yaml': GOOD },
      [/portal\.config\.ts:2/, /tagLine/, /tagline/],
    ],
    [
      'two APIs with one id',
      { 'portal.config.ts': config(`${api('good', 'good.yaml')}\n    ${api('good', 'good.yaml')}`), 'good.yaml': GOOD },
      [/portal\.config\.ts:5/, /good/],
    ],
    ['a missing description', { 'portal.config.ts': config(api('gone', 'gone.yaml')) }, [/gone\.yaml/]],
    [
      'a malformed description',
      { 'portal.config.ts': config(api('bad', 'bad.yaml')), 'bad.yaml': 'openapi: 3.1.0\ninfo: {title: x\npaths: }' },
      [/bad\.yaml:\d+/],
    ],
    [
      'malformed JSON',
      { 'portal.config.ts': config(api('bad', 'bad.json')), 'bad.json': '{\n  "openapi": "3.1.0",\n  "info": nope\n}' },
      [/bad\.json:3/],
    ],
    [
      'an unknown $ref',
      {
        'portal.config.ts': config(api('bad', 'bad.yaml')),
        'bad.yaml': GOOD.replace('{ description: Things }', "{ $ref: '#/components/responses/Gone' }"),
      },
      [/bad\.yaml:7/, /components\/responses\/Gone/],
    ],
    [
      'a remote $ref',
      {
        'portal.config.ts': config(api('bad', 'bad.yaml')),
        'bad.yaml': GOOD.replace('{ description: Things }', "{ $ref: 'http://127.0.0.1:9/x.yaml' }"),
      },
      [/bad\.yaml:7/, /127\.0\.0\.1:9/],
    ],
    [
      'OpenAPI 2.0',
      {
        'portal.config.ts': config(api('old', 'old.yaml')),
        'old.yaml': "swagger: '2.0'\ninfo: { title: Old, version: '1' }\npaths: {}\n",
      },
      [/old\.yaml:1/, /2\.0/],
    ],
    [
      'bytes that are not UTF-8',
      { 'portal.config.ts': config(api('bad', 'bad.yaml')), 'bad.yaml': new Uint8Array([0x6f, 0xff, 0xfe, 0x00]) },
      [/bad\.yaml/, /UTF-8/],
    ],
    [
      'a configuration that is not TypeScript',
      { 'portal.config.ts': 'export default {\n  brand: {{\n};' },
      [/portal\.config\.ts/],
    ],
  ])('%s', async (_name, files, about) => {
    await write(files);
    expectRefusal(await run('cli/start.ts'), ...about);
  });

  test('no configuration at all', async () => {
    expectRefusal(await run('cli/start.ts'), /portal\.config\.ts/);
  });
});

describe('the service says in one sentence why it cannot start', () => {
  beforeEach(() => write({ 'portal.config.ts': config(api('good', 'good.yaml')), 'good.yaml': GOOD }));

  test('its port is taken', async () => {
    const taken = createServer().listen(0, 'localhost');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const ended = await run('service/main.ts', { PORT: String(port) });
    taken.close();
    expectRefusal(ended, new RegExp(`${port}`), /PORT/);
  });

  test('PORT is not a number', async () => {
    expectRefusal(await run('service/main.ts', { PORT: 'three' }), /PORT/, /three/);
  });

  test('its data folder is a file', async () => {
    await write({ data: 'a file' });
    expectRefusal(await run('service/main.ts'), /data/, /PORTAL_DATA/);
  });

  test('its database is not one', async () => {
    await mkdir(path.join(folder, 'data'));
    await write({ 'data/portal.db': 'not a database, but long enough to look at: '.repeat(40) });
    expectRefusal(await run('service/main.ts'), /portal\.db/);
  });

  test('its database is newer than the program', async () => {
    await mkdir(path.join(folder, 'data'));
    const database = new DatabaseSync(path.join(folder, 'data/portal.db'));
    database.exec(
      `CREATE TABLE kysely_migration (name varchar(255) PRIMARY KEY, timestamp varchar(255) NOT NULL);
       INSERT INTO kysely_migration VALUES ('9999-from-the-future', '2030-01-01T00:00:00.000Z');`,
    );
    database.close();
    expectRefusal(await run('service/main.ts'), /newer/);
  });

  test('PostgreSQL does not answer', async () => {
    expectRefusal(
      await run('service/main.ts', { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/none' }),
      /DATABASE_URL/,
    );
  });

  test('its password for PostgreSQL is not in what it says', async () => {
    const { said } = await run('service/main.ts', { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/none' });
    expect(said).not.toContain('secret');
  });
});
