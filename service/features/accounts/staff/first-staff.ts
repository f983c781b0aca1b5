import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../platform/clock.ts';
import type { StaffStore } from './staff-store.ts';

const hours = 24;

export interface FirstStaff {
  /** A link that makes its opener staff, once, within a day; null where somebody is staff already. `service`: where browsers reach it. */
  link(service: string): Promise<string | null>;
  /** False where the link does not hold (any more). */
  claim(token: string, person: string): Promise<boolean>;
}

/** How a portal gets its first staff where the configuration names nobody: whoever reads its console may open the link. */
export function firstStaff(deps: {
  readonly store: StaffStore;
  readonly clock: Clock;
  readonly isAnyConfigured: boolean;
}): FirstStaff {
  const { store, clock, isAnyConfigured } = deps;
  return {
    async link(service) {
      if (isAnyConfigured || (await store.list()).length > 0) return null;
      const token = randomBytes(24).toString('base64url');
      const now = clock.now();
      await store.offer(hashOf(token), new Date(now.getTime() + hours * 3_600_000), now);
      return `${service}/account/staff?token=${token}`;
    },
    claim: async (token, person) => !isAnyConfigured && store.claim(hashOf(token), person, clock.now()),
  };
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
