import { sql } from 'kysely';
import type { Adopt } from '../../platform/adopt.ts';
import { type ExclusiveSpaces, lock } from './exclusive-space.ts';
import type { SandboxDb, SandboxTables } from './sandbox-tables.ts';
import type { Space } from './sandbox-store.ts';

/** Each with what makes two of one organization different. */
const tables = { sandbox_spaces: [], sandbox_answers: ['key'] } as const;

/** Spaces, their clocks and snapshots, and the answers that idempotency keeps; rows stay where they are, for a space points to them. */
export async function adoptSpaces(
  kind: ExclusiveSpaces['kind'],
  ...[transaction, from, to]: Parameters<Adopt>
): Promise<void> {
  const db = transaction.withTables<SandboxTables>();
  const spaces = await spacesOf(db, from);
  // What another process does at one of them ends first.
  if (kind === 'postgres') for (const space of spaces) await lock(db, space);
  await sql`update sandbox_snapshots set organization = ${to} where organization = ${from}`.execute(transaction);
  for (const [table, more] of Object.entries(tables)) {
    const same = ['api', 'version', ...more].map((name) => sql`own.${sql.ref(name)} = ${sql.ref(`${table}.${name}`)}`);
    await sql`
      update ${sql.table(table)} set organization = ${to} where organization = ${from} and not exists (
        select 1 from ${sql.table(table)} own where own.organization = ${to} and ${sql.join(same, sql` and `)})`.execute(
      transaction,
    );
  }
}

/**
 * Runs `work` while nobody in this process is at one of the organization's spaces: a reset or a restore in pieces would else end at a space
 * that has gone. To be called outside a transaction.
 */
export async function whileStill<T>(
  spaces: Pick<ExclusiveSpaces, 'db' | 'inTurnAt'>,
  organization: string,
  work: () => Promise<T>,
): Promise<T> {
  const all = await spacesOf(spaces.db, organization);
  return all.reduceRight<() => Promise<T>>((inner, space) => () => spaces.inTurnAt(space, inner), work)();
}

/** In one order everywhere: whoever waits for several waits in the same order. */
function spacesOf(db: SandboxDb, organization: string): Promise<readonly Space[]> {
  return db
    .selectFrom('sandbox_spaces')
    .where('organization', '=', organization)
    .orderBy('api')
    .orderBy('version')
    .select(['organization', 'api', 'version'])
    .execute();
}
