import { describe, expect, test } from 'vitest';
import { aContract, anOperation, aResponse } from '../../../contract/model.fixture.ts';
import type { Schema } from '../../../contract/model.ts';
import { newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { startGateway } from './gateway.fixture.ts';

const note: Schema = { type: 'object', properties: { id: { type: 'integer' }, text: { type: 'string' } } };
const notes: Schema = { type: 'array', items: note };
const body = { required: true, content: [{ type: 'application/json', schema: note, examples: [] }] };
const contract = aContract([
  anOperation({ path: '/notes', responses: [aResponse('200', notes, [{ id: 1, text: 'first' }])] }),
  anOperation({ method: 'post', path: '/notes', requestBody: body, responses: [aResponse('201', note)] }),
  anOperation({ path: '/notes/{id}', responses: [aResponse('200', note)] }),
]);

describe('an API that needs no key', () => {
  test('is answered without one, and keeps nothing; with one, it keeps', async () => {
    const place = await newSqlite();
    const database = await openDatabase(place);
    await migrate(database, sandboxMigrations);
    const { app, last } = await startGateway(database, [contract], { anonymousPerMinute: 4 });
    const call = (method: 'GET' | 'POST', authorization?: string) =>
      app.inject({
        method,
        url: '/gateway/api/v1/notes',
        headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
        ...(method === 'POST' && { payload: { text: 'mine' } }),
      });
    const made = await call('POST');
    expect([made.statusCode, made.json<object>()]).toMatchObject([201, { text: 'mine' }]);
    expect(last()).toMatchObject({ keyId: null, organization: null });
    expect((await call('GET')).json()).toEqual([{ id: 1, text: 'first' }]);

    await call('POST', 'Bearer ptl_test_a');
    expect((await call('GET', 'Bearer ptl_test_a')).json()).toMatchObject([{ text: 'mine' }, { text: 'first' }]);
    expect((await call('GET', 'Bearer nonsense')).statusCode).toBe(401);

    await call('GET');
    await call('GET');
    const refused = await call('GET');
    expect([refused.statusCode, last().problem]).toEqual([429, 'rate-limited']);
    await app.close();
    await database.close();
    await place.remove();
  });
});
