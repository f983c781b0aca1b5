import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { NewId } from '../../../platform/ids.ts';
import type { MailRoom } from '../../../platform/mail/index.ts';
import { lockCohort } from '../lock-cohort.ts';
import { settleMails } from '../settle-mails.ts';
import type { Announcement } from './announcement.ts';
import type { AnnouncementStore } from './announcement-store.ts';
import type { AnnouncementRow, AnnouncementTables } from './tables.ts';

export interface AnnouncementStoreDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly mail: Pick<MailRoom, 'post' | 'outcomes'>;
}

export function sqlAnnouncementStore({ database, clock, newId, mail }: AnnouncementStoreDeps): AnnouncementStore {
  const db = database.db.withTables<AnnouncementTables>();
  const now = () => clock.now().toISOString();

  return {
    announce: (cohort, { draft, subject, text, by }, letter) =>
      database.db.transaction().execute(async (transaction) => {
        const tables = transaction.withTables<AnnouncementTables>();
        await lockCohort(transaction, database.kind, cohort);
        const known = await tables
          .selectFrom('cohort_announcements')
          .selectAll()
          .where('cohort', '=', cohort)
          .where('draft', '=', draft)
          .executeTakeFirst();
        if (known !== undefined) {
          return known.subject === subject && known.text === text ? toAnnouncement(known) : 'other-words';
        }
        const people = await peopleOf(tables, cohort);
        if (people.length === 0) return 'nobody';
        const row = { id: newId('ann'), cohort, draft, subject, text, created_by: by, created_at: now() };
        await tables.insertInto('cohort_announcements').values(row).execute();
        for (const person of people) {
          const posted = await mail.post(letter(person), transaction);
          await tables
            .insertInto('cohort_announcement_mails')
            .values({ announcement: row.id, person: person.id, mail: posted, mail_state: 'waiting', mail_error: null })
            .execute();
        }
        return toAnnouncement(row);
      }),

    reach: async (cohort) => (await peopleOf(db, cohort)).length,

    async list(cohort, most) {
      const rows = await db
        .selectFrom('cohort_announcements')
        .selectAll()
        .where('cohort', '=', cohort)
        .orderBy('id', 'desc')
        .limit(most)
        .select(['sent', 'waiting', 'failed'].map((state) => countOfMails(state).as(state as 'sent')))
        .select(readers.as('readers'))
        .execute();
      return rows.map((row) => {
        const { sent, waiting, failed } = row as unknown as Record<'sent' | 'waiting' | 'failed', number>;
        const mails = { sent: Number(sent), waiting: Number(waiting), failed: Number(failed) };
        return { ...toAnnouncement(row), mails, read: Number(row.readers) };
      });
    },

    async received(organization, person, most) {
      const rows = await db
        .selectFrom('cohort_announcements')
        .innerJoin('cohorts', 'cohorts.id', 'cohort_announcements.cohort')
        .innerJoin('cohort_members', 'cohort_members.cohort', 'cohorts.id')
        .leftJoin('cohort_announcement_reads', (join) =>
          join
            .onRef('cohort_announcement_reads.announcement', '=', 'cohort_announcements.id')
            .on('cohort_announcement_reads.person', '=', person),
        )
        .where('cohort_members.organization', '=', organization)
        .where('cohorts.archived_at', 'is', null)
        .orderBy('cohort_announcements.id', 'desc')
        .limit(most)
        .selectAll('cohort_announcements')
        .select(['cohorts.name as cohort_name', 'cohort_announcement_reads.read_at'])
        .execute();
      return rows.map((row) => ({
        ...toAnnouncement(row),
        cohortName: row.cohort_name,
        readAt: row.read_at === null ? null : new Date(row.read_at),
      }));
    },

    async read(announcement, organization, person) {
      const told = await db
        .selectFrom('cohort_announcements')
        .innerJoin('cohort_members', 'cohort_members.cohort', 'cohort_announcements.cohort')
        .where('cohort_announcements.id', '=', announcement)
        .where('cohort_members.organization', '=', organization)
        .select('id')
        .executeTakeFirst();
      if (told === undefined) return false;
      await db
        .insertInto('cohort_announcement_reads')
        .values({ announcement, person, read_at: now() })
        .onConflict((conflict) => conflict.columns(['announcement', 'person']).doNothing())
        .execute();
      return true;
    },

    async settle(cohort) {
      const rows = await db
        .selectFrom('cohort_announcement_mails')
        .innerJoin('cohort_announcements', 'cohort_announcements.id', 'cohort_announcement_mails.announcement')
        .where('cohort', '=', cohort)
        .where('mail_state', '=', 'waiting')
        .select('mail')
        .execute();
      const mails = rows.map((row) => row.mail);
      await settleMails(mails, mail.outcomes, async (state, error, some) => {
        const query = db.updateTable('cohort_announcement_mails').set({ mail_state: state, mail_error: error });
        await query.where('mail', 'in', [...some]).execute();
      });
    },
  };
}

const countOfMails = (state: string) =>
  sql<number>`(select count(*) from cohort_announcement_mails where announcement = cohort_announcements.id and mail_state = ${state})`;

const readers = sql<number>`(select count(*) from cohort_announcement_reads where announcement = cohort_announcements.id)`;

/** Everybody of the cohort's organizations whose address is confirmed, each once. */
async function peopleOf(db: Kysely<AnnouncementTables>, cohort: string) {
  const rows = await db
    .selectFrom('cohort_members')
    .innerJoin('members', 'members.organizationId', 'cohort_members.organization')
    .innerJoin('account_people', 'account_people.id', 'members.userId')
    .where('cohort', '=', cohort)
    .orderBy('account_people.id')
    .distinct()
    .select(['account_people.id', 'account_people.name', 'account_people.email', 'account_people.emailVerified'])
    .execute();
  return rows.filter(({ emailVerified }) => Boolean(emailVerified));
}

function toAnnouncement({ id, cohort, subject, text, created_by: by, created_at: at }: AnnouncementRow): Announcement {
  return { id, cohort, subject, text, by, at: new Date(at) };
}
