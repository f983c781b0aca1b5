import { beforeEach, describe, expect, test } from 'vitest';
import type { ApprovalStore } from './approval-store.ts';

/** What every store of approvals promises; `person` makes an account. */
export function approvalStoreContract(
  open: () => Promise<{ store: ApprovalStore; person(id: string, at: Date): Promise<void>; people(): Promise<number> }>,
): void {
  let opened: Awaited<ReturnType<typeof open>>;
  let store: ApprovalStore;
  const before = new Date('2026-11-20T09:00:00.000Z');
  const now = new Date('2026-11-21T09:00:00.000Z');
  const later = new Date('2026-11-22T09:00:00.000Z');
  const nobody: ReadonlySet<string> = new Set();
  const quiet = async () => undefined;
  const enter = (id: string, tell = quiet) => store.admits(id, later, nobody, tell);
  beforeEach(async () => {
    opened = await open();
    ({ store } = opened);
    await store.begin(now);
    await opened.person('per_old', before);
    await opened.person('per_ada', later);
  });

  test('who had an account before needs no approval, also after another start', async () => {
    await store.begin(later);
    expect([await enter('per_old'), await enter('per_ada'), await enter('per_none')]).toEqual([true, false, false]);
  });

  test('whoever waits is told of once, however many tries come at once', async () => {
    let told = 0;
    const tries = Array.from({ length: 10 }, () =>
      store.admits('per_ada', later, nobody, async () => void (told += 1)),
    );
    expect(await Promise.all(tries)).toEqual(tries.map(() => false));
    expect(told).toBe(1);
    expect(await store.waiting(5)).toEqual([
      { person: 'per_ada', name: 'per_ada', email: 'per_ada@example.com', askedAt: later },
    ]);
  });

  test('nobody waits where the staff cannot be told', async () => {
    const failing = store.admits('per_ada', later, nobody, () => Promise.reject(new Error('no outbox')));
    await expect(failing).rejects.toThrow('no outbox');
    expect(await store.waiting(5)).toEqual([]);
  });

  describe('a decision', () => {
    test('to approve lets in, once', async () => {
      await enter('per_ada');
      const both = await Promise.all([store.approve('per_ada', later, quiet), store.approve('per_ada', later, quiet)]);
      expect(both.toSorted()).toEqual([false, true]);
      expect([await enter('per_ada'), await store.waiting(5)]).toEqual([true, []]);
    });

    test('to decline removes the account', async () => {
      await enter('per_ada');
      expect([await store.decline('per_ada', quiet), await store.decline('per_ada', quiet)]).toEqual([true, false]);
      expect([await opened.people(), await enter('per_ada')]).toEqual([1, false]);
    });

    test('is made on who waits only', async () => {
      expect([await store.decline('per_old', quiet), await store.approve('per_old', later, quiet)]).toEqual([
        false,
        false,
      ]);
      expect(await opened.people()).toBe(2);
    });
  });

  test('whoever is invited, or is named by the configuration, does not wait', async () => {
    await store.approveAddress('per_ada@example.com', later);
    await store.approveAddress('none@example.com', later);
    await opened.person('per_root', later);
    expect(await enter('per_ada')).toBe(true);
    expect(await store.admits('per_root', later, new Set(['per_root@example.com']), quiet)).toBe(true);
  });

  test('an invitation lets in who waits', async () => {
    await enter('per_ada');
    await store.approveAddress('per_ada@example.com', later);
    expect([await enter('per_ada'), await store.waiting(5)]).toEqual([true, []]);
  });

  test('when sign-up is open again nobody needs an approval', async () => {
    await store.end();
    expect(await enter('per_ada')).toBe(true);
  });
}
