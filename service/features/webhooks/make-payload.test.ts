import { describe, expect, test } from 'vitest';
import { readDescription } from '../../../contract/read/description.fixture.ts';
import { validatorFor } from '../../../contract/validate/index.ts';
import { documentOf, idNamesOf, makePayload } from './make-payload.ts';

const now = new Date('2026-11-21T09:00:00.500Z');
const random = (count: number) => new Uint8Array(count).fill(3);

function seatHeld(schema: object, example?: unknown) {
  const contract = readDescription({
    webhooks: {
      'seat.held': {
        post: {
          operationId: 'seatHeld',
          requestBody: { content: { 'application/json': { schema, ...(example !== undefined && { example }) } } },
          responses: { 204: { description: 'Thanks.' } },
        },
      },
    },
  });
  const [webhook] = contract.webhooks;
  if (webhook === undefined) throw new Error('There is no webhook.');
  return { contract, webhook };
}

const text = { type: 'string' };
const event = {
  type: 'object',
  required: ['id', 'type', 'timestamp', 'data'],
  properties: {
    id: { type: 'string', pattern: '^evt_[0-9a-z]{8}$' },
    type: { type: 'string', enum: ['seat.held', 'seat.free'] },
    timestamp: { type: 'string', format: 'date-time' },
    data: {
      type: 'object',
      required: ['seat_id', 'row'],
      properties: { seat_id: text, row: { type: 'integer' }, holder_name: text, note: text },
    },
  },
};
const shown = {
  id: 'evt_aaaaaaaa',
  type: 'seat.free',
  timestamp: '2020-01-01T00:00:00Z',
  data: { seat_id: 's9', row: 1, note: 'shown' },
};

describe('a payload', () => {
  test('is of the item: members by the same name, its id, a member of a member; id, type and time are its own', () => {
    const { contract, webhook } = seatHeld(event, shown);
    const item = { id: 's1', row: 12, holder: { name: 'Ada' }, price: 5 };
    const made = makePayload(contract, webhook, { item, idNames: idNamesOf('/seats/{seat}/hold') }, random, now);
    expect(made).toMatchObject({
      type: 'seat.held',
      timestamp: '2026-11-21T09:00:00Z',
      data: { seat_id: 's1', row: 12, holder_name: 'Ada' },
    });
    expect((made as typeof shown).id).not.toBe(shown.id);
    // What is neither required nor known is not said: it would be of another seat.
    expect((made as typeof shown).data).not.toHaveProperty('note');
  });

  test.each([
    ['without an item, from the example', event, shown],
    ['without an example', event, undefined],
    ['of a schema that is no object', { type: 'array', items: text, minItems: 1 }, undefined],
    ['where the example does not fit', event, { id: 5, type: 'x', data: [] }],
  ])('fits the contract’s schema %s', (_name, schema, example) => {
    const { contract, webhook } = seatHeld(schema, example);
    const item = { id: 's1', row: 'not a number' };
    for (const occasion of [null, { item, idNames: ['seat_id'] }]) {
      const made = makePayload(contract, webhook, occasion, random, now);
      expect(validatorFor(contract).validate(documentOf(webhook)?.schema ?? false, made, 'request')).toEqual([]);
    }
  });

  test.each([
    ['/credentials/{credential_id}/revoke', ['credential_id', 'credentialId']],
    ['/webhook-endpoints', ['webhook_endpoint_id', 'webhookEndpointId']],
    ['/companies/{id}', ['company_id', 'companyId']],
  ])('knows what the id of %s is called', (path, names) => {
    expect(idNamesOf(path)).toEqual(expect.arrayContaining(names));
  });
});
