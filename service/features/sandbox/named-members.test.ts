import { describe, expect, test } from 'vitest';
import type { Contract, Schema } from '../../../contract/model.ts';
import { contractTools } from './contract-tools.ts';
import { namedMembers } from './named-members.ts';

const contract = {
  document: { components: { schemas: { Endpoint: { type: 'object', properties: { id: { type: 'string' } } } } } },
} as unknown as Contract;
const endpoint: Schema = { $ref: '#/components/schemas/Endpoint' };
const kept = { id: 'whe_1', secret: 'whsec_x' };

describe('an answer shows what its schema names', () => {
  test.each<[string, Schema, unknown, unknown]>([
    ['a member that is not named is left out', endpoint, kept, { id: 'whe_1' }],
    [
      'in the items of a list too',
      { type: 'object', properties: { data: { type: 'array', items: endpoint } } },
      { data: [kept] },
      { data: [{ id: 'whe_1' }] },
    ],
    ['through allOf', { allOf: [endpoint, { properties: { secret: { type: 'string' } } }] }, kept, kept],
    [
      'others stay where the schema takes them',
      { type: 'object', properties: { id: {} }, additionalProperties: { type: 'string' } },
      kept,
      kept,
    ],
    [
      'of alternatives the one that fits, also where they call different things by one name',
      {
        oneOf: [
          { required: ['type'], properties: { type: { const: 'a' }, data: { properties: { x: {} } } } },
          { required: ['type'], properties: { type: { const: 'b' }, data: { properties: { y: {} } } } },
        ],
      },
      { type: 'b', data: { x: 1, y: 2 } },
      { type: 'b', data: { y: 2 } },
    ],
    ['others stay where no member is named', { type: 'object' }, kept, kept],
  ])('%s', (_name, schema, value, want) => {
    expect(namedMembers(contract, contractTools(contract), schema, value)).toEqual(want);
  });
});
