import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Clock } from '../../platform/clock.ts';
import { type ApiScopes, scopeNames } from './api-scopes.ts';
import type { Issuer } from './issuers.ts';
import type { OAuthStore } from './oauth-record.ts';
import { codeConfirmPage, codeInputPage, donePage } from './pages/device-pages.ts';
import { errorPage } from './pages/error-page.ts';
import { type Page, pageHeaders, renderPage } from '../../platform/pages/page.ts';
import { recordAdapter } from './record-adapter.ts';
import type { ServerSecrets } from './server-secrets.ts';

/** Seconds. As the sample platform's guide says of live: a token lives for 15 minutes. */
export const accessTokenSeconds = 15 * 60;
const minutes = 60;
const hours = 60 * minutes;

/** What of OAuth 2 and OpenID Connect the sandbox's authorization server does. Everything else is off. */
export function providerConfiguration(deps: {
  readonly issuer: Issuer;
  readonly scopes: ApiScopes;
  readonly secrets: ServerSecrets;
  readonly store: OAuthStore;
  readonly clock: Clock;
}): Configuration {
  const { issuer, scopes, secrets, store, clock } = deps;
  const show = (ctx: Pick<KoaContextWithOIDC, 'set' | 'body'>, page: Page): void => {
    ctx.set({ ...pageHeaders(issuer.siteOrigin) });
    ctx.body = renderPage(page);
  };
  return {
    adapter: recordAdapter(store, clock),
    scopes: scopeNames(scopes),
    jwks: { keys: [secrets.signingKey] },
    cookies: { keys: [secrets.cookieKey], short: { sameSite: 'lax' }, long: { sameSite: 'lax' } },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    extraClientMetadata: { properties: ['organization', 'api'] },
    extraTokenClaims: (_, token) =>
      'client' in token && token.client ? { organization: token.client.organization, api: token.client.api } : {},
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
      revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
      userinfo: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
      deviceFlow: {
        enabled: true,
        userCodeInputSource: (ctx, form, _, error) => show(ctx, codeInputPage(form, error !== undefined)),
        userCodeConfirmSource: (ctx, form, _, __, code) => show(ctx, codeConfirmPage(form, code)),
        successSource: (ctx) => show(ctx, donePage()),
      },
    },
    pkce: { required: () => true },
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: () => false,
    rotateRefreshToken: true,
    clientBasedCORS: (_: KoaContextWithOIDC, origin) => origin === issuer.siteOrigin,
    interactions: { url: (_, interaction) => `${new URL(issuer.url).pathname}/consent/${interaction.uid}` },
    renderError: (ctx, out) => show(ctx, errorPage(out.error, out.error_description)),
    routes: {
      authorization: '/authorize',
      token: '/token',
      introspection: '/introspect',
      revocation: '/revoke',
      device_authorization: '/device/authorize',
      code_verification: '/device',
      jwks: '/jwks',
      userinfo: '/userinfo',
      pushed_authorization_request: '/par',
    },
    ttl: {
      AccessToken: accessTokenSeconds,
      ClientCredentials: accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: accessTokenSeconds,
      DeviceCode: 10 * minutes,
      Interaction: 10 * minutes,
      RefreshToken: 24 * hours,
      Grant: 24 * hours,
      Session: 24 * hours,
    },
  };
}
