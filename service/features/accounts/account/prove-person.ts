import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../../platform/problem.ts';
import type { AuthOf } from '../identity/auth-of.ts';
import { libraryHeaders } from '../identity/library-headers.ts';
import { askLibrary } from '../use-library.ts';
import type { Session } from '../session.ts';
import type { AccountStore } from './account-store.ts';

const freshMinutes = 15;

export type ProofDecision = 'check-password' | 'password-missing' | 'fresh' | 'stale';

/**
 * What shows that it is the person who asks, not somebody at a browser that was left open: the password, or, where there is none, that
 * the session has just begun.
 */
export function decideProof(given: {
  readonly hasPassword: boolean;
  readonly password: string | undefined;
  readonly sessionBegan: Date | undefined;
  readonly now: Date;
}): ProofDecision {
  const { hasPassword, password, sessionBegan, now } = given;
  if (hasPassword) return password === undefined ? 'password-missing' : 'check-password';
  const ageMs = now.getTime() - (sessionBegan?.getTime() ?? 0);
  return ageMs <= freshMinutes * 60_000 ? 'fresh' : 'stale';
}

export type ProvePerson = (request: FastifyRequest, session: Session, password: string | undefined) => Promise<void>;

/** Throws the problem where it is not shown. `limit` counts tries by the person's id. */
export function personProver(deps: {
  readonly authOf: AuthOf;
  readonly store: AccountStore;
  readonly limit: (person: string) => Promise<void>;
  readonly now: () => Date;
}): ProvePerson {
  const { authOf, store, limit, now } = deps;
  return async (request, { id, person }, password) => {
    await limit(person.id);
    const { hasPassword } = await store.find(person.id);
    const sessions = await store.sessions(person.id, now());
    const sessionBegan = sessions.find((session) => session.id === id)?.createdAt;
    const decision = decideProof({ hasPassword, password, sessionBegan, now: now() });
    if (decision === 'password-missing') {
      const errors = [{ in: 'body', at: '/password', message: 'is required: the account has one' }] as const;
      throw new ProblemError('request-invalid', { detail: 'Give your password.', errors });
    }
    if (decision === 'stale') {
      throw new ProblemError('sign-in-stale', {
        detail: `You signed in more than ${freshMinutes} minutes ago. Sign out, sign in again, then do this at once.`,
      });
    }
    if (decision === 'check-password') {
      const { api } = await authOf(request);
      const headers = libraryHeaders(request);
      await askLibrary(api.verifyPassword({ body: { password: password ?? '' }, headers, asResponse: true }));
    }
  };
}
