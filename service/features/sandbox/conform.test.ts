import { describe, expect, test } from 'vitest';
import type { Schema } from '../../../contract/model.ts';
import { aContract } from '../../../contract/model.fixture.ts';
import { conform } from './conform.ts';
import { contractTools } from './contract-tools.ts';

const contract = aContract([]);
const tools = contractTools(contract);
const schema: Schema = {
  type: 'object',
  required: ['id', 'status', 'holder'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', minLength: 3 },
    status: { type: 'string', enum: ['pending', 'accepted'] },
    holder: {
      type: 'object',
      required: ['email'],
      properties: { email: { type: 'string', format: 'email' }, name: { type: 'string' } },
    },
    tags: { type: 'array', items: { type: 'string' } },
  },
};

describe('a value is made to fit its schema, and changes as little as possible', () => {
  const good = { id: 'off_1', status: 'accepted', holder: { email: 'ada@example.com', name: 'Ada' }, tags: ['a'] };
  test.each<[string, unknown, object]>([
    ['what fits stays as it is', good, good],
    ['what is missing is added', { ...good, status: undefined }, { ...good, status: 'pending' }],
    ['what is wrong is replaced', { ...good, status: 'lost' }, { ...good, status: 'pending' }],
    ['what must not be there is left out', { ...good, extra: 1 }, good],
    ['what is wrong inside is replaced inside', { ...good, tags: ['a', 7] }, { id: 'off_1', status: 'accepted' }],
  ])('%s', (_name, value, want) => {
    const made = conform(contract, tools, schema, JSON.parse(JSON.stringify(value)));
    expect(made).toMatchObject(want);
    expect(tools.check(schema, made)).toEqual([]);
  });

  test('inside an object that is wrong in one place, the rest is kept', () => {
    const made = conform(contract, tools, schema, { ...good, holder: { name: 'Ada' } });
    expect(made).toMatchObject({ id: 'off_1', holder: { name: 'Ada' } });
    expect(tools.check(schema, made)).toEqual([]);
  });

  test.each([[null], [7], ['text'], [[]], [[1, 2]]])('%j becomes a value that fits', (value) => {
    expect(tools.check(schema, conform(contract, tools, schema, value))).toEqual([]);
  });

  test('an alternative is chosen where none fits', () => {
    const either: Schema = {
      oneOf: [
        { type: 'object', required: ['a'], properties: { a: { const: 1 } }, additionalProperties: false },
        { type: 'object', required: ['b'], properties: { b: { const: 2 } }, additionalProperties: false },
      ],
    };
    expect(tools.check(either, conform(contract, tools, either, { c: 3 }))).toEqual([]);
  });
});
