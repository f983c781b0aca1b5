import type { Clock } from '../../../platform/clock.ts';
import { stateOf } from './managed-key.ts';
import type { ManagedKeyStore } from './managed-key-store.ts';

/** How an organization stands with its keys, at a glance. */
export interface KeyStanding {
  readonly launchedAt: Date | null;
  readonly environments: readonly EnvironmentKeys[];
}

export interface EnvironmentKeys {
  readonly environment: 'sandbox' | 'live';
  /** How many open something; those that were rolled and still do are among them. */
  readonly open: number;
  /** To the minute, of a key that is still there; null where none was used, as far as is known. */
  readonly lastUsedAt: Date | null;
}

export function keyStandings(store: ManagedKeyStore, clock: Clock): (organization: string) => Promise<KeyStanding> {
  return async (organization) => {
    const now = clock.now();
    const keys = await store.list(organization, now);
    const environments = (['sandbox', 'live'] as const).map((environment) => {
      const own = keys.filter((key) => key.environment === environment);
      const open = own.filter((key) => ['active', 'ending'].includes(stateOf(key, now)));
      const used = own.flatMap(({ lastUsedAt }) => (lastUsedAt === null ? [] : [Number(lastUsedAt)]));
      return { environment, open: open.length, lastUsedAt: used.length === 0 ? null : new Date(Math.max(...used)) };
    });
    return { launchedAt: await store.launchedAt(organization), environments };
  };
}
