import { describe, expect, test } from 'vitest';
import { lastUses } from './last-uses.ts';

const at = (time: string) => new Date(`2026-11-21T${time}Z`);

function setUp(capacity?: number) {
  const writes: [string, readonly string[]][] = [];
  const failing = { is: false };
  const logged: string[] = [];
  const uses = lastUses({
    store: {
      noteUses: async (when, ids) => {
        if (failing.is) throw new Error('down');
        writes.push([when.toISOString().slice(11, 19), ids]);
      },
    },
    log: { error: (_, message) => logged.push(message) },
    writeEveryMs: 1e9,
    ...(capacity !== undefined && { capacity }),
  });
  const use = (keyId: string | null, time: string, organization: string | null = 'org_1') =>
    uses.note({ keyId, organization, at: at(time) });
  return { uses, use, writes, failing, logged };
}

describe('the last uses of keys', () => {
  test('are written in one batch, to the minute', async () => {
    const { uses, use, writes } = setUp();
    for (const second of ['01', '02', '59']) use('key_1', `10:00:${second}`);
    use('key_2', '10:00:30');
    await uses.flush();
    expect(writes).toEqual([['10:00:00', ['key_1', 'key_2']]]);
  });

  test('are not written again within the minute', async () => {
    const { uses, use, writes } = setUp();
    use('key_1', '10:00:01');
    await uses.flush();
    use('key_1', '10:00:58');
    await uses.flush();
    use('key_1', '10:01:00');
    await uses.flush();
    expect(writes.map(([minute]) => minute)).toEqual(['10:00:00', '10:01:00']);
  });

  test('of guests, and of requests without a key, are not kept', async () => {
    const { uses, use, writes } = setUp();
    use('key_1', '10:00:01', 'org_guest_1');
    use(null, '10:00:01');
    use('key_1', '10:00:01', null);
    await uses.flush();
    expect(writes).toEqual([]);
  });

  test('wait for a database that is away, and what came meanwhile is kept', async () => {
    const { uses, use, writes, failing, logged } = setUp();
    failing.is = true;
    use('key_1', '10:00:01');
    use('key_2', '10:00:01');
    await uses.flush();
    use('key_1', '10:01:00');
    failing.is = false;
    await uses.close();
    expect(logged).toHaveLength(1);
    expect(new Map(writes.flatMap(([minute, ids]) => ids.map((id) => [id, minute])))).toEqual(
      new Map([
        ['key_1', '10:01:00'],
        ['key_2', '10:00:00'],
      ]),
    );
  });

  test('take no more memory than they may', async () => {
    const { uses, use, writes } = setUp(2);
    for (const id of ['key_1', 'key_2', 'key_3']) use(id, '10:00:01');
    await uses.flush();
    expect(writes).toEqual([['10:00:00', ['key_2', 'key_3']]]);
  });
});
