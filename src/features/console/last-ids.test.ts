import { describe, expect, test } from 'vitest';
import { collectionKey, idOfMade, rememberedValues } from './last-ids';
import { operationPage, parameter } from './page.fixture';

const create = operationPage({ method: 'post', path: '/offers' });
const json = (value: unknown) => ({ kind: 'text' as const, text: JSON.stringify(value) });

describe('the id of what was made', () => {
  test.each([
    ['is the body’s id', create, { status: 201, body: json({ id: 'off_1' }), location: '/offers/x' }, 'off_1'],
    ['may be a number', create, { status: 201, body: json({ id: 7 }), location: null }, '7'],
    ['is else the end of Location', create, { status: 201, body: json({}), location: '/v2/offers/off%201?x' }, 'off 1'],
    ['is nothing in a refusal', create, { status: 400, body: json({ id: 'x' }), location: null }, null],
    ['is nothing in a list', create, { status: 200, body: json([{ id: 'x' }]), location: null }, null],
    ['is nothing in rubbish', create, { status: 201, body: { kind: 'text' as const, text: '{' }, location: '%' }, null],
    ['is nothing after a GET', operationPage(), { status: 200, body: json({ id: 'x' }), location: null }, null],
  ])('%s', (_name, page, made, want) => {
    expect(idOfMade(page, made)).toBe(want);
  });
});

describe('an item’s operation', () => {
  const ids = new Map([
    [collectionKey(create, '/offers'), 'off_1'],
    [collectionKey(create, '/offers/{offer_id}/events'), 'evt_1'],
  ]);

  test.each([
    ['/offers/{offer_id}', ['offer_id'], { 'path:offer_id': 'off_1' }],
    ['/offers/{offer_id}/revoke', ['offer_id'], { 'path:offer_id': 'off_1' }],
    ['/offers/{offer_id}/events/{id}', ['offer_id', 'id'], { 'path:offer_id': 'off_1', 'path:id': 'evt_1' }],
    ['/issuers/{id}', ['id'], {}],
    ['/offers', [], {}],
  ])('%s starts with the ids made last', (path, names, want) => {
    const page = operationPage({ path, parameters: names.map((name) => parameter({ name, in: 'path' })) });
    expect(rememberedValues(page, ids)).toEqual(want);
  });

  test('of another version starts with nothing', () => {
    const page = operationPage({
      version: 'v1',
      path: '/offers/{id}',
      parameters: [parameter({ name: 'id', in: 'path' })],
    });
    expect(rememberedValues(page, ids)).toEqual({});
  });
});
