import { beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import type { Database } from '../database/index.ts';
import type { OutboxStore } from './outbox-store.ts';

const mail = { to: 'ada@example.com', subject: 'Sign in', text: 'https://portal.example/in?token=s3cret' };
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12, minutes));

/** What every outbox promises. */
export function outboxStoreContract(open: () => Promise<{ database: Database; store: OutboxStore }>): void {
  let database: Database;
  let store: OutboxStore;
  beforeAll(async () => {
    ({ database, store } = await open());
  });

  test('a mail is claimed once until its lease is over, then again', async () => {
    const id = await store.add(mail, at(0));
    expect(await store.nextDue()).toEqual(at(0));
    expect(await store.claim(at(0), at(5), 10)).toEqual([{ ...mail, id, attempts: 0 }]);
    expect(await store.claim(at(4), at(9), 10)).toEqual([]);
    expect(await store.claim(at(5), at(10), 10)).toHaveLength(1);
    await store.sent(id);
    expect(await store.nextDue()).toBeNull();
    expect(await store.claim(at(59), at(59), 10)).toEqual([]);
  });

  test('two that claim at once never get the same mail', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => store.add(mail, at(0))));
    const claimed = await Promise.all(Array.from({ length: 4 }, () => store.claim(at(0), at(5), 5)));
    expect(
      claimed
        .flat()
        .map((one) => one.id)
        .sort(),
    ).toEqual(ids.sort());
    for (const id of ids) await store.sent(id);
  });

  test('a mail of a transaction that does not commit is never sent', async () => {
    const broken = database.db.transaction().execute(async (transaction) => {
      await store.add(mail, at(0), transaction);
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await store.nextDue()).toBeNull();
  });

  test('a failure counts, tells when it is tried again, and at last is given up', async () => {
    const id = await store.add(mail, at(0));
    await store.failed(id, 'greylisted', at(2));
    expect(await store.nextDue()).toEqual(at(2));
    expect(await store.claim(at(2), at(7), 1)).toMatchObject([{ attempts: 1 }]);
    expect(await store.counts()).toEqual({ waiting: 1, failed: 0 });
    await store.failed(id, 'no such mailbox', null);
    expect(await store.counts()).toEqual({ waiting: 0, failed: 1 });
  });

  test('what came of each mail is told by its id, as long as it is kept', async () => {
    const [waiting, sent, failed] = [
      await store.add(mail, at(0)),
      await store.add(mail, at(0)),
      await store.add(mail, at(0)),
    ];
    await store.failed(waiting, 'greylisted', at(2));
    await store.sent(sent);
    await store.failed(failed, 'no such mailbox', null);
    expect(await store.outcomes([waiting, sent, failed, 'mail_none'])).toEqual(
      new Map([
        [waiting, { state: 'waiting', error: 'greylisted' }],
        [sent, { state: 'sent', error: null }],
        [failed, { state: 'failed', error: 'no such mailbox' }],
      ]),
    );
    await store.sent(waiting);
    expect((await store.outcomes([])).size).toBe(0);
  });

  test('nothing of a mail is readable in the database, and nothing at all once it is sent', async () => {
    const id = await store.add(mail, at(0));
    const dump = async () => JSON.stringify((await sql`select * from mail_outbox`.execute(database.db)).rows);
    expect(await dump()).not.toMatch(/s3cret|ada@|Sign in/);
    await store.sent(id);
    const { rows } = await sql<{ sealed: string }>`select sealed from mail_outbox where id = ${id}`.execute(
      database.db,
    );
    expect(rows).toEqual([{ sealed: '' }]);
  });

  test('what is over is removed after its time, what waits is not', async () => {
    const waiting = await store.add(mail, at(0));
    expect(await store.removeEnded(at(1))).toBeGreaterThan(0);
    expect(await store.claim(at(0), at(5), 10)).toMatchObject([{ id: waiting }]);
  });
}
