import type { Kysely } from 'kysely';
import { adoptKeys, type KeysFeature } from './features/keys/index.ts';
import { adoptClients } from './features/oauth/index.ts';
import { adoptJourneys } from './features/onboarding/index.ts';
import type { SandboxFeature } from './features/sandbox/index.ts';
import { adoptExchanges, type TrafficLog } from './features/traffic/index.ts';
import { adoptTrouble, type TroubleFeature } from './features/trouble/index.ts';
import { adoptWebhooks } from './features/webhooks/index.ts';
import type { Adopt } from './platform/adopt.ts';
import type { Database } from './platform/database/index.ts';

/**
 * Moves what a guest made to the organization that `work` makes, all in one transaction: whoever signs up finds everything or, after a crash,
 * is a guest as before. Other instances that write the guest's last exchanges later than this leave those with the guest.
 */
export function guestAdoption(deps: {
  readonly database: Database;
  readonly keys: Pick<KeysFeature, 'forgetKnown'>;
  readonly sandbox: Pick<SandboxFeature, 'adopt' | 'whileStill'>;
  readonly traffic: Pick<TrafficLog, 'flush'>;
  readonly trouble: Pick<TroubleFeature, 'forget'>;
}) {
  const { database, keys, sandbox, traffic, trouble } = deps;
  const parts: readonly Adopt[] = [
    sandbox.adopt,
    adoptKeys,
    adoptExchanges,
    adoptTrouble,
    adoptWebhooks,
    adoptClients,
    adoptJourneys,
  ];
  return async <T extends { readonly id: string } | null>(
    guest: string,
    work: (transaction: Kysely<unknown>) => Promise<T>,
  ): Promise<T> => {
    await traffic.flush();
    const made = await sandbox.whileStill(guest, () =>
      database.db.transaction().execute(async (transaction) => {
        const organization = await work(transaction);
        if (organization !== null) for (const adopt of parts) await adopt(transaction, guest, organization.id);
        return organization;
      }),
    );
    keys.forgetKnown();
    trouble.forget();
    return made;
  };
}
