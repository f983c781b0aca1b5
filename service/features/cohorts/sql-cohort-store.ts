import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Cohort, CohortWords } from './cohort.ts';
import type { CohortStore } from './cohort-store.ts';
import type { CohortTables } from './tables.ts';

type Row = CohortTables['cohorts'];

export function sqlCohortStore({ db: any }: Pick<Database, 'db'>, clock: Clock, newId: NewId): CohortStore {
  const db = any.withTables<CohortTables>();
  const now = () => clock.now().toISOString();

  async function find(id: string): Promise<Cohort | null> {
    const row = await db.selectFrom('cohorts').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toCohort(row);
  }

  return {
    find,

    async list() {
      const rows = await db
        .selectFrom('cohorts')
        .selectAll()
        .select((row) =>
          row
            .selectFrom('cohort_members')
            .whereRef('cohort_members.cohort', '=', 'cohorts.id')
            .select((member) => member.fn.countAll<number>().as('count'))
            .as('members'),
        )
        .orderBy(sql`case when archived_at is null then 0 else 1 end`)
        .orderBy('id', 'desc')
        .execute();
      return rows.map((row) => ({ ...toCohort(row), members: Number(row.members) }));
    },

    async add(words, by) {
      const row = { ...toRow(words), id: newId('coh'), created_by: by, created_at: now(), archived_at: null };
      await db.insertInto('cohorts').values(row).execute();
      return toCohort(row);
    },

    async change(id, { isArchived, ...words }) {
      const known = await find(id);
      if (known === null) return null;
      const archivedAt = known.archivedAt?.toISOString() ?? now();
      const archiving = isArchived === undefined ? {} : { archived_at: isArchived ? archivedAt : null };
      const changed = { ...toRow({ ...known, ...words }), ...archiving };
      await db.updateTable('cohorts').set(changed).where('id', '=', id).execute();
      return find(id);
    },

    async members(id) {
      const rows = await db
        .selectFrom('cohort_members')
        .innerJoin('organizations', 'organizations.id', 'cohort_members.organization')
        .where('cohort', '=', id)
        .orderBy('organizations.name')
        .orderBy('organizations.id')
        .select(['organizations.id as organization', 'organizations.name', 'cohort_members.joined_at'])
        .execute();
      return rows.map(({ joined_at, ...member }) => ({ ...member, joinedAt: new Date(joined_at) }));
    },

    async addMember(id, organization) {
      const known = await db.selectFrom('organizations').where('id', '=', organization).select('id').executeTakeFirst();
      if (known === undefined) return false;
      await db
        .insertInto('cohort_members')
        .values({ cohort: id, organization, joined_at: now() })
        .onConflict((conflict) => conflict.columns(['cohort', 'organization']).doNothing())
        .execute();
      return true;
    },

    async removeMember(id, organization) {
      const { numDeletedRows } = await db
        .deleteFrom('cohort_members')
        .where('cohort', '=', id)
        .where('organization', '=', organization)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    candidates: (id, words, most) =>
      db
        .selectFrom('organizations')
        .where(sql<string>`lower(name)`, 'like', sql<string>`${containing(words.toLowerCase())} escape '\\'`)
        .where('id', 'not in', db.selectFrom('cohort_members').where('cohort', '=', id).select('organization'))
        .orderBy('name')
        .orderBy('id')
        .limit(most)
        .select(['id', 'name'])
        .execute(),
  };
}

/** A pattern for texts that contain the words, in which `%` and `_` are themselves. */
function containing(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

function toRow({ name, description, journey, startsOn, endsOn, launchOn }: CohortWords) {
  return { name, description, journey, starts_on: startsOn, ends_on: endsOn, launch_on: launchOn };
}

function toCohort(row: Row): Cohort {
  return {
    ...{ id: row.id, name: row.name, description: row.description, journey: row.journey },
    ...{ startsOn: row.starts_on, endsOn: row.ends_on, launchOn: row.launch_on },
    createdAt: new Date(row.created_at),
    archivedAt: row.archived_at === null ? null : new Date(row.archived_at),
  };
}
