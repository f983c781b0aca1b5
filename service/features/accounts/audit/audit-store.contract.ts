import { beforeEach, describe, expect, test } from 'vitest';
import { idSource } from '../../../platform/ids.ts';
import { auditLog, type AuditLog } from './audit-log.ts';
import type { AuditStore } from './audit-store.ts';

/** What every store of the audit log promises. */
export function auditStoreContract(open: () => Promise<AuditStore>): void {
  let store: AuditStore;
  let log: AuditLog;
  let now: Date;
  beforeEach(async () => {
    store = await open();
    now = new Date('2026-11-21T09:00:00.000Z');
    const clock = { now: () => now };
    log = auditLog({ store, clock, newId: idSource(clock) });
  });

  const kindsOf = async (person: string) => (await log.ofPerson(person)).map(({ kind }) => kind);

  describe('the log', () => {
    test('tells a person’s events, the newest first, and nobody else’s', async () => {
      await log.record({ kind: 'signed-in', person: 'per_ada', userAgent: 'curl/8' });
      await log.record({ kind: 'signed-in', person: 'per_eve' });
      await log.record({ kind: 'password-changed', person: 'per_ada' });
      expect(await log.ofPerson('per_ada')).toMatchObject([
        { kind: 'password-changed', at: now, browser: null, organization: null, subject: null },
        { kind: 'signed-in', browser: 'curl' },
      ]);
    });

    test('tells an organization’s events, whoever did it', async () => {
      const organization = 'org_a';
      await log.record({ kind: 'key-created', person: 'per_ada', organization, subject: 'CI' });
      await log.record({ kind: 'key-revoked', person: 'per_bob', organization, subject: `it's "CI"; --` });
      await log.record({ kind: 'key-created', person: 'per_ada', organization: 'org_b' });
      const events = await log.ofOrganization(organization);
      expect(events.map(({ person, subject }) => [person, subject])).toEqual([
        ['per_bob', `it's "CI"; --`],
        ['per_ada', 'CI'],
      ]);
    });

    test('keeps no subject that is longer than 200 characters', async () => {
      await log.record({ kind: 'key-created', person: 'per_ada', subject: 'x'.repeat(1_000) });
      expect((await log.ofPerson('per_ada'))[0]?.subject).toHaveLength(200);
    });
  });

  describe('pruning', () => {
    test('removes what is too old, and only that', async () => {
      await log.record({ kind: 'signed-in', person: 'per_ada' });
      now = new Date('2026-11-22T09:00:00.000Z');
      await log.record({ kind: 'signed-out', person: 'per_ada' });
      expect(await store.prune({ before: new Date('2026-11-22T00:00:00.000Z'), most: 10 })).toBe(1);
      expect(await kindsOf('per_ada')).toEqual(['signed-out']);
    });

    test('keeps so many of each person, the newest', async () => {
      for (const kind of ['signed-in', 'sign-in-failed', 'signed-out'] as const)
        await log.record({ kind, person: 'per_ada' });
      await log.record({ kind: 'signed-in', person: 'per_bob' });
      expect(await store.prune({ before: new Date(0), most: 2 })).toBe(1);
      expect([await kindsOf('per_ada'), await kindsOf('per_bob')]).toEqual([
        ['signed-out', 'sign-in-failed'],
        ['signed-in'],
      ]);
    });
  });
}
