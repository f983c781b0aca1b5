import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { AccessStore, ListedMember, Member } from './access-store.ts';

/** Times are ISO 8601 text on both databases. */
type AccessTables = Record<
  'early_access_organizations',
  { access_group: string; organization: string; added_at: string }
> &
  Record<'early_access_cohorts', { access_group: string; cohort: string; added_at: string }> &
  Record<
    'early_access_requests',
    { access_group: string; organization: string; asked_by: string; asked_at: string; note: string }
  > &
  Record<'organizations', { id: string; name: string }> &
  Record<'cohorts', { id: string; name: string; archived_at: string | null }> &
  Record<'cohort_members', { cohort: string; organization: string }> &
  Record<'account_people', { id: string; name: string }>;

export function sqlAccessStore(database: Pick<Database, 'db'>, clock: Clock): AccessStore {
  const db = database.db.withTables<AccessTables>();
  const now = () => clock.now().toISOString();
  const tableOf = { organization: 'organizations', cohort: 'cohorts' } as const;

  async function nameOf({ kind, id }: Member): Promise<string | null> {
    const row = await db.selectFrom(tableOf[kind]).where('id', '=', id).select('name').executeTakeFirst();
    return row?.name ?? null;
  }

  return {
    async groupsOf(organization) {
      const rows = await db
        .selectFrom('early_access_organizations')
        .where('organization', '=', organization)
        .select('access_group')
        .union(
          db
            .selectFrom('early_access_cohorts')
            .innerJoin('cohort_members', 'cohort_members.cohort', 'early_access_cohorts.cohort')
            .where('cohort_members.organization', '=', organization)
            .select('access_group'),
        )
        .execute();
      return rows.map(({ access_group: group }) => group);
    },

    async members() {
      const organizations = await db
        .selectFrom('early_access_organizations as entry')
        .innerJoin('organizations as whose', 'whose.id', 'entry.organization')
        .select(['entry.access_group', 'entry.added_at', 'whose.id', 'whose.name'])
        .orderBy('whose.name')
        .orderBy('whose.id')
        .execute();
      const cohorts = await db
        .selectFrom('early_access_cohorts as entry')
        .innerJoin('cohorts as whose', 'whose.id', 'entry.cohort')
        .select(['entry.access_group', 'entry.added_at', 'whose.id', 'whose.name'])
        .orderBy('whose.name')
        .orderBy('whose.id')
        .execute();
      const listed = (kind: Member['kind'], rows: typeof cohorts) =>
        rows.map(({ access_group: group, added_at: at, id, name }): ListedMember => ({
          ...{ kind, id, name, group },
          since: new Date(at),
        }));
      return [...listed('cohort', cohorts), ...listed('organization', organizations)];
    },

    async add(group, member) {
      const name = await nameOf(member);
      if (name === null) return null;
      const row = { access_group: group, added_at: now() };
      if (member.kind === 'cohort') {
        await db
          .insertInto('early_access_cohorts')
          .values({ ...row, cohort: member.id })
          .onConflict((conflict) => conflict.columns(['cohort', 'access_group']).doNothing())
          .execute();
        return name;
      }
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('early_access_organizations')
          .values({ ...row, organization: member.id })
          .onConflict((conflict) => conflict.columns(['organization', 'access_group']).doNothing())
          .execute();
        await transaction
          .deleteFrom('early_access_requests')
          .where('access_group', '=', group)
          .where('organization', '=', member.id)
          .execute();
      });
      return name;
    },

    async remove(group, member) {
      const { numDeletedRows } = await (
        member.kind === 'cohort'
          ? db.deleteFrom('early_access_cohorts').where('cohort', '=', member.id)
          : db.deleteFrom('early_access_organizations').where('organization', '=', member.id)
      )
        .where('access_group', '=', group)
        .executeTakeFirst();
      return numDeletedRows > 0n ? nameOf(member) : null;
    },

    async requests() {
      const rows = await db
        .selectFrom('early_access_requests as request')
        .innerJoin('organizations', 'organizations.id', 'request.organization')
        .leftJoin('account_people as person', 'person.id', 'request.asked_by')
        .select([
          ...(['request.access_group', 'request.organization', 'request.asked_at', 'request.note'] as const),
          ...(['organizations.name', 'person.name as asker'] as const),
        ])
        .orderBy('request.asked_at')
        .orderBy('request.organization')
        .execute();
      return rows.map(({ access_group: group, asked_at: at, asker, ...rest }) => ({
        ...rest,
        ...{ group, askedBy: asker, askedAt: new Date(at) },
      }));
    },

    async ask(group, organization, person, note) {
      const said = { asked_by: person, asked_at: now(), note };
      await db
        .insertInto('early_access_requests')
        .values({ access_group: group, organization, ...said })
        .onConflict((conflict) => conflict.columns(['organization', 'access_group']).doUpdateSet(said))
        .execute();
    },

    async decline(group, organization) {
      const { numDeletedRows } = await db
        .deleteFrom('early_access_requests')
        .where('access_group', '=', group)
        .where('organization', '=', organization)
        .executeTakeFirst();
      return numDeletedRows > 0n ? nameOf({ kind: 'organization', id: organization }) : null;
    },

    async askedFor(organization) {
      const query = db.selectFrom('early_access_requests').where('organization', '=', organization);
      return (await query.select('access_group').execute()).map(({ access_group: group }) => group);
    },

    async candidates(group, words, most) {
      const pattern = sql<string>`${containing(words.toLowerCase())} escape '\\'`;
      const cohorts = await db
        .selectFrom('cohorts')
        .where(sql<string>`lower(name)`, 'like', pattern)
        .where('archived_at', 'is', null)
        .where('id', 'not in', db.selectFrom('early_access_cohorts').where('access_group', '=', group).select('cohort'))
        .orderBy('name')
        .orderBy('id')
        .limit(most)
        .select(['id', 'name'])
        .execute();
      const organizations = await db
        .selectFrom('organizations')
        .where(sql<string>`lower(name)`, 'like', pattern)
        .where(
          'id',
          'not in',
          db.selectFrom('early_access_organizations').where('access_group', '=', group).select('organization'),
        )
        .orderBy('name')
        .orderBy('id')
        .limit(most)
        .select(['id', 'name'])
        .execute();
      const of = (kind: Member['kind'], rows: typeof cohorts) => rows.map((row) => ({ ...row, kind }));
      return [...of('cohort', cohorts), ...of('organization', organizations)].slice(0, most);
    },
  };
}

/** A pattern for texts that contain the words, in which `%` and `_` are themselves. */
function containing(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
