import { beforeEach, describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { newId } from '../ids.ts';
import { seal } from '../secret/index.ts';
import { mailMigrations } from './migrations.ts';
import { type Mail, type MailTransport, UndeliverableMail } from './mail.ts';
import { type MailRoom, mailRoom } from './mail-room.ts';
import { nextTry } from './retry.ts';
import { sqlOutboxStore } from './sql-outbox-store.ts';

const mail: Mail = { to: 'ada@example.com', subject: 'Welcome', text: 'Hello' };

describeOnBothDatabases('the mail room', (open) => {
  let now: Date;
  let answers: (Error | null)[];
  let delivered: string[];
  let logged: string[];
  let room: MailRoom;

  beforeEach(async () => {
    now = new Date('2026-01-01T12:00:00Z');
    [answers, delivered, logged] = [[], [], []];
    const transport: MailTransport = {
      async deliver({ to }) {
        const answer = answers.shift() ?? null;
        if (answer) throw answer;
        delivered.push(to);
      },
      close: () => undefined,
    };
    const database = await open(mailMigrations);
    const store = sqlOutboxStore({ database, seal: seal(Buffer.alloc(32), 'mail'), newId });
    const say = (_: object, message: string) => void logged.push(message);
    room = mailRoom({ store, transport, clock: { now: () => now }, log: { warn: say, error: say } });
  });

  test('sends a mail once', async () => {
    await room.send(mail);
    await room.sendDue();
    await room.sendDue();
    expect(delivered).toEqual([mail.to]);
  });

  test('tries again while the mail server is down, and loses nothing', async () => {
    answers = [new Error('refused'), new Error('refused')];
    await room.send(mail);
    await room.sendDue();
    expect(delivered).toEqual([]);
    now = new Date(now.getTime() + 29_000);
    await room.sendDue();
    expect(answers).toHaveLength(1);
    now = new Date(now.getTime() + 1000);
    await room.sendDue();
    now = new Date(now.getTime() + 120_000);
    await room.sendDue();
    expect(delivered).toEqual([mail.to]);
    expect(logged).toEqual(Array(2).fill('a mail could not be sent; trying again'));
  });

  test('gives up what the receiver refuses for good, and says so', async () => {
    answers = [new UndeliverableMail('no such mailbox')];
    await room.send(mail);
    await room.sendDue();
    now = new Date(now.getTime() + 10 * 86_400_000);
    await room.sendDue();
    expect(delivered).toEqual([]);
    expect(logged).toEqual(['a mail was given up']);
  });

  test('one mail that fails does not hold up the others', async () => {
    answers = [new Error('refused')];
    for (const to of ['one@example.com', 'two@example.com', 'three@example.com']) await room.send({ ...mail, to });
    await room.sendDue();
    expect(delivered).toHaveLength(2);
  });
});

describe('when a mail is tried again', () => {
  test('less and less often, for about two days, then never', () => {
    const now = new Date(0);
    const waits = Array.from({ length: 9 }, (_, tries) => nextTry(tries + 1, now)?.getTime() ?? null);
    expect(waits.slice(0, 2)).toEqual([30_000, 120_000]);
    expect(waits.at(-1)).toBeNull();
    const all = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0);
    expect(all / 3_600_000).toBeCloseTo(46.2, 1);
  });
});
