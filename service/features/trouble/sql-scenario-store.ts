import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import { noProgress, type Progress } from './progress.ts';
import type { ScenarioId } from './scenario.ts';
import type { RunInProgress, ScenarioRun } from './scenario-run.ts';
import type { RunOwner, ScenarioStore } from './scenario-store.ts';

interface RunsTable {
  organization: string;
  /** Empty: the whole organization. */
  key_id: string;
  scenario: string;
  settings: string;
  seed: number;
  started_at: string;
  ends_at: string;
  progress: string;
}

type Tables = Record<'sandbox_trouble', RunsTable>;

export function sqlScenarioStore(database: Database): ScenarioStore {
  const db = database.db.withTables<Tables>();
  return {
    async begin(run) {
      const row = toRow(run, noProgress);
      await db
        .insertInto('sandbox_trouble')
        .values(row)
        .onConflict((conflict) => conflict.columns(['organization', 'key_id', 'scenario']).doUpdateSet(row))
        .execute();
    },

    async end({ organization, keyId }, scenario, at) {
      const { numUpdatedRows } = await db
        .updateTable('sandbox_trouble')
        .set({ ends_at: at.toISOString() })
        .where('organization', '=', organization)
        .where('key_id', 'in', [keyId, ''])
        .where('scenario', '=', scenario)
        .where('ends_at', '>', at.toISOString())
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    list: async (who) => (await ownedBy(db, who).execute()).map(toRun),

    async allOn(at) {
      const rows = await db.selectFrom('sandbox_trouble').selectAll().where('ends_at', '>', at.toISOString()).execute();
      return rows.map(toRun);
    },

    advance: (who, at, turn) =>
      db.transaction().execute(async (transaction) => {
        const on = ownedBy(transaction, who).where('ends_at', '>', at.toISOString());
        // SQLite's transactions take turns by themselves.
        const rows = await (database.kind === 'postgres' ? on.forUpdate() : on).execute();
        const { advanced, result } = turn(rows.map(toRun));
        for (const { progress, ...run } of advanced) {
          await transaction
            .updateTable('sandbox_trouble')
            .set({ progress: JSON.stringify(progress) })
            .where('organization', '=', run.organization)
            .where('key_id', '=', run.keyId ?? '')
            .where('scenario', '=', run.scenario)
            .execute();
        }
        return result;
      }),

    async forget(before) {
      const { numDeletedRows } = await db
        .deleteFrom('sandbox_trouble')
        .where('ends_at', '<', before.toISOString())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** In one order everywhere: whoever locks rows locks them in the same order. */
function ownedBy(db: Kysely<Tables>, { organization, keyId }: RunOwner) {
  return db
    .selectFrom('sandbox_trouble')
    .selectAll()
    .where('organization', '=', organization)
    .where('key_id', 'in', [keyId, ''])
    .orderBy('key_id', 'desc')
    .orderBy('scenario');
}

function toRow(run: ScenarioRun, progress: Progress): Insertable<RunsTable> {
  return {
    organization: run.organization,
    key_id: run.keyId ?? '',
    scenario: run.scenario,
    settings: JSON.stringify(run.settings),
    seed: run.seed,
    started_at: run.startedAt.toISOString(),
    ends_at: run.endsAt.toISOString(),
    progress: JSON.stringify(progress),
  };
}

function toRun(row: Selectable<RunsTable>): RunInProgress {
  return {
    organization: row.organization,
    keyId: row.key_id === '' ? null : row.key_id,
    scenario: row.scenario as ScenarioId,
    settings: JSON.parse(row.settings) as ScenarioRun['settings'],
    seed: row.seed,
    startedAt: new Date(row.started_at),
    endsAt: new Date(row.ends_at),
    progress: { ...noProgress, ...(JSON.parse(row.progress) as Partial<Progress>) },
  };
}
