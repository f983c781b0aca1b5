import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle, settleEmpty } from './settle';

export type StaffMember = components['schemas']['StaffMember'];
export type SignUps = paths['/team/sign-ups']['get']['responses'][200]['content']['application/json'];
export type WaitingSignUp = SignUps['data'][number];

/** Who belongs to the team, and who waits to be let in. Nothing is thrown: each call gives its value or a problem. */
export interface PeopleCalls {
  staff(): Promise<Outcome<readonly StaffMember[]>>;
  /** Somebody with an account. */
  addStaff(email: string): Promise<Outcome<StaffMember>>;
  removeStaff(person: string): Promise<Outcome<true>>;
  signUps(): Promise<Outcome<SignUps>>;
  /** `words` stand in the mail beside the decision. */
  decide(person: string, decision: 'approve' | 'decline', words: string): Promise<Outcome<true>>;
}

const answerWithinMilliseconds = 15_000;

export function createPeopleCalls(serviceUrl: string, fetch: typeof globalThis.fetch): PeopleCalls {
  const api = createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
  const within = () => ({ signal: AbortSignal.timeout(answerWithinMilliseconds) });
  const of = (person: string) => ({ params: { path: { person } }, ...within() });
  return {
    async staff() {
      const found = await settle(api.GET('/staff', within()));
      return found.kind === 'ok' ? { kind: 'ok', value: found.value.data } : found;
    },
    addStaff: (email) => settle(api.POST('/staff', { body: { email }, ...within() })),
    removeStaff: (person) => settleEmpty(api.DELETE('/staff/{person}', of(person))),
    signUps: () => settle(api.GET('/team/sign-ups', within())),
    decide: (person, decision, words) => {
      const body = words.trim() === '' ? {} : { words: words.trim() };
      return settleEmpty(
        decision === 'approve'
          ? api.POST('/team/sign-ups/{person}/approve', { body, ...of(person) })
          : api.POST('/team/sign-ups/{person}/decline', { body, ...of(person) }),
      );
    },
  };
}
