import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { sandboxMigrations } from './migrations.ts';
import { playedSandbox } from './played.fixture.ts';
import type { Item } from './state.ts';

const thing = { type: 'object', properties: { id: { type: 'string', readOnly: true }, name: { type: 'string' } } };
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const query = (name: string, schema: object = {}) => ({ name, in: 'query', schema });
const list = { type: 'object', properties: { data: { type: 'array', items: thing }, next_cursor: { type: 'string' } } };
const description = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things': {
      post: {
        operationId: 'create',
        requestBody: json(thing),
        responses: { 201: { description: '', ...json(thing) } },
      },
      get: {
        operationId: 'list',
        parameters: [query('sort'), query('cursor'), query('limit', { type: 'integer' })],
        responses: { 200: { description: '', ...json(list) } },
      },
    },
    '/things/{id}': { get: { operationId: 'read', responses: { 200: { description: '', ...json(thing) } } } },
  },
};
const folder = mkdtempSync(path.join(tmpdir(), 'portolan-lists-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeOnBothDatabases('a list that the contract says nothing of but its parameters', (open) => {
  test('is given in the order that is asked for, over all pages of a cursor', async () => {
    const file = path.join(folder, 'things.json');
    writeFileSync(file, JSON.stringify(description));
    const { call } = await playedSandbox(await open(sandboxMigrations), file);
    for (const name of ['c', 'a', 'e', 'b', 'd']) await call('post', '/things', { name });
    const names: unknown[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const more = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await call('get', `/things?sort=-name&limit=2${more}`);
      names.push(...(body.data as Item[]).map(({ name }) => name));
      cursor = body.next_cursor as string | undefined;
    }
    expect(names.filter((name) => String(name).length === 1)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });
});
