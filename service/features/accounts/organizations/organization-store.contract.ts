import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/database/index.ts';
import { idSource } from '../../../platform/ids.ts';
import type { InvitationStore, OrganizationStore } from './organization-store.ts';
import type { OrganizationTables } from './tables.ts';

/** What the stores of organizations and invitations promise. */
export function organizationStoreContract(
  open: (now: () => Date) => Promise<{
    database: Database;
    organizations: OrganizationStore;
    invitations: InvitationStore;
  }>,
): void {
  let database: Database;
  let organizations: OrganizationStore;
  let invitations: InvitationStore;
  let now: Date;
  let uni: string;
  const ada = { id: 'per_ada', email: 'ada@uni.example' };
  const dev = { id: 'per_dev', email: 'dev@uni.example' };
  const eve = { id: 'per_eve', email: 'eve@evil.example' };
  const found = (name: string, owner = ada.id) =>
    database.db
      .transaction()
      .execute((transaction) => organizations.add(transaction, { name, owner, session: `ses_${owner}` }));
  const invite = async (email = dev.email, role: 'owner' | 'developer' | 'viewer' = 'developer', inviter = ada.id) => {
    const invited = await invitations.invite({ organization: uni, email, role, inviter });
    if (typeof invited === 'string') throw new Error(invited);
    return invited;
  };
  const member = async (person: string) =>
    (await organizations.members(uni)).find((one) => one.person === person) ?? { id: '', role: 'none' };

  beforeEach(async () => {
    now = new Date('2026-11-21T12:00:00.000Z');
    ({ database, organizations, invitations } = await open(() => now));
    const at = now.toISOString();
    for (const { id, email } of [ada, dev, eve]) {
      const times = { createdAt: at, updatedAt: at };
      const emailVerified = database.kind === 'postgres' ? true : 1;
      const db = database.db.withTables<{
        account_people: Record<string, unknown>;
        account_sessions: Record<string, unknown>;
      }>();
      await db
        .insertInto('account_people')
        .values({ id, email, name: id, emailVerified, ...times })
        .execute();
      const session = { id: `ses_${id}`, userId: id, token: `token_${id}`, expiresAt: '2027-01-01T00:00:00.000Z' };
      await db
        .insertInto('account_sessions')
        .values({ ...session, ...times })
        .execute();
    }
    uni = (await found('Uni'))?.id ?? '';
  });

  const actsFor = async (person: string) => {
    const db = database.db.withTables<OrganizationTables>();
    const row = await db.selectFrom('account_sessions').selectAll().where('userId', '=', person).executeTakeFirst();
    return row?.activeOrganizationId;
  };

  describe('an organization', () => {
    test('is its founder’s, and the session acts for it', async () => {
      expect(await organizations.members(uni)).toMatchObject([{ person: ada.id, role: 'owner', email: ada.email }]);
      expect(await actsFor(ada.id)).toBe(uni);
    });

    test('is the twenty-first for nobody', async () => {
      for (let count = 1; count < 20; count += 1) expect(await found(`No. ${count}`)).not.toBeNull();
      expect(await found('One too many')).toBeNull();
      expect(await found('Somebody else’s', eve.id)).not.toBeNull();
    });

    test('keeps one of two owners who both go at once', async () => {
      await invitations.accept((await invite(dev.email, 'owner')).id, dev, `ses_${dev.id}`);
      const members = await organizations.members(uni);
      const decisions = await Promise.all(members.map(({ id }) => organizations.changeMember(uni, id, null)));
      expect(decisions.toSorted()).toEqual(['allowed', 'last-owner']);
      expect(await organizations.members(uni)).toHaveLength(1);
    });

    test('that somebody left is not acted for any more, and what they invited to is cancelled', async () => {
      await invitations.accept((await invite(dev.email, 'owner')).id, dev, `ses_${dev.id}`);
      const theirs = await invite('x@evil.example', 'owner', dev.id);
      expect(await organizations.changeMember(uni, (await member(dev.id)).id, null)).toBe('allowed');
      expect(await actsFor(dev.id)).toBeNull();
      expect(await invitations.find(theirs.id)).toMatchObject({ status: 'canceled' });
    });

    test('changes nobody of another one', async () => {
      const other = (await found('Other', eve.id))?.id ?? '';
      expect(await organizations.changeMember(other, (await member(ada.id)).id, 'viewer')).toBe('unknown');
      expect(await member(ada.id)).toMatchObject({ role: 'owner' });
    });
  });

  describe('an invitation', () => {
    test('is accepted by its address once, in any spelling of it', async () => {
      const { id } = await invite(' Dev@UNI.example ');
      expect(await invitations.accept(id, dev, `ses_${dev.id}`)).toEqual({ id: uni, name: 'Uni', role: 'developer' });
      expect(await actsFor(dev.id)).toBe(uni);
      expect(await invitations.accept(id, dev, `ses_${dev.id}`)).toBe('closed');
      expect(await organizations.members(uni)).toHaveLength(2);
    });

    test('is accepted once where it is pressed twice at once', async () => {
      const { id } = await invite();
      const answers = await Promise.all([1, 2].map(() => invitations.accept(id, dev, `ses_${dev.id}`)));
      expect(answers.filter((answer) => answer === 'closed')).toHaveLength(1);
      expect(await organizations.members(uni)).toHaveLength(2);
    });

    test('is answered by nobody else', async () => {
      const { id } = await invite();
      expect(await invitations.accept(id, eve, `ses_${eve.id}`)).toBe('closed');
      expect(await invitations.decline(id, eve)).toBe(false);
      expect(await invitations.openTo(eve.email)).toEqual([]);
      expect(await invitations.openTo(dev.email)).toMatchObject([{ id, organizationName: 'Uni' }]);
    });

    test('ends after 14 days, and stands again where it is sent again', async () => {
      const { id } = await invite();
      now = new Date('2026-12-05T12:00:00.000Z');
      expect(await invitations.accept(id, dev, `ses_${dev.id}`)).toBe('closed');
      expect(await invitations.openTo(dev.email)).toEqual([]);
      expect(await invitations.renew(uni, id)).toMatchObject({ expiresAt: new Date('2026-12-19T12:00:00.000Z') });
      expect(await invitations.accept(id, dev, `ses_${dev.id}`)).toMatchObject({ id: uni });
    });

    test('that was cancelled, declined or replaced opens nothing and is not sent again', async () => {
      const [cancelled, declined] = [await invite('a@uni.example'), await invite()];
      expect(await invitations.cancel(uni, cancelled.id)).toBe(true);
      expect(await invitations.decline(declined.id, dev)).toBe(true);
      const replaced = await invite();
      await invite(dev.email, 'viewer');
      for (const { id } of [cancelled, declined, replaced]) {
        expect(await invitations.accept(id, dev, `ses_${dev.id}`)).toBe('closed');
        expect(await invitations.renew(uni, id)).toBeNull();
        expect(await invitations.cancel(uni, id)).toBe(false);
      }
    });

    test('raises no role of who is a member already', async () => {
      const first = await invite(dev.email, 'viewer');
      await invitations.accept(first.id, dev, `ses_${dev.id}`);
      expect(await invitations.invite({ organization: uni, email: dev.email, role: 'owner', inviter: ada.id })).toBe(
        'already-member',
      );
      // One that was on its way when they joined by another.
      const id = idSource({ now: () => now })('inv');
      await database.db
        .withTables<OrganizationTables>()
        .insertInto('invitations')
        .values({
          ...{ id, organizationId: uni, email: dev.email, role: 'owner', status: 'pending', inviterId: ada.id },
          ...{ createdAt: now.toISOString(), expiresAt: '2026-12-01T00:00:00.000Z' },
        })
        .execute();
      expect(await invitations.accept(id, dev, `ses_${dev.id}`)).toMatchObject({ role: 'viewer' });
      expect(await member(dev.id)).toMatchObject({ role: 'viewer' });
    });

    test('is not another organization’s', async () => {
      const { id } = await invite();
      const other = (await found('Other', eve.id))?.id ?? '';
      expect(await invitations.cancel(other, id)).toBe(false);
      expect(await invitations.renew(other, id)).toBeNull();
      expect(await invitations.list(other, 10)).toEqual([]);
      expect(await invitations.list(uni, 10)).toMatchObject([{ id, email: dev.email, invitedBy: ada.id }]);
    });
  });
}
