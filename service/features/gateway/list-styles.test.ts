import { afterEach, describe, expect, test } from 'vitest';
import { aContract, anOperation, aParameter, aResponse } from '../../../contract/model.fixture.ts';
import type { Schema } from '../../../contract/model.ts';
import { newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { startGateway } from './gateway.fixture.ts';

const note: Schema = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer' }, text: { type: 'string' } },
};
const notes: Schema = { type: 'array', items: note };
const integer: Schema = { type: 'integer' };
const text: Schema = { type: 'string' };
const nullable: Schema = { type: ['string', 'null'] };
const url: Schema = { type: 'string', format: 'uri' };

function object(properties: Record<string, Schema>, required: string[] = []): Schema {
  return { type: 'object', properties, required };
}

let end: () => Promise<void>;
afterEach(() => end());

/** An API of notes whose list has these parameters and this answer, with five notes in it. */
async function notesApi(parameters: Record<string, Schema>, answer: Schema, example?: unknown) {
  const place = await newSqlite();
  const database = await openDatabase(place);
  await migrate(database, sandboxMigrations);
  const list = Object.entries(parameters).map(([name, schema]) => aParameter({ name, in: 'query', schema }));
  const body = { required: true, content: [{ type: 'application/json', schema: note, examples: [] }] };
  const contract = aContract([
    anOperation({ path: '/notes', parameters: list, responses: [aResponse('200', answer, example)] }),
    anOperation({ method: 'post', path: '/notes', requestBody: body, responses: [aResponse('201', note)] }),
    anOperation({ path: '/notes/{id}', responses: [aResponse('200', note, { id: 1, text: 'note 1' })] }),
  ]);
  const { app, last } = await startGateway(database, [contract]);
  end = async () => {
    await app.close();
    await database.close();
    await place.remove();
  };
  const headers = { authorization: 'Bearer ptl_test_a', 'content-type': 'application/json' };
  for (let n = 2; n <= 5; n += 1) {
    await app.inject({ method: 'POST', url: '/gateway/api/v1/notes', headers, payload: { id: n, text: `note ${n}` } });
  }
  return async (query: string) => {
    const answered = await app.inject({ url: `/gateway/api/v1/notes${query}`, headers });
    expect(last().findings).toEqual([]);
    return { body: answered.json<Record<string, unknown>>(), headers: answered.headers };
  };
}

const base = 'http://localhost:80/gateway/api/v1/notes';
const ids = (items: unknown) => (items as { id: number }[]).map(({ id }) => id);

describe('a list in the contract’s own style', () => {
  test('a bare array with links, as GitHub has it', async () => {
    const list = await notesApi({ page: integer, per_page: integer }, notes);
    const first = await list('?per_page=2');
    expect(ids(first.body)).toEqual([5, 4]);
    expect(first.headers.link).toBe(`<${base}?per_page=2&page=2>; rel="next"`);
    const last = await list('?per_page=2&page=3');
    expect(ids(last.body)).toEqual([1]);
    expect(last.headers.link).toBe(`<${base}?per_page=2&page=2>; rel="prev", <${base}?per_page=2>; rel="first"`);
  });

  test('cursors that are ids, forward and back, as Stripe has it', async () => {
    const page = object({ data: notes, has_more: { type: 'boolean' }, url: text }, ['data', 'has_more']);
    const list = await notesApi({ starting_after: text, ending_before: text, limit: integer }, page);
    expect((await list('?limit=2')).body).toMatchObject({ data: [{ id: 5 }, { id: 4 }], has_more: true });
    expect((await list('?limit=9&starting_after=4')).body).toMatchObject({
      data: [{ id: 3 }, { id: 2 }, { id: 1 }],
      has_more: false,
    });
    expect(ids((await list('?limit=2&ending_before=2')).body.data)).toEqual([4, 3]);
  });

  test('a cursor within the answer, null at the end', async () => {
    const page = object(
      { items: notes, pagination: object({ next_cursor: nullable, total: integer }, ['next_cursor']) },
      ['items', 'pagination'],
    );
    const list = await notesApi({ cursor: text, page_size: integer }, page);
    expect((await list('?page_size=4')).body.pagination).toEqual({ next_cursor: '2', total: 5 });
    expect((await list('?page_size=4&cursor=2')).body).toEqual({
      items: [{ id: 1, text: 'note 1' }],
      pagination: { next_cursor: null, total: 5 },
    });
  });

  test('numbered pages with totals', async () => {
    const page = object({ notes, page: integer, per_page: integer, total: integer, total_pages: integer });
    const list = await notesApi({ page: integer, per_page: integer }, page);
    expect((await list('?per_page=2&page=2')).body).toMatchObject({ page: 2, per_page: 2, total: 5, total_pages: 3 });
    expect(ids((await list('?per_page=2&page=9')).body.notes)).toEqual([]);
  });

  test('an offset with links', async () => {
    const links = object({ self: url, next: url, prev: url });
    const list = await notesApi({ offset: integer, limit: integer }, object({ results: notes, count: integer, links }));
    expect((await list('?limit=2&offset=2')).body).toEqual({
      results: [
        { id: 3, text: 'note 3' },
        { id: 2, text: 'note 2' },
      ],
      count: 2,
      links: { self: `${base}?limit=2&offset=2`, next: `${base}?limit=2&offset=4`, prev: `${base}?limit=2&offset=0` },
    });
    expect((await list('?limit=2')).body.links).toEqual({ self: `${base}?limit=2`, next: `${base}?limit=2&offset=2` });
  });

  test('oldest first where it is asked for', async () => {
    const list = await notesApi({ order: { enum: ['asc', 'desc'] } }, notes);
    expect(ids((await list('?order=asc')).body)).toEqual([1, 2, 3, 4, 5]);
    expect(ids((await list('?order=desc')).body)).toEqual([5, 4, 3, 2, 1]);
  });
});
