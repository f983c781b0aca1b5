import { sql } from 'kysely';
import type { OpenDatabase } from '../../../tests/support/databases.ts';
import type { Database } from '../../platform/database/index.ts';
import { idSource } from '../../platform/ids.ts';
import { mailMigrations } from '../../platform/mail/index.ts';
import { type MailTransport, type QueuedMail, UndeliverableMail } from '../../platform/mail/mail.ts';
import { mailRoom } from '../../platform/mail/mail-room.ts';
import { sqlOutboxStore } from '../../platform/mail/sql-outbox-store.ts';
import { seal } from '../../platform/secret/index.ts';
import { accountsMigrations } from '../accounts/index.ts';
import { sqlAnnouncementStore } from './announcements/sql-announcement-store.ts';
import { sqlInvitationStore } from './invitations/sql-invitation-store.ts';
import { cohortsMigrations } from './migrations.ts';
import { sqlCohortStore } from './sql-cohort-store.ts';

export const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 21, hour));

/** The stores of cohorts on an empty database, with a mail server that takes mails, refuses those to `refused@…`, or is down. */
export async function openCohorts(open: OpenDatabase) {
  const database = await open([...accountsMigrations, ...mailMigrations, ...cohortsMigrations]);
  const time = { now: at(9) };
  const clock = { now: () => time.now };
  const newId = idSource(clock);
  const server = { isDown: false, delivered: [] as QueuedMail[] };
  const transport: MailTransport = {
    async deliver(mail) {
      if (server.isDown) throw new Error('connection refused');
      if (mail.to.startsWith('refused@')) throw new UndeliverableMail('550 no such mailbox');
      server.delivered.push(mail);
    },
    close: () => undefined,
  };
  const key = Buffer.alloc(32, 7);
  const silent = { warn: () => undefined, error: () => undefined };
  const outbox = sqlOutboxStore({ database, seal: seal(key, 'mail'), newId });
  const mail = mailRoom({ store: outbox, transport, clock, log: silent });
  const deps = { database, clock, newId, mail };
  return {
    ...{ database, time, server, mail },
    cohorts: sqlCohortStore(database, clock, newId),
    invitations: sqlInvitationStore({ ...deps, seal: seal(key, 'cohort-invitations') }),
    announcements: sqlAnnouncementStore(deps),
    organization: (id: string, name: string) => organization(database, id, name),
    person: (id: string, organizations: readonly string[], isConfirmed = true) =>
      person(database, id, organizations, isConfirmed),
  };
}

export type Opened = Awaited<ReturnType<typeof openCohorts>>;

async function organization({ db }: Database, id: string, name: string): Promise<void> {
  await sql`insert into organizations (id, name, slug, "createdAt")
    values (${id}, ${name}, ${id}, ${at(8).toISOString()})`.execute(db);
}

async function person({ db, kind }: Database, id: string, organizations: readonly string[], isConfirmed: boolean) {
  const confirmed = kind === 'sqlite' ? Number(isConfirmed) : isConfirmed;
  const now = at(8).toISOString();
  await sql`insert into account_people (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values (${id}, ${id}, ${`${id}@uni.example`}, ${confirmed}, ${now}, ${now})`.execute(db);
  for (const one of organizations) {
    await sql`insert into members (id, "organizationId", "userId", role, "createdAt")
      values (${`${one}${id}`}, ${one}, ${id}, 'owner', ${now})`.execute(db);
  }
}
