import type { Database } from '../../platform/database/index.ts';
import { callsOf, failingOf } from './calls-of.ts';
import type { PartnerStore } from './partner-store.ts';
import { isoTime, type ReadTables } from './tables.ts';

/** So many failing exchanges are shown. */
const mostFailing = 20;
const mostAnnouncements = 50;

export function sqlPartnerStore(database: Database): PartnerStore {
  const db = database.db.withTables<ReadTables>();

  const organizationOf = (organization: string) =>
    db
      .selectFrom('organizations')
      .leftJoin('team_first_calls', 'team_first_calls.organization', 'organizations.id')
      .leftJoin('key_launches', 'key_launches.organization', 'organizations.id')
      .where('organizations.id', '=', organization)
      .select(['organizations.id', 'organizations.name', 'organizations.createdAt'])
      .select(['team_first_calls.at', 'key_launches.launched_at'])
      .executeTakeFirst();

  const membersOf = (organization: string) =>
    db
      .selectFrom('members')
      .innerJoin('account_people', 'account_people.id', 'members.userId')
      .where('members.organizationId', '=', organization)
      .orderBy('members.createdAt')
      .orderBy('members.id')
      .select([
        'members.id',
        'members.userId as person',
        'members.role',
        'members.createdAt',
        'account_people.name',
        'account_people.email',
      ])
      .execute();

  const recordsOf = (organization: string) =>
    db
      .selectFrom('journey_records')
      .select(['journey', 'step', 'at', 'is_proven'])
      .where('organization', '=', organization)
      .execute();

  const cohortsOf = (organization: string) =>
    db
      .selectFrom('cohort_members')
      .innerJoin('cohorts', 'cohorts.id', 'cohort_members.cohort')
      .where('cohort_members.organization', '=', organization)
      .select(['cohorts.id', 'cohorts.name'])
      .orderBy('cohorts.name')
      .execute();

  const announcementsTo = (organization: string) =>
    db
      .selectFrom('cohort_members')
      .innerJoin('cohort_announcements', 'cohort_announcements.cohort', 'cohort_members.cohort')
      .where('cohort_members.organization', '=', organization)
      .whereRef('cohort_announcements.created_at', '>=', 'cohort_members.joined_at')
      .select(['subject', 'created_by', 'created_at'])
      .orderBy('created_at', 'desc')
      .limit(mostAnnouncements)
      .execute();

  const standingsOf = (organization: string) =>
    db.selectFrom('team_standings').selectAll().where('organization', '=', organization).execute();

  return {
    has: async (organization) => (await organizationOf(organization)) !== undefined,
    async find(id) {
      const organization = await organizationOf(id);
      if (organization === undefined) return null;
      const [members, records, standings, cohorts, announcements, calls, failing] = await Promise.all([
        ...([membersOf(id), recordsOf(id), standingsOf(id), cohortsOf(id), announcementsTo(id)] as const),
        ...([callsOf(db, [id]), failingOf(db, id, mostFailing)] as const),
      ]);
      return {
        ...{ id, name: organization.name, signedUpAt: isoTime(organization.createdAt) },
        ...{ firstCallAt: organization.at, launchedAt: organization.launched_at },
        members: members.map(({ createdAt, ...member }) => ({ ...member, joinedAt: isoTime(createdAt) })),
        standings: standings.map(({ journey, step, since, proven, is_complete, reviews, missing }) => ({
          ...{ journey, step, since, missing },
          ...{ proven: Number(proven), isComplete: Number(is_complete) === 1, reviews: Number(reviews) },
        })),
        records: records.map(({ is_proven, ...record }) => ({ ...record, isProven: Number(is_proven) === 1 })),
        cohorts,
        announcements: announcements.map(({ subject, created_by, created_at }) => ({
          ...{ subject, by: created_by, at: created_at },
        })),
        lastCall: calls.get(id)?.lastCall ?? null,
        failing,
      };
    },
  };
}
