import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aContract, anOperation, aResponse } from '../../../contract/model.fixture.ts';
import { newSqlite } from '../../../tests/support/databases.ts';
import { portalMigrations } from '../../migrations.ts';
import { type Database, migrate, openDatabase } from '../../platform/database/index.ts';
import { startGateway } from './gateway.fixture.ts';

const contract = aContract([anOperation({ id: 'listThings', path: '/things', responses: [aResponse('200', true)] })]);

describe('a refusal says where its sender stands by each limit', () => {
  let database: Database;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const place = await newSqlite();
    database = await openDatabase(place);
    remove = () => place.remove();
    await migrate(database, portalMigrations);
  });
  afterAll(async () => {
    await database.close();
    await remove();
  });

  const send = async (requestsPerMinute: number, requestsPerDay: number, requests: number, name: string) => {
    const limits = { burstSeconds: 60, classes: [], requestsPerDay };
    const { app } = await startGateway(database, [contract], { limits, requestsPerMinute });
    const headers = { authorization: `Bearer ptl_test_${name}` };
    const url = `/gateway/${contract.api}/${contract.version}/things`;
    for (let count = 1; count < requests; count += 1) await app.inject({ url, headers });
    const last = await app.inject({ url, headers });
    await app.close();
    const said = (field: string) => String(last.headers[field]);
    return {
      status: last.statusCode,
      states: said('ratelimit'),
      policies: said('ratelimit-policy'),
      retry: said('retry-after'),
    };
  };

  test('where the quota of the day refuses it', async () => {
    const { status, states, policies, retry } = await send(600, 2, 3, 'a');
    expect(status).toBe(429);
    expect(states).toMatch(/^"default";r=\d+;t=\d+, "day";r=0;t=\d+$/);
    expect(policies).toMatch(/^"default";q=600;w=60, "day";q=2;w=86400$/);
    expect(retry).toBe(/"day";r=0;t=(\d+)/.exec(states)?.[1]);
  });

  test('where the bucket refuses it', async () => {
    const { status, states, retry } = await send(2, 1000, 3, 'b');
    expect(status).toBe(429);
    expect(states).toMatch(/^"default";r=0;t=\d+, "day";r=998;t=\d+$/);
    expect(retry).toBe(/"default";r=0;t=(\d+)/.exec(states)?.[1]);
  });
});
