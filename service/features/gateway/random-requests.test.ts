import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { agreeing } from '../sandbox/agreeing.fixture.ts';
import { contractAt, examples, startGateway } from './gateway.fixture.ts';
import { validRequests } from './random-body.fixture.ts';

/** Whatever fits the contract is taken, kept and given back, and every answer is as the contract promises. */
describe('random valid requests', () => {
  test.each([
    ['openapi/cardea/v2.yaml', 'createCredentialOffer', '/credential-offers', true],
    ['openapi/cardea/v2.yaml', 'createCredentialType', '/credential-types', true],
    ['openapi/cardea/v2.yaml', 'createWebhookEndpoint', '/webhook-endpoints', true],
    ['openapi/cardea/v1.yaml', 'createCredential', '/credentials', true],
    ['openapi/cardea/v1.yaml', 'createWebhook', '/webhooks', false],
    [`${examples}/3.1/json/train-travel.json`, 'create-booking', '/bookings', true],
  ])('%s %s', async (file, operationId, path, isReadable) => {
    const place = await newSqlite();
    const database = await openDatabase(place);
    await migrate(database, sandboxMigrations);
    const contract = await contractAt(file, 'api');
    const { app, exchanges } = await startGateway(database, [contract]);
    const media = contract.operations.find(({ id }) => id === operationId)?.requestBody?.content[0];
    const call = (method: 'GET' | 'POST' | 'DELETE', url: string, body?: unknown) =>
      app.inject({
        method,
        url: `/gateway/api/v1${url}`,
        headers: {
          authorization: 'Bearer ptl_test_a',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      });

    await fc.assert(
      fc.asyncProperty(validRequests(contract, media?.schema ?? true).map(agreeing), async (body) => {
        exchanges.length = 0;
        const made = await call('POST', path, body);
        expect([made.statusCode, made.body.slice(0, 500)]).toEqual([201, made.body.slice(0, 500)]);
        expect(made.json()).toMatchObject(kept(made.json<object>(), body as object));
        const { id } = made.json<{ id: string | number }>();
        const item = `${path}/${encodeURIComponent(String(id))}`;
        if (isReadable) {
          const read = await call('GET', item);
          expect(read.json()).toMatchObject(withoutSecrets(made.json<object>()));
        }
        expect((await call('GET', path)).statusCode).toBe(200);
        expect((await call('DELETE', item)).statusCode).toBe(204);
        if (isReadable) expect((await call('GET', item)).statusCode).toBe(404);
        expect(exchanges.flatMap((exchange) => exchange.findings)).toEqual([]);
      }),
      { numRuns: 40 },
    );
    await app.close();
    await database.close();
    await place.remove();
  });
});

/** What the client said, of what the answer speaks of. */
function kept(answer: object, body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(answer, name)));
}

/** A secret is shown once, by the operation that makes it; `links` differ between the answers of one thing. */
function withoutSecrets(thing: object): object {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => !/secret|links/.test(name)));
}
