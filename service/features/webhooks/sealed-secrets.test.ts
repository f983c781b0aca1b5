import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { type Database, migrate } from '../../platform/database/index.ts';
import { seal } from '../../platform/secret/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { webhooksMigrations } from './index.ts';
import { sealLanes } from './seal-lanes.ts';
import { sqlWebhookStore } from './sql-webhook-store.ts';
import type { WebhookTables } from './tables.ts';
import { startWebhooks } from './webhooks.fixture.ts';

const sealing = seal(Buffer.alloc(32, 9), 'webhooks');
const lanesOf = ({ db }: Database) => db.withTables<WebhookTables>().selectFrom('webhook_lanes').selectAll().execute();
/** All that it holds, as text. */
async function dumpOf({ db }: Database): Promise<string> {
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)));
  return JSON.stringify(rows.map((found) => found.rows));
}

describeOnBothDatabases('what signs webhooks', (open) => {
  /** A database of the time before secrets were sealed, with a lane whose secret is being rotated. */
  async function earlier(...lanes: string[]): Promise<Database> {
    const database = await open([...sandboxMigrations, ...webhooksMigrations.slice(0, 1)]);
    for (const lane of lanes) {
      await database.db
        .withTables<{ webhook_lanes: Omit<WebhookTables['webhook_lanes'], 'sealed'> }>()
        .insertInto('webhook_lanes')
        .values({
          ...{ lane, organization: 'org_1', secret: `whsec_now_${lane}`, previous_secret: 'whsec_before' },
          ...{ previous_until: '2026-11-22T09:00:00.000Z', url: null, failing_since: null },
          created_at: '2026-11-20T09:00:00.000Z',
        })
        .execute();
    }
    await migrate(database, [...sandboxMigrations, ...webhooksMigrations]);
    return database;
  }

  test('does not lie open in the database', async () => {
    const running = await startWebhooks(open);
    const { inbox } = (await running.ask('GET', '/webhooks')).body;
    const { secret } = (await running.ask('PUT', '/webhooks/address', { url: 'https://hooks.example/in' })).body;
    const made = await running.play('createWebhookEndpoint', {}, { url: 'https://hooks.example/', event_types: ['*'] });
    const rotated = await running.play('rotateWebhookEndpointSecret', { webhook_endpoint_id: String(made.id) });
    const secrets = [inbox.secret, secret, made.secret, rotated.secret].map(String);
    expect(new Set(secrets).size).toBe(4);
    const text = await dumpOf(running.database);
    for (const one of secrets) {
      expect(one).toMatch(/^whsec_/);
      expect(text).not.toContain(one);
    }
  });

  test('is sealed at the next start where an earlier version left it open, and signs as before', async () => {
    const database = await earlier('org_1/inbox');
    const running = await startWebhooks(database);
    expect((await running.ask('GET', '/webhooks')).body.inbox.secret).toBe('whsec_now_org_1/inbox');
    expect(JSON.stringify(await lanesOf(database))).not.toContain('whsec_');
    const lane = await sqlWebhookStore(database, sealing).lane('org_1/inbox');
    expect(lane).toMatchObject({ previous: { secret: 'whsec_before', until: new Date('2026-11-22T09:00:00.000Z') } });
  });

  test('is sealed once, however many start at once, and after a start that was killed on the way', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `org_1/${n}`);
    const database = await earlier(...names);
    const [first] = names;
    await database.db
      .withTables<WebhookTables>()
      .updateTable('webhook_lanes')
      .set({ secret: sealing.close('sealed before the kill'), previous_secret: null, sealed: 1 })
      .where('lane', '=', String(first))
      .execute();
    const counts = await Promise.all([1, 2, 3].map(() => sealLanes(database, sealing)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(19);
    expect(await sealLanes(database, sealing)).toBe(0);
    const store = sqlWebhookStore(database, sealing);
    const secrets = await Promise.all(names.map(async (lane) => (await store.lane(lane))?.secret));
    expect(secrets).toEqual(['sealed before the kill', ...names.slice(1).map((lane) => `whsec_now_${lane}`)]);
  });

  test('is not opened with another secret of the portal', async () => {
    const database = await earlier('org_1/inbox');
    await sealLanes(database, sealing);
    const other = sqlWebhookStore(database, seal(Buffer.alloc(32, 1), 'webhooks'));
    await expect(other.lane('org_1/inbox')).rejects.toThrow();
  });
});
