import { type RawBuilder, sql } from 'kysely';
import { portalMigrations } from '../../service/migrations.ts';
import { type Database, migrate, openDatabase } from '../../service/platform/database/index.ts';
import { idBefore } from '../../service/platform/ids.ts';
import { OPERATIONS } from './journey.ts';

export interface Place {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
}

export interface Size {
  readonly organizations: number;
  readonly exchanges: number;
}

const DAY = 86_400_000;
const SPREAD_DAYS = 20;
const MEMBERS = 3;
const KEYS = 3;
const EVENTS = 20;
/** A statement is given up after a while. */
const AT_ONCE = 50_000;

export const organizationId = (index: number): string => `org_bench_${String(index).padStart(4, '0')}`;

/**
 * Organizations with members, keys and an audit log, and exchanges over the last 20 days, one organization's between those of all others.
 * How many operations an organization uses goes from none to all; one exchange of fifty failed and has its excerpt.
 */
export async function seed(place: Place, { organizations, exchanges }: Size): Promise<void> {
  const database = await openDatabase(place);
  try {
    await migrate(database, portalMigrations);
    const now = Date.now();
    const { series, padded, time } = dialect(database);
    const organization = (index: RawBuilder<unknown>) => sql`'org_bench_' || ${padded(index, 4)}`;
    const confirmed = database.kind === 'sqlite' ? sql`1` : sql`true`;
    const run = (query: RawBuilder<unknown>) => query.execute(database.db);
    const begun = now - (SPREAD_DAYS + 5) * DAY;

    await run(sql`${series(organizations)} insert into organizations (id, name, slug, "createdAt")
      select ${organization(sql`i`)}, 'Institute ' || i || ' of Navigation', 'bench-' || i,
        ${stamp(database, time(sql`${sql.lit(begun)} + i * 60000`))} from n`);
    await run(sql`${series(organizations * MEMBERS)} insert into account_people
        (id, name, email, "emailVerified", "createdAt", "updatedAt")
      select 'per_bench_' || i, 'Person ' || i, 'person' || i || '@bench.example', ${confirmed},
        ${stamp(database, time(sql.lit(begun)))}, ${stamp(database, time(sql.lit(begun)))} from n`);
    await run(sql`${series(organizations * MEMBERS)} insert into members (id, "organizationId", "userId", role, "createdAt")
      select 'mem_bench_' || i, ${organization(sql`i / ${sql.lit(MEMBERS)}`)}, 'per_bench_' || i,
        case when i % ${sql.lit(MEMBERS)} = 0 then 'owner' else 'developer' end,
        ${stamp(database, time(sql`${sql.lit(begun)} + i * 60000`))} from n`);
    await run(sql`${series(organizations * KEYS)} insert into keys
        (id, hash, organization, environment, requests_per_minute, created_at, label, hint)
      select 'key_bench_' || i, 'hash' || i, ${organization(sql`i / ${sql.lit(KEYS)}`)}, 'sandbox', 600,
        ${time(sql`${sql.lit(begun)} + i * 60000`)}, 'Key ' || i, 'ptl_test_abcd' from n`);
    await run(sql`${series(organizations * EVENTS)} insert into audit_events (id, at, kind, organization, subject)
      select ${idBefore('evt', new Date(begun)).slice(0, 14)} || ${padded(sql`i`, 16)}, ${time(sql`${sql.lit(begun)} + i * 60000`)},
        'key-created', ${organization(sql`i % ${sql.lit(organizations)}`)}, 'Key ' || i from n`);

    const count = sql.lit(organizations);
    const uses = sql`(i % ${count}) % ${sql.lit(OPERATIONS.length + 1)}`;
    const named = sql.join(
      OPERATIONS.map((name, index) => sql`when ${sql.lit(index)} then ${sql.lit(name)}`),
      sql` `,
    );
    const isFailing = sql`(i / ${count}) % 50 = 49`;
    const step = Math.floor((SPREAD_DAYS * DAY) / exchanges);
    for (let from = 0; from < exchanges; from += AT_ONCE)
      await run(sql`${series(Math.min(AT_ONCE, exchanges - from), from)} insert into exchanges
        (id, request_id, at, api, version, operation, key_id, organization, environment, method, path, status,
         upstream_status, duration_ms, upstream_ms, request_bytes, response_bytes, findings, is_compared, is_kept, excerpt)
      select ${idBefore('exc', new Date(now - SPREAD_DAYS * DAY)).slice(0, 14)} || ${padded(sql`i`, 16)}, 'req_' || i,
        ${time(sql`${sql.lit(now - SPREAD_DAYS * DAY)} + i * ${sql.lit(step)}`)}, 'cardea', 'v2',
        case when ${uses} = 0 then null else case ((i / ${count}) % ${uses}) ${named} end end,
        'key_bench_' || (i % ${count}) * ${sql.lit(KEYS)}, ${organization(sql`i % ${count}`)}, 'sandbox', 'GET',
        '/issuers/iss_' || i, case when ${uses} = 0 or ${isFailing} then 404 else 200 end, null, 4.2, 3.1, 120, 640,
        case when ${isFailing} then ${'[{"in":"path","at":"issuer_id","message":"is not an id"}]'} else '[]' end, 0, 0,
        case when ${isFailing} then ${JSON.stringify({ request: 'x'.repeat(400), answer: 'y'.repeat(600) })} end
      from n`);
    await run(sql`analyze`);
  } finally {
    await database.close();
  }
}

/** Of times, as the tables of accounts have them. */
const stamp = (database: Database, time: RawBuilder<unknown>) =>
  database.kind === 'sqlite' ? time : sql`cast(${time} as timestamptz)`;

/** What the two databases say differently. */
function dialect({ kind }: Database) {
  const isSqlite = kind === 'sqlite';
  return {
    /** `n` with its column `i`, so many. */
    series: (count: number, from = 0) =>
      isSqlite
        ? sql`with recursive n(i) as (select ${sql.lit(from)} union all select i + 1 from n where i < ${sql.lit(from + count - 1)})`
        : sql`with n as (select i from generate_series(cast(${sql.lit(from)} as bigint), ${sql.lit(from + count - 1)}) as s(i))`,
    padded: (value: RawBuilder<unknown>, length: number) =>
      isSqlite
        ? sql`printf(${sql.lit(`%0${length}d`)}, ${value})`
        : sql`lpad(cast(${value} as text), ${sql.lit(length)}, '0')`,
    /** ISO 8601 of milliseconds since 1970. */
    time: (milliseconds: RawBuilder<unknown>) =>
      isSqlite
        ? sql`strftime('%Y-%m-%dT%H:%M:%fZ', (${milliseconds}) / 1000.0, 'unixepoch')`
        : sql`to_char(to_timestamp((${milliseconds}) / 1000.0) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  };
}
