import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { UsableKey } from '../keys/index.ts';
import type { ApiScopes } from './api-scopes.ts';
import type { Issuer } from './issuers.ts';
import type { OAuthStore } from './oauth-record.ts';
import { clientRecord, type ClientKind, type SandboxClient } from './sandbox-client.ts';

/** A client can be used for a day. */
const lifeMs = 24 * 60 * 60 * 1000;

/** The page that takes the code; a house test holds it against `src/pages`. */
export const callbackPath = '/authorized';

export type IssueClient = (wanted: {
  readonly api: string;
  readonly kind: ClientKind;
  readonly key: UsableKey;
  readonly issuer: Issuer;
}) => Promise<{
  readonly client: SandboxClient;
  /** Shown once; null where it is public. */ readonly secret: string | null;
}>;

/** Issues a client to the key's organization, for one API of the sandbox. It is on disk when this resolves. */
export function clientIssuer(deps: {
  readonly store: Pick<OAuthStore, 'put'>;
  readonly scopesOf: (organization: string) => Promise<ApiScopes>;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: (bytes: number) => Uint8Array;
}): IssueClient {
  return async ({ api, kind, key, issuer }) => {
    const known = await deps.scopesOf(key.organization);
    const scopes = known.get(api);
    if (scopes === undefined) throw takesNoTokens(api, [...known.keys()]);
    if (key.environment === 'live') {
      throw new ProblemError('environment-unavailable', {
        detail: 'Clients are issued for the sandbox only. Send a key that starts with ptl_test_.',
      });
    }
    // Its tokens can have any scope of the API: a key that has fewer does not come by the rest this way.
    if (key.onlyScopes?.includes(api) === false) {
      throw new ProblemError('scope-insufficient', {
        detail: `A client of ${api} needs a key with everything of ${api}; this one has ${key.onlyScopes.join(' ')}.`,
      });
    }
    const client: SandboxClient = {
      id: deps.newId('client'),
      kind,
      organization: key.organization,
      api,
      scopes: [...scopes],
      redirectUri: issuer.siteOrigin + callbackPath,
      expiresAt: new Date(deps.clock.now().getTime() + lifeMs),
    };
    const secret = kind === 'public' ? null : `ptl_secret_${Buffer.from(deps.random(32)).toString('base64url')}`;
    await deps.store.put(clientRecord(client, secret));
    return { client, secret };
  };
}

function takesNoTokens(api: string, others: readonly string[]): ProblemError {
  const message = `must be an API that takes access tokens: ${others.join(', ') || 'there is none here'}`;
  return new ProblemError('request-invalid', {
    detail: `"${api}" does not take access tokens here. Send a key instead.`,
    errors: [{ in: 'body', at: '/api', message }],
  });
}
