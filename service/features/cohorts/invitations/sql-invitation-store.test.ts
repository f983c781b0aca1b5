import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { at, openCohorts, type Opened } from '../cohorts.fixture.ts';
import { type Invitation, stateOf } from './invitation.ts';
import type { WriteLetter } from './invitation-store.ts';
import type { InvitedRow } from './invited-row.ts';

const row = (email: string, organization = 'Uni'): InvitedRow => ({ line: 2, email, organization, name: '' });
const letter: WriteLetter = ({ email }, token) => ({
  to: email,
  subject: 'Take part',
  text: `https://x.example/${token}`,
});

describeOnBothDatabases('invitations into cohorts', (open) => {
  let opened: Opened;
  let store: Opened['invitations'];
  let cohort: string;

  beforeEach(async () => {
    opened = await openCohorts(open);
    store = opened.invitations;
    cohort = await newCohort();
  });

  async function newCohort(): Promise<string> {
    const words = { name: 'Autumn', description: '', journey: 'issuer-launch' };
    return (await opened.cohorts.add({ ...words, startsOn: null, endsOn: null, launchOn: null }, 'per_root')).id;
  }
  const invite = (rows: readonly InvitedRow[]) => store.invite(cohort, rows, 'per_root', letter);
  const only = async (): Promise<Invitation> => {
    const [one, ...more] = await store.list(cohort);
    if (one === undefined || more.length > 0) throw new Error('There is not one invitation.');
    return one;
  };
  const shown = async () => stateOf(await only(), opened.time.now);
  const mailsTo = () => opened.server.delivered.map(({ to }) => to);

  /** Somebody accepts, in a transaction as `takePart` makes it. */
  async function accept(id: string, person: string, own: string | null = null) {
    return opened.database.db.transaction().execute(async (transaction) => {
      const place = await store.placeIn(transaction, id, own);
      if (place === null) return null;
      const organization = place.kind === 'join' ? place.organization : `org_of_${person}`;
      if (place.kind === 'new') {
        await sql`insert into organizations (id, name, slug, "createdAt")
          values (${organization}, ${place.name}, ${organization}, ${at(8).toISOString()})`.execute(transaction);
      }
      await store.accepted(transaction, id, person, organization);
      return place;
    });
  }

  test('invite each address once, in whatever order and how often the rows come', async () => {
    expect(await store.foresee(cohort, [row('ada@uni.example')])).toEqual(new Map([['ada@uni.example', 'new']]));
    const both = [row('ada@uni.example'), row('bob@uni.example')];
    const outcomes = await Promise.all([invite(both), invite(both.toReversed())]);
    expect(outcomes.flatMap((one) => [...one.values()]).toSorted()).toEqual(['invited', 'invited', 'new', 'new']);
    await opened.mail.sendDue();
    expect(mailsTo().toSorted()).toEqual(['ada@uni.example', 'bob@uni.example']);
    cohort = await newCohort();
    expect([...(await invite(both)).values()], 'another cohort is another invitation').toEqual(['new', 'new']);
  });

  test('are kept with their mails or not at all, whatever is killed in between', async () => {
    let written = 0;
    const dying: WriteLetter = (...of) => {
      written += 1;
      if (written === 3) throw new Error('killed');
      return letter(...of);
    };
    const rows = [row('a@uni.example'), row('b@uni.example'), row('c@uni.example'), row('d@uni.example')];
    await expect(store.invite(cohort, rows, 'per_root', dying)).rejects.toThrow('killed');
    expect(await store.list(cohort)).toEqual([]);
    await opened.mail.sendDue();
    expect(mailsTo()).toEqual([]);
    await invite(rows);
    await opened.mail.sendDue();
    expect(mailsTo()).toHaveLength(4);
  });

  test('pass by whoever belongs to an organization of the cohort', async () => {
    await opened.organization('org_uni', 'Uni');
    await opened.person('ada', ['org_uni']);
    await opened.cohorts.addMember(cohort, 'org_uni');
    expect(await invite([row('ada@uni.example')])).toEqual(new Map([['ada@uni.example', 'member']]));
    expect(await store.list(cohort)).toEqual([]);
  });

  test('tell of a mail that waits, arrives, or does not', async () => {
    opened.server.isDown = true;
    await invite([row('ada@uni.example')]);
    expect(await shown()).toBe('waiting');
    await opened.mail.sendDue();
    await store.settle(cohort);
    expect((await only()).mail).toEqual({ state: 'waiting', error: 'connection refused' });
    opened.server.isDown = false;
    opened.time.now = at(10);
    await opened.mail.sendDue();
    await store.settle(cohort);
    expect([await shown(), (await only()).mail.error]).toEqual(['sent', null]);
  });

  test('tell that a mail server refused the address, and can be sent again', async () => {
    await invite([row('refused@uni.example')]);
    await opened.mail.sendDue();
    await store.settle(cohort);
    expect([await shown(), (await only()).mail.error]).toEqual(['not-sent', '550 no such mailbox']);
    expect(await store.renew((await only()).id, letter)).toBe(true);
    expect(await shown()).toBe('waiting');
  });

  test('keep what came of a mail when the outbox has forgotten it', async () => {
    await invite([row('ada@uni.example')]);
    await opened.mail.sendDue();
    opened.time.now = new Date(at(9).getTime() + 40 * 86_400_000);
    await opened.mail.sendDue();
    await store.settle(cohort);
    expect((await only()).mail.state).toBe('sent');
  });

  test('are opened, expire, are withdrawn and stand anew with the same link', async () => {
    await invite([row('ada@uni.example')]);
    const { id, token } = await only();
    expect((await store.byToken(token))?.id).toBe(id);
    expect(await store.byToken(`${token}x`)).toBeNull();
    await store.opened(id);
    opened.time.now = at(12);
    await store.opened(id);
    expect([await shown(), (await only()).openedAt]).toEqual(['opened', at(9)]);
    opened.time.now = new Date(at(9).getTime() + 14 * 86_400_000);
    expect([await shown(), await accept(id, 'per_ada')]).toEqual(['expired', null]);
    expect([await store.renew(id, letter), await shown(), (await only()).token]).toEqual([true, 'waiting', token]);
    expect([await store.withdraw(id), await shown(), await accept(id, 'per_ada')]).toEqual([true, 'withdrawn', null]);
    expect([await store.renew(id, letter), await shown()]).toEqual([true, 'waiting']);
  });

  test('bring an organization in once; a colleague of the same name joins it, and others do not', async () => {
    await opened.person('per_ada', []);
    await opened.person('per_bob', []);
    await opened.person('per_eve', []);
    await invite([
      row('a@uni.example', 'Uni Köln'),
      row('b@uni.example', ' UNI  köln '),
      row('c@uni.example', 'Uni Bonn'),
    ]);
    const idOf = async (email: string) => (await store.list(cohort)).find((one) => one.email === email)?.id ?? '';
    const places = await Promise.all([
      accept(await idOf('a@uni.example'), 'per_ada'),
      accept(await idOf('a@uni.example'), 'per_ada'),
    ]);
    expect(places.toSorted(), 'once').toEqual([{ kind: 'new', name: 'Uni Köln' }, null].toSorted());
    expect(await accept(await idOf('b@uni.example'), 'per_bob')).toEqual({
      ...{ kind: 'join', organization: 'org_of_per_ada', role: 'developer' },
    });
    expect(await accept(await idOf('c@uni.example'), 'per_eve')).toEqual({ kind: 'new', name: 'Uni Bonn' });
    expect((await opened.cohorts.members(cohort)).map(({ name }) => name)).toEqual(['Uni Bonn', 'Uni Köln']);
    const id = await idOf('a@uni.example');
    expect([await store.withdraw(id), await store.renew(id, letter)]).toEqual([false, false]);
  });

  test('hold no link that a copy of the database gives away', async () => {
    await invite([row('ada@uni.example')]);
    const { token } = await only();
    const { rows } = await sql`select * from cohort_invitations`.execute(opened.database.db);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('are found in their own cohort only', async () => {
    await invite([row('ada@uni.example')]);
    const { id } = await only();
    expect([(await store.find(cohort, id))?.id, await store.find(await newCohort(), id)]).toEqual([id, null]);
  });
});
