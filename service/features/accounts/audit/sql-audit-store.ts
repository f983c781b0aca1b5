import { sql } from 'kysely';
import type { Database } from '../../../platform/database/index.ts';
import { idBefore } from '../../../platform/ids.ts';
import type { AuditEvent, AuditKind } from './audit-event.ts';
import type { AuditStore } from './audit-store.ts';

interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly person: string | null;
  readonly organization: string | null;
  readonly subject: string | null;
  readonly browser: string | null;
}

export const auditIdPrefix = 'aud';

export function sqlAuditStore(database: Database): AuditStore {
  const db = database.db.withTables<{ audit_events: AuditRow }>();
  const newestOf = async (column: 'person' | 'organization', value: string, most: number) => {
    const rows = await db
      .selectFrom('audit_events')
      .where(column, '=', value)
      .orderBy('id', 'desc')
      .limit(most)
      .selectAll()
      .execute();
    return rows.map(eventOf);
  };
  /** Rows of one person, or of one organization, beyond the newest so many. */
  const beyond = (column: 'person' | 'organization', most: number) => {
    const ranked = db
      .selectFrom('audit_events')
      .where(column, 'is not', null)
      .select('id')
      .select(sql<number>`row_number() over (partition by ${sql.ref(column)} order by id desc)`.as('place'))
      .as('ranked');
    return db.selectFrom(ranked).select('ranked.id').where('ranked.place', '>', most);
  };
  return {
    async add({ at, ...event }) {
      await db
        .insertInto('audit_events')
        .values({ ...event, at: at.toISOString() })
        .execute();
    },
    ofPerson: (person, most) => newestOf('person', person, most),
    ofOrganization: (organization, most) => newestOf('organization', organization, most),
    async prune({ before, most }) {
      const oldest = idBefore(auditIdPrefix, before);
      const { numDeletedRows } = await db
        .deleteFrom('audit_events')
        .where((row) =>
          row.or([
            row('id', '<', oldest),
            row('id', 'in', beyond('person', most)),
            row('id', 'in', beyond('organization', most)),
          ]),
        )
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function eventOf(row: AuditRow): AuditEvent {
  return { ...row, kind: row.kind as AuditKind, at: new Date(row.at) };
}
