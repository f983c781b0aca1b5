import type { Kysely } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { NewId } from '../../platform/ids.ts';
import type { ComparedGroup, Sighting } from './drift-batch.ts';
import { cleanAnswersToResolve, type DriftGroup, exchangesKept, groupKey } from './drift-entry.ts';
import { type DriftRow, toEntry } from './drift-row.ts';
import type { DriftStore } from './drift-store.ts';

type Tables = Kysely<{ drift_entries: DriftRow }>;

/** More places than this in the answers of one group tell nobody more. */
const mostOfGroup = 50;

export function sqlDriftStore(database: Database, newId: NewId): DriftStore {
  const db = database.db.withTables<{ drift_entries: DriftRow }>();
  return {
    async write({ sightings, groups }, now) {
      return db.transaction().execute(async (transaction) => {
        // In one order everywhere, so that two processes do not wait for each other.
        for (const [, compared] of [...groups].toSorted(byKey)) await countClean(transaction, compared);
        let beyond = 0;
        for (const [, sighting] of [...sightings].toSorted(byKey)) {
          const cleanAnswers = (groups.get(groupKey(sighting.group))?.compared ?? 0) - sighting.comparedUntil;
          if (!(await addSighting(transaction, sighting, cleanAnswers, newId))) beyond += 1;
        }
        await transaction
          .updateTable('drift_entries')
          .set({ resolved_at: now.toISOString(), resolved_by: 'clean-answers' })
          .where('resolved_at', 'is', null)
          .where('clean_answers', '>=', cleanAnswersToResolve)
          .execute();
        return { beyond };
      });
    },

    async openGroups() {
      const rows = await db
        .selectFrom('drift_entries')
        .select(['api', 'version', 'operation', 'environment', 'status'])
        .distinct()
        .where('resolved_at', 'is', null)
        .execute();
      return new Set(rows.map(groupKey));
    },

    async list({ state, api, version, environment, limit }) {
      let query = db.selectFrom('drift_entries').selectAll();
      if (state !== 'all') query = query.where('resolved_at', state === 'open' ? 'is' : 'is not', null);
      if (api !== undefined) query = query.where('api', '=', api);
      if (version !== undefined) query = query.where('version', '=', version);
      if (environment !== undefined) query = query.where('environment', '=', environment);
      const rows = await query
        .orderBy((entry) => entry.case().when('resolved_at', 'is', null).then(0).else(1).end())
        .orderBy('last_seen', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toEntry);
    },

    async resolve(id, at) {
      await db
        .updateTable('drift_entries')
        .set({ resolved_at: at.toISOString(), resolved_by: 'person' })
        .where('id', '=', id)
        .where('resolved_at', 'is', null)
        .execute();
      const row = await db.selectFrom('drift_entries').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toEntry(row);
    },

    async removeResolved(before) {
      await db.deleteFrom('drift_entries').where('resolved_at', '<', before.toISOString()).execute();
    },
  };
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

async function countClean(db: Tables, { group, compared }: ComparedGroup): Promise<void> {
  await ofGroup(
    db
      .updateTable('drift_entries')
      .set((entry) => ({ clean_answers: entry('clean_answers', '+', compared) }))
      .where('resolved_at', 'is', null),
    group,
  ).execute();
}

/** False where the group has as many entries as it may. */
async function addSighting(db: Tables, seen: Sighting, cleanAnswers: number, newId: NewId): Promise<boolean> {
  const known = await db
    .selectFrom('drift_entries')
    .select(['exchanges', 'example'])
    .where('fingerprint', '=', seen.fingerprint)
    .executeTakeFirst();
  if (known === undefined && (await countOfGroup(db, seen.group)) >= mostOfGroup) return false;
  const earlier = known === undefined ? [] : (JSON.parse(known.exchanges) as string[]);
  const latest = {
    last_seen: seen.lastSeen.toISOString(),
    clean_answers: cleanAnswers,
    example: seen.example ?? known?.example ?? null,
    exchanges: JSON.stringify([...seen.exchanges, ...earlier].slice(0, exchangesKept)),
    resolved_at: null,
    resolved_by: null,
  };
  await db
    .insertInto('drift_entries')
    .values({
      ...seen.group,
      ...latest,
      id: newId('drf'),
      fingerprint: seen.fingerprint,
      kind: seen.kind,
      place: seen.place,
      message: seen.message,
      first_seen: seen.firstSeen.toISOString(),
      count: seen.count,
    })
    .onConflict((conflict) =>
      conflict
        .column('fingerprint')
        .doUpdateSet((entry) => ({ ...latest, count: entry('drift_entries.count', '+', seen.count) })),
    )
    .execute();
  return true;
}

async function countOfGroup(db: Tables, group: DriftGroup): Promise<number> {
  const query = db.selectFrom('drift_entries').select((entries) => entries.fn.countAll<number>().as('count'));
  const row = await ofGroup(query, group).executeTakeFirst();
  return Number(row?.count ?? 0);
}

interface Conditions<Q> {
  where(column: keyof DriftGroup, operator: '=', value: string | number): Q;
}

function ofGroup<Q extends Conditions<Q>>(query: Q, group: DriftGroup): Q {
  return query
    .where('api', '=', group.api)
    .where('version', '=', group.version)
    .where('operation', '=', group.operation)
    .where('environment', '=', group.environment)
    .where('status', '=', group.status);
}
