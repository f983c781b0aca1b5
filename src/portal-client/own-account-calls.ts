import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle, settleEmpty } from './settle';

type Schemas = components['schemas'];
export type Account = Schemas['Account'];
export type AccountSession = Schemas['AccountSession'];
export type SecondFactorSetup = Schemas['SecondFactorSetup'];
/** The password, for whoever has one. */
export type PasswordProof = Schemas['PasswordProof'];

/** `/account` of the service: what one does with one's own account. Nothing is thrown: each call gives its value or a problem. */
export interface OwnAccountCalls {
  read(): Promise<Outcome<Account>>;
  changeName(name: string): Promise<Outcome<Account>>;
  changePassword(change: Schemas['PasswordChange']): Promise<Outcome<unknown>>;
  beginSecondFactor(proof: PasswordProof): Promise<Outcome<SecondFactorSetup>>;
  confirmSecondFactor(code: string): Promise<Outcome<unknown>>;
  removeSecondFactor(proof: PasswordProof): Promise<Outcome<unknown>>;
  listSessions(): Promise<Outcome<readonly AccountSession[]>>;
  endSession(session: string): Promise<Outcome<unknown>>;
  endOtherSessions(): Promise<Outcome<{ readonly ended: number }>>;
  /** The JSON text of everything that the portal keeps about one. */
  exportText(): Promise<Outcome<string>>;
  delete(proof: PasswordProof): Promise<Outcome<unknown>>;
}

const answerWithinMilliseconds = 30_000;

export function createOwnAccountCalls(serviceUrl: string, fetch: typeof globalThis.fetch): OwnAccountCalls {
  const api = createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
  const signal = () => AbortSignal.timeout(answerWithinMilliseconds);
  return {
    read: () => settle(api.GET('/account', { signal: signal() })),
    changeName: (name) => settle(api.PATCH('/account', { body: { name }, signal: signal() })),
    changePassword: (body) => settleEmpty(api.PUT('/account/password', { body, signal: signal() })),
    beginSecondFactor: (body) => settle(api.POST('/account/second-factor', { body, signal: signal() })),
    confirmSecondFactor: (code) =>
      settleEmpty(api.POST('/account/second-factor/confirmation', { body: { code }, signal: signal() })),
    removeSecondFactor: (body) => settleEmpty(api.POST('/account/second-factor/removal', { body, signal: signal() })),
    async listSessions() {
      const outcome = await settle(api.GET('/account/sessions', { signal: signal() }));
      return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.data } : outcome;
    },
    endSession: (session) =>
      settleEmpty(api.DELETE('/account/sessions/{session}', { params: { path: { session } }, signal: signal() })),
    endOtherSessions: () => settle(api.DELETE('/account/sessions', { signal: signal() })),
    exportText: () => settle(api.GET('/account/export', { parseAs: 'text', signal: signal() })),
    delete: (body) => settleEmpty(api.POST('/account/deletion', { body, signal: signal() })),
  };
}
