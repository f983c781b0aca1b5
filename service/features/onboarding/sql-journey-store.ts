import type { Database } from '../../platform/database/index.ts';
import type { Evidence, JourneyRecord } from './journey-record.ts';
import type { JourneyStore } from './journey-store.ts';
import type { JourneyTables, RecordsTable } from './tables.ts';

export function sqlJourneyStore(database: Database): JourneyStore {
  const db = database.db.withTables<JourneyTables>();
  return {
    async records(organization, journey) {
      const rows = await db
        .selectFrom('journey_records')
        .selectAll()
        .where('organization', '=', organization)
        .where('journey', '=', journey)
        .orderBy('step')
        .execute();
      return rows.map(fromRow);
    },

    async stamp(organization, journey) {
      const rows = await db
        .selectFrom('journey_records')
        .select(['step', 'definition', 'at', 'is_proven'])
        .where('organization', '=', organization)
        .where('journey', '=', journey)
        .orderBy('step')
        .execute();
      return rows.map((row) => Object.values(row).join(' ')).join(',');
    },

    async keep(organization, record) {
      const row = toRow(organization, record);
      const kept = await db
        .insertInto('journey_records')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['organization', 'journey', 'step'])
            .doUpdateSet(row)
            .where((outer) =>
              outer.or([
                outer('journey_records.is_proven', '=', 0),
                outer('journey_records.definition', '!=', record.definition),
              ]),
            ),
        )
        .returning('step')
        .executeTakeFirst();
      return kept !== undefined;
    },

    async replace(organization, record) {
      const row = toRow(organization, record);
      await db
        .insertInto('journey_records')
        .values(row)
        .onConflict((conflict) => conflict.columns(['organization', 'journey', 'step']).doUpdateSet(row))
        .execute();
    },

    async lookedUpTo(organization, journey, definitions) {
      const row = await db
        .selectFrom('journey_looks')
        .select('exchange')
        .where('organization', '=', organization)
        .where('journey', '=', journey)
        .where('definitions', '=', definitions)
        .executeTakeFirst();
      return row?.exchange ?? null;
    },

    async looked(organization, journey, definitions, exchange) {
      const row = { organization, journey, definitions, exchange };
      await db
        .insertInto('journey_looks')
        .values(row)
        .onConflict((conflict) => conflict.columns(['organization', 'journey']).doUpdateSet(row))
        .execute();
    },

    async definedSince(named, now) {
      await db
        .insertInto('journey_definitions')
        .values({ ...named, since: now.toISOString() })
        .onConflict((conflict) => conflict.columns(['journey', 'step', 'definition']).doNothing())
        .execute();
      const { since } = await db
        .selectFrom('journey_definitions')
        .select('since')
        .where('journey', '=', named.journey)
        .where('step', '=', named.step)
        .where('definition', '=', named.definition)
        .executeTakeFirstOrThrow();
      return new Date(since);
    },

    // A range, not a pattern: an underscore of a pattern is any character.
    async forgetGuests(before) {
      await db
        .deleteFrom('journey_records')
        .where('organization', '>=', 'org_guest_')
        .where('organization', '<', 'org_guest`')
        .where('at', '<', before.toISOString())
        .execute();
    },
  };
}

function toRow(organization: string, record: JourneyRecord): RecordsTable {
  return {
    organization,
    journey: record.journey,
    step: record.step,
    title: record.title,
    definition: record.definition,
    at: record.at.toISOString(),
    is_proven: record.isProven ? 1 : 0,
    evidence: JSON.stringify(record.evidence),
  };
}

function fromRow(row: RecordsTable): JourneyRecord {
  return {
    journey: row.journey,
    step: row.step,
    title: row.title,
    definition: row.definition,
    at: new Date(row.at),
    isProven: row.is_proven === 1,
    evidence: JSON.parse(row.evidence) as Evidence,
  };
}
