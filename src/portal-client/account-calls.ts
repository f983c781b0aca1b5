import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle, settleEmpty } from './settle';

type Schemas = components['schemas'];
export type NewAccount = Schemas['NewAccount'];
export type Credentials = Schemas['Credentials'];
export type SecondFactorAnswer = Schemas['SecondFactorAnswer'];
export type ProviderList = Schemas['ProviderList'];

/** Signing up, in and out. Nothing is thrown: each call gives its value or a problem. */
export interface AccountCalls {
  signUp(account: NewAccount): Promise<Outcome<unknown>>;
  signIn(credentials: Credentials): Promise<Outcome<{ readonly needs_second_factor: boolean }>>;
  sendSignInLink(email: string): Promise<Outcome<unknown>>;
  sendPasswordReset(email: string): Promise<Outcome<unknown>>;
  verifySecondFactor(answer: SecondFactorAnswer): Promise<Outcome<unknown>>;
  listProviders(): Promise<Outcome<ProviderList>>;
  /** The address of the provider, where the browser is to go. */
  beginProviderSignIn(provider: string, returnTo: string): Promise<Outcome<{ readonly url: string }>>;
  signOut(): Promise<Outcome<unknown>>;
}

const answerWithinMilliseconds = 20_000;

/** A client of the service that stands at `serviceUrl` (an origin; '' is the site's own), with the cookie of the session. */
export function createAccountCalls(serviceUrl: string, fetch: typeof globalThis.fetch): AccountCalls {
  const api = createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
  const signal = () => AbortSignal.timeout(answerWithinMilliseconds);
  return {
    signUp: (body) => settle(api.POST('/accounts', { body, signal: signal() })),
    signIn: (body) => settle(api.POST('/session', { body, signal: signal() })),
    sendSignInLink: (email) => settle(api.POST('/sign-in-links', { body: { email }, signal: signal() })),
    sendPasswordReset: (email) => settle(api.POST('/password-resets', { body: { email }, signal: signal() })),
    verifySecondFactor: (body) => settleEmpty(api.POST('/session/second-factor', { body, signal: signal() })),
    listProviders: () => settle(api.GET('/providers', { signal: signal() })),
    beginProviderSignIn: (provider, returnTo) =>
      settle(
        api.POST('/auth/{provider}', {
          params: { path: { provider } },
          body: { return_to: returnTo },
          signal: signal(),
        }),
      ),
    signOut: () => settleEmpty(api.DELETE('/session', { signal: signal() })),
  };
}
