import type { FastifyInstance } from 'fastify';
import type { NamedLimits } from '../../../platform/address-limit.ts';
import { systemClock } from '../../../platform/clock.ts';
import { accountRoutes } from './account-routes.ts';
import type { AccountDeps } from './account-deps.ts';
import { eventRoutes } from './event-routes.ts';
import { leavingRoutes } from './leaving-routes.ts';
import { personProver } from './prove-person.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { accountSessionRoutes } from './session-routes.ts';

export type { OrganizationKeys, PersonalThings } from './account-deps.ts';
export type { AccountStore } from './account-store.ts';
export { sqlAccountStore } from './sql-account-store.ts';

const triesPerMinute = 10;

/** What a person sees and changes of the own account. */
export function accountPart(
  deps: Omit<AccountDeps, 'prove' | 'limitPasswords' | 'limitCodes' | 'clock'> & { readonly namedLimits: NamedLimits },
): (app: FastifyInstance) => void {
  const { authOf, store, namedLimits } = deps;
  const clock = systemClock;
  const limitPasswords = namedLimits(triesPerMinute, 'passwords', 'are tried at this account');
  const limitCodes = namedLimits(triesPerMinute, 'codes', 'are tried at this account');
  const prove = personProver({ authOf, store, limit: limitPasswords, now: () => clock.now() });
  const all: AccountDeps = { ...deps, clock, prove, limitPasswords, limitCodes };
  return (app) => {
    accountRoutes(app, all);
    accountSessionRoutes(app, all);
    secondFactorRoutes(app, all);
    leavingRoutes(app, all);
    eventRoutes(app, all);
  };
}
