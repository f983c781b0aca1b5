import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { sandboxMigrations } from './migrations.ts';
import { playedSandbox } from './played.fixture.ts';

const thing = {
  type: 'object',
  properties: {
    id: { type: 'string', readOnly: true },
    name: { type: 'string' },
    tags: { type: 'array', items: { type: 'string' } },
    state: { type: 'string', readOnly: true, default: 'new' },
  },
};
const json = (schema: object, type = 'application/json') => ({ content: { [type]: { schema } } });
const etag = { headers: { ETag: { schema: { type: 'string' } } } };
const done = { description: 'The thing.', ...json(thing), ...etag };
const no = { description: 'No.' };
const description = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things': { post: { operationId: 'create', requestBody: json(thing), responses: { 201: done } } },
    '/things/{id}': {
      get: { operationId: 'read', responses: { 200: done, 304: no, 404: no } },
      patch: {
        operationId: 'patch',
        requestBody: json({ type: 'array', items: { type: 'object' } }, 'application/json-patch+json'),
        responses: { 200: done, 404: no, 409: no, 412: no, 422: no },
      },
      put: { operationId: 'replace', requestBody: json(thing), responses: { 200: done, 201: done, 412: no } },
    },
  },
};
const folder = mkdtempSync(path.join(tmpdir(), 'portolan-changes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeOnBothDatabases('a contract that declares conditional requests and JSON Patch', (open) => {
  async function started() {
    const file = path.join(folder, 'things.json');
    writeFileSync(file, JSON.stringify(description));
    const { call } = await playedSandbox(await open(sandboxMigrations), file);
    const made = await call('post', '/things', { name: 'a', tags: ['x'] });
    return { call, made, at: `/things/${String(made.body.id)}` };
  }

  test('gives an ETag that changes with the thing, and answers 304 to who has it', async () => {
    const { call, made, at } = await started();
    const { etag: first = '' } = made.headers;
    expect((await call('get', at)).headers.etag).toBe(first);
    expect((await call('get', at, undefined, { 'if-none-match': `"other", W/${first}` })).status).toBe(304);
    const changed = await call('patch', at, [{ op: 'replace', path: '/name', value: 'b' }], { 'if-match': first });
    expect([changed.status, changed.body.name]).toEqual([200, 'b']);
    expect(changed.headers.etag).not.toBe(first);
    expect((await call('get', at, undefined, { 'if-none-match': first })).body.name).toBe('b');
  });

  test('refuses what was meant for another state with 412, and changes nothing', async () => {
    const { call, at } = await started();
    const patch = [{ op: 'replace', path: '/name', value: 'b' }];
    expect((await call('patch', at, patch, { 'if-match': '"old"' })).status).toBe(412);
    expect((await call('put', at, { name: 'c' }, { 'if-none-match': '*' })).status).toBe(412);
    expect((await call('get', at)).body.name).toBe('a');
    expect((await call('put', '/things/new', { name: 'c' }, { 'if-match': '*' })).status).toBe(412);
    expect((await call('put', '/things/new', { name: 'c' }, { 'if-none-match': '*' })).status).toBe(201);
  });

  test('patches by RFC 6902, whole or not at all, and never what only the platform sets', async () => {
    const { call, at } = await started();
    const add = { op: 'add', path: '/tags/-', value: 'y' };
    const { body } = await call('patch', at, [add, { op: 'remove', path: '/name' }]);
    expect(body).toMatchObject({ tags: ['x', 'y'], state: 'new' });
    expect(body.name).toBeUndefined();
    expect((await call('patch', at, [add, { op: 'test', path: '/state', value: 'old' }])).status).toBe(409);
    expect((await call('patch', at, [add, { op: 'remove', path: '/nothing' }])).status).toBe(422);
    const { body: after } = await call('patch', at, [{ op: 'replace', path: '/state', value: 'done' }]);
    expect(after).toMatchObject({ tags: ['x', 'y'], state: 'new', id: body.id });
  });
});
