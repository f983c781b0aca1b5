import type { Authenticate } from '../keys/index.ts';
import type { OpensTo } from '../early-access/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Address } from './address.ts';
import type { Received } from './facts.ts';
import { presentedCredentials } from './presented-credentials.ts';
import { readQuery } from './query-string.ts';
import type { ServedApis } from './served-version.ts';

/** Whether the API version of an address is there for whoever sent the request. */
export type IsThereFor = (request: Received, address: Address) => Promise<boolean>;

/**
 * Early access at the gateway: a version that is for groups is there for the keys of their organizations. It is asked in the same way
 * whether there is such a version or not, so that neither the answer nor its time tells: credentials are looked for where any contract of
 * early access wants them.
 */
export function isThereFor(deps: {
  readonly apis: Pick<ServedApis, 'gatedSchemes'>;
  readonly authenticate: Authenticate;
  readonly opensTo: OpensTo;
  readonly clock: Clock;
}): IsThereFor {
  const { apis, authenticate, opensTo, clock } = deps;
  return async ({ headers }, address) => {
    const contract = { securitySchemes: apis.gatedSchemes ?? {} };
    let organization: string | null = null;
    for (const { text } of presentedCredentials(contract, headers, readQuery(address.query))) {
      const decision = await authenticate(text, clock.now());
      if (decision.kind !== 'usable') continue;
      ({ organization } = decision.key);
      break;
    }
    return (await opensTo(organization))(address);
  };
}
