import { timingSafeEqual } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import { madeOnce } from '../../platform/made-once.ts';
import { isRecord } from './is-record.ts';
import type { Issuer } from './issuers.ts';
import { tokenHash } from './token-hash.ts';

export type Providers = (issuer: Issuer) => Promise<Provider>;

/** Two or three names of this machine; one more makes room for itself. */
const mostIssuers = 8;

/**
 * The library, loaded when somebody first asks for a token: a portal without OAuth 2 does not hold its 30 MB. One server an
 * issuer; they share everything that is stored.
 */
export function lazyProviders(deps: {
  readonly configure: (issuer: Issuer) => Promise<Configuration>;
  /** The scopes that everybody may know of: its metadata (RFC 8414 §2) name no others. */
  readonly published: () => Promise<readonly string[]>;
  readonly onFault: (error: Error) => void;
}): Providers {
  const make = async (issuer: Issuer): Promise<Provider> => {
    const [{ Provider }, configuration] = await Promise.all([import('oidc-provider'), deps.configure(issuer)]);
    const provider = new Provider(issuer.url, configuration);
    provider.proxy = true;
    provider.on('server_error', (_, error) => deps.onFault(error));
    compareByHash(provider);
    provider.use(async (ctx, next) => {
      await next();
      const body: unknown = ctx.body;
      if (!isRecord(body) || !('scopes_supported' in body)) return;
      ctx.body = { ...body, scopes_supported: await deps.published() };
    });
    return provider;
  };
  return madeOnce({ make, nameOf: ({ url }) => url, most: mostIssuers });
}

/** There is only the hash of a client's secret. */
function compareByHash(provider: Provider): void {
  Object.assign(provider.Client.prototype, {
    compareClientSecret(this: { clientSecret?: string }, presented: string): boolean {
      const stored = Buffer.from(this.clientSecret ?? '');
      const given = Buffer.from(tokenHash(presented));
      return stored.length === given.length && timingSafeEqual(stored, given);
    },
  });
}
