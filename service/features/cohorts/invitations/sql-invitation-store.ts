import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { NewId } from '../../../platform/ids.ts';
import type { MailRoom } from '../../../platform/mail/index.ts';
import type { Seal } from '../../../platform/secret/index.ts';
import { lockCohort } from '../lock-cohort.ts';
import { settleMails } from '../settle-mails.ts';
import { expiryFrom, type Invitation, isOpen, isSameName } from './invitation.ts';
import type { InvitationStore, RowOutcome, WriteLetter } from './invitation-store.ts';
import { all, knownAddresses, toInvitation } from './sql-invitations.ts';
import type { InvitationDb, InvitationTables } from './tables.ts';
import { hashOf, newToken } from './token.ts';

export interface InvitationStoreDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly seal: Seal;
  readonly mail: Pick<MailRoom, 'post' | 'outcomes'>;
}

export function sqlInvitationStore({ database, clock, newId, seal, mail }: InvitationStoreDeps): InvitationStore {
  const db = database.db.withTables<InvitationTables>();
  const now = () => clock.now().toISOString();

  async function first(query: ReturnType<typeof all>): Promise<Invitation | null> {
    const row = await query.executeTakeFirst();
    return row === undefined ? null : toInvitation(row, seal);
  }
  const within = (of: InvitationDb, id: string) => first(all(of).where('cohort_invitations.id', '=', id));

  /** A mail that goes out where the transaction commits. */
  async function post(
    transaction: Kysely<unknown>,
    to: Parameters<WriteLetter>[0],
    token: string,
    letter: WriteLetter,
  ) {
    const posted = await mail.post(letter(to, token), transaction);
    return { mail: posted, mail_state: 'waiting', mail_error: null, expires_at: expiryFrom(clock.now()).toISOString() };
  }

  return {
    foresee: (cohort, rows) => knownAddresses(db, cohort, rows),

    invite: (cohort, rows, by, letter) =>
      database.db.transaction().execute(async (transaction) => {
        const tables = transaction.withTables<InvitationTables>();
        // Two files at once invite nobody twice.
        await lockCohort(transaction, database.kind, cohort);
        const outcomes = new Map<string, RowOutcome>(await knownAddresses(tables, cohort, rows));
        for (const row of rows.filter(({ email }) => outcomes.get(email) === 'new')) {
          const token = newToken();
          const { email, organization, name } = row;
          await tables
            .insertInto('cohort_invitations')
            .values({
              ...{ id: newId('cin'), cohort, email, organization_name: organization, person_name: name },
              ...{ token_hash: hashOf(token), token_sealed: seal.close(token), state: 'pending', invited_by: by },
              ...{ created_at: now(), ...(await post(transaction, row, token, letter)) },
            })
            .execute();
        }
        return outcomes;
      }),

    async list(cohort) {
      const rows = await all(db).where('cohort', '=', cohort).orderBy('organization_name').orderBy('email').execute();
      return rows.map((row) => toInvitation(row, seal));
    },

    find: (cohort, id) => first(all(db).where('cohort', '=', cohort).where('cohort_invitations.id', '=', id)),
    byToken: (token) => first(all(db).where('token_hash', '=', hashOf(token))),

    async opened(id) {
      const query = db.updateTable('cohort_invitations').set({ opened_at: now() }).where('id', '=', id);
      await query.where('opened_at', 'is', null).execute();
    },

    renew: (id, letter) =>
      database.db.transaction().execute(async (transaction) => {
        const tables = transaction.withTables<InvitationTables>();
        const query = tables.updateTable('cohort_invitations').set({ state: 'pending', opened_at: null });
        const { numUpdatedRows } = await query.where('id', '=', id).where('state', '!=', 'accepted').executeTakeFirst();
        const known = numUpdatedRows > 0n ? await within(tables, id) : null;
        if (known === null) return false;
        const { email, organizationName: organization, personName: name, token } = known;
        const posted = await post(transaction, { email, organization, name }, token, letter);
        await tables.updateTable('cohort_invitations').set(posted).where('id', '=', id).execute();
        return true;
      }),

    async withdraw(id) {
      const query = db.updateTable('cohort_invitations').set({ state: 'withdrawn' }).where('id', '=', id);
      return (await query.where('state', '!=', 'accepted').executeTakeFirst()).numUpdatedRows > 0n;
    },

    async placeIn(transaction, id, own) {
      const tables = transaction.withTables<InvitationTables>();
      const { cohort = '' } = (await within(tables, id)) ?? {};
      await lockCohort(transaction, database.kind, cohort);
      const invitation = await within(tables, id);
      if (invitation === null || !isOpen(invitation, clock.now())) return null;
      if (own !== null) return { kind: 'join', organization: own, role: 'owner' };
      const brought = await tables
        .selectFrom('cohort_invitations')
        .innerJoin('cohort_members', (join) =>
          join
            .onRef('cohort_members.cohort', '=', 'cohort_invitations.cohort')
            .onRef('cohort_members.organization', '=', 'cohort_invitations.organization'),
        )
        .where('cohort_invitations.cohort', '=', cohort)
        .orderBy('accepted_at')
        .select(['organization_name', 'cohort_members.organization'])
        .execute();
      const same = brought.find((one) => isSameName(one.organization_name, invitation.organizationName));
      if (same === undefined) return { kind: 'new', name: invitation.organizationName };
      return { kind: 'join', organization: same.organization, role: 'developer' };
    },

    async accepted(transaction, id, person, organization) {
      const tables = transaction.withTables<InvitationTables>();
      const { cohort } = await tables
        .updateTable('cohort_invitations')
        .set({ state: 'accepted', accepted_at: now(), accepted_by: person, organization })
        .where('id', '=', id)
        .returning('cohort')
        .executeTakeFirstOrThrow();
      await tables
        .insertInto('cohort_members')
        .values({ cohort, organization, joined_at: now() })
        .onConflict((conflict) => conflict.columns(['cohort', 'organization']).doNothing())
        .execute();
    },

    async settle(cohort) {
      const waiting = db.selectFrom('cohort_invitations').where('cohort', '=', cohort);
      const mails = (await waiting.where('mail_state', '=', 'waiting').select('mail').execute()).map((row) => row.mail);
      await settleMails(mails, mail.outcomes, async (state, error, some) => {
        const query = db.updateTable('cohort_invitations').set({ mail_state: state, mail_error: error });
        await query.where('mail', 'in', [...some]).execute();
      });
    },
  };
}
