import type { Contract } from '../../../contract/model.ts';
import { sandboxRulesOf } from '../../../contract/x-sandbox/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Sandbox } from '../sandbox/index.ts';

/**
 * Looks after what time brings in sandboxes that somebody uses: an offer that is accepted five seconds later is told of then,
 * and not with the next request. A sandbox is looked at each second after a change, then less and less often, for an hour;
 * later, what is due is told with the next request.
 */
export interface TimeWatch {
  /** Something changed in this sandbox, or somebody looks at its webhooks. */
  readonly note: (contract: Contract, organization: string) => void;
  /** Lets time pass where it is due to be looked at. */
  look(): Promise<void>;
}

interface Watched {
  readonly contract: Contract;
  readonly organization: string;
  readonly since: number;
  next: number;
}

const everyMs = 1000;
const longestMs = 3_600_000;
/** Beyond it, those that were noted longest ago are left to their next request. */
const mostWatched = 2000;

export function timeWatch(deps: {
  readonly sandbox: () => Pick<Sandbox, 'catchUp'>;
  readonly clock: Clock;
  readonly log: { error(details: object, message: string): void };
}): TimeWatch {
  const watched = new Map<string, Watched>();
  const now = () => deps.clock.now().getTime();

  return {
    note(contract, organization) {
      if (!sandboxRulesOf(contract).hasTransitions) return;
      const key = `${organization}/${contract.api}/${contract.version}`;
      watched.delete(key);
      watched.set(key, { contract, organization, since: now(), next: now() + everyMs });
      const oldest = watched.keys().next();
      if (watched.size > mostWatched && !oldest.done) watched.delete(oldest.value);
    },

    async look() {
      for (const [key, one] of watched) {
        if (one.next > now()) continue;
        const age = now() - one.since;
        if (age > longestMs) watched.delete(key);
        one.next = now() + Math.max(everyMs, age / 10);
        try {
          await deps.sandbox().catchUp(one.contract, one.organization);
        } catch (error) {
          deps.log.error({ err: error }, 'what time brought to a sandbox could not be told; trying again');
        }
      }
    },
  };
}
