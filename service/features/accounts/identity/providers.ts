import type { ProviderConfig } from '../../../../contract/portal-config.ts';
import { StartError } from '../../../platform/start-error.ts';

/** A service that says who somebody is, with what this portal is known by there. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Null: one of those that the library knows. */
  readonly issuer: string | null;
  readonly clientId: string;
  readonly clientSecret: string;
}

const names: Readonly<Record<string, string>> = { github: 'GitHub', google: 'Google' };

/** Throws one `StartError` with all variables that are not set. */
export function readProviders(
  configured: readonly ProviderConfig[],
  environment: Readonly<Record<string, string | undefined>>,
): readonly Provider[] {
  const missing = configured.flatMap(({ id, clientIdFrom, clientSecretFrom }) =>
    [clientIdFrom, clientSecretFrom]
      .filter((name) => (environment[name] ?? '') === '')
      .map((name) => `${name} is not set: accounts.providers needs it for "${id}". Set it, or take the provider out.`),
  );
  if (missing.length > 0) throw new StartError(missing.join('\n'));
  return configured.map(({ id, name, issuer, clientIdFrom, clientSecretFrom }) => ({
    id,
    name: name ?? names[id] ?? id,
    issuer: issuer ?? null,
    clientId: environment[clientIdFrom] ?? '',
    clientSecret: environment[clientSecretFrom] ?? '',
  }));
}

/** The library's options for providers that it knows. */
export function knownProviders(providers: readonly Provider[], disableSignUp: boolean) {
  const of = (id: string) => {
    const found = providers.find((provider) => provider.id === id && provider.issuer === null);
    return found && { clientId: found.clientId, clientSecret: found.clientSecret, disableSignUp };
  };
  const [github, google] = [of('github'), of('google')];
  return { ...(github && { github }), ...(google && { google }) };
}

/** The library's options for OpenID providers: discovered, with PKCE, and with an ID token that is verified. */
export function openIdProviders(providers: readonly Provider[], disableSignUp: boolean) {
  return providers.flatMap(({ id, name, issuer, clientId, clientSecret }) =>
    issuer === null
      ? []
      : [
          {
            ...{ providerId: id, name, clientId, clientSecret, disableSignUp },
            discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
            requireIdTokenVerification: true,
          },
        ],
  );
}
