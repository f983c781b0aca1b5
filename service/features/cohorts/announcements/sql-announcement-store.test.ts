import { beforeEach, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { at, openCohorts, type Opened } from '../cohorts.fixture.ts';
import type { Recipient } from './announcement-store.ts';

const words = { subject: 'Office hours', text: 'On Thursday: https://meet.example' };
const letter = ({ email }: Recipient) => ({ to: email, ...words });

describeOnBothDatabases('announcements to cohorts', (open) => {
  let opened: Opened;
  let store: Opened['announcements'];
  let cohort: string;

  beforeEach(async () => {
    opened = await openCohorts(open);
    store = opened.announcements;
    const said = { name: 'Autumn', description: '', journey: 'issuer-launch' };
    cohort = (await opened.cohorts.add({ ...said, startsOn: null, endsOn: null, launchOn: null }, 'per_root')).id;
    for (const id of ['org_uni', 'org_tu', 'org_other']) await opened.organization(id, id);
    await opened.cohorts.addMember(cohort, 'org_uni');
    await opened.cohorts.addMember(cohort, 'org_tu');
    await opened.person('per_ada', ['org_uni', 'org_tu']);
    await opened.person('per_bob', ['org_tu']);
    await opened.person('per_new', ['org_tu'], false);
    await opened.person('per_eve', ['org_other']);
  });

  const wanted = (draft: string, more = {}) => ({ ...words, ...more, draft, by: 'per_root' });
  const announce = (draft = 'one', more = {}) => store.announce(cohort, wanted(draft, more), letter);
  const mailsTo = () => opened.server.delivered.map(({ to }) => to).toSorted();
  const idOf = (announced: Awaited<ReturnType<typeof announce>>) => (typeof announced === 'string' ? '' : announced.id);

  test('reach each person of the cohort with a confirmed address, once', async () => {
    expect(await store.reach(cohort)).toBe(2);
    await announce();
    await opened.mail.sendDue();
    expect(mailsTo()).toEqual(['per_ada@uni.example', 'per_bob@uni.example']);
  });

  test('are sent once however often the same draft comes, and not with other words', async () => {
    const [first, second] = await Promise.all([announce(), announce()]);
    expect([idOf(first), first]).toEqual([
      idOf(second),
      { ...words, id: idOf(first), cohort, by: 'per_root', at: at(9) },
    ]);
    expect(await announce('one', { text: 'On Friday' })).toBe('other-words');
    await opened.mail.sendDue();
    expect(mailsTo()).toHaveLength(2);
    await announce('two');
    expect(await store.list(cohort, 10)).toHaveLength(2);
  });

  test('are there with all their mails or not at all, whatever is killed in between', async () => {
    let written = 0;
    const dying = (to: Recipient) => {
      written += 1;
      if (written === 2) throw new Error('killed');
      return letter(to);
    };
    await expect(store.announce(cohort, wanted('one'), dying)).rejects.toThrow('killed');
    await opened.mail.sendDue();
    expect([await store.list(cohort, 10), mailsTo()]).toEqual([[], []]);
    await announce('one');
    opened.server.isDown = true;
    await opened.mail.sendDue();
    opened.server.isDown = false;
    opened.time.now = at(10);
    await opened.mail.sendDue();
    await opened.mail.sendDue();
    expect(mailsTo()).toEqual(['per_ada@uni.example', 'per_bob@uni.example']);
  });

  test('tell how many mails went out, wait and were given up, and how many people have read them', async () => {
    await opened.person('refused', ['org_uni']);
    const id = idOf(await announce());
    expect(await store.list(cohort, 10)).toMatchObject([{ mails: { sent: 0, waiting: 3, failed: 0 }, read: 0 }]);
    await opened.mail.sendDue();
    await store.settle(cohort);
    await store.read(id, 'org_tu', 'per_bob');
    await store.read(id, 'org_tu', 'per_bob');
    expect(await store.list(cohort, 10)).toMatchObject([{ id, mails: { sent: 2, waiting: 0, failed: 1 }, read: 1 }]);
  });

  test('are read by the cohort’s organizations only, as each person has read them', async () => {
    const id = idOf(await announce());
    const received = async (organization: string, person: string) =>
      (await store.received(organization, person, 10)).map(({ cohortName, readAt }) => [cohortName, readAt]);
    expect(await store.read(id, 'org_other', 'per_eve')).toBe(false);
    expect(await store.read('ann_none', 'org_uni', 'per_ada')).toBe(false);
    expect(await store.read(id, 'org_uni', 'per_ada')).toBe(true);
    opened.time.now = at(12);
    await store.read(id, 'org_uni', 'per_ada');
    expect(await received('org_uni', 'per_ada')).toEqual([['Autumn', at(9)]]);
    expect(await received('org_tu', 'per_bob')).toEqual([['Autumn', null]]);
    expect(await received('org_other', 'per_eve')).toEqual([]);
    await opened.cohorts.change(cohort, { isArchived: true });
    expect(await received('org_tu', 'per_bob'), 'a cohort in the archive is over').toEqual([]);
  });

  test('are to somebody', async () => {
    await opened.cohorts.removeMember(cohort, 'org_uni');
    await opened.cohorts.removeMember(cohort, 'org_tu');
    expect([await announce(), await store.list(cohort, 10)]).toEqual(['nobody', []]);
  });
});
