import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../platform/address-limit.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { AccountStore } from './account/index.ts';
import type { AuditLog } from './audit/index.ts';
import { renewedCookie } from './identity/renewed-cookie.ts';
import type { AuthOf } from './identity/auth-of.ts';
import { libraryHeaders, signingInHeaders } from './identity/library-headers.ts';
import { asksForSecondFactor, noteSignIn } from './note-sign-in.ts';
import { sessionJson } from './session-json.ts';
import type { SessionOfRequest } from './session-of-request.ts';
import { useLibrary } from './use-library.ts';

export interface SignInDeps {
  readonly routes: ContractRoutes;
  readonly authOf: AuthOf;
  readonly sessionOf: SessionOfRequest;
  readonly sites: readonly string[];
  /** What can be guessed, for each address that asks. */
  readonly limit: AddressLimit;
  /** Mails, for each address that asks. */
  readonly limitMails: AddressLimit;
  readonly store: Pick<AccountStore, 'personOf'>;
  readonly audit: AuditLog;
  /** Runs before a link to sign in is sent. */
  readonly beforeLink: (email: string) => Promise<void>;
  /** Tries at one account, whoever asks. */
  readonly limitAccount: (email: string) => Promise<void>;
}

interface Body<Fields> {
  Body: Fields;
}

/** Signing up, in and out. Answers never tell whether an address has an account. */
export function signInRoutes(app: FastifyInstance, deps: SignInDeps): void {
  const { routes, authOf, sessionOf, sites, limit, limitMails, limitAccount, store, audit } = deps;
  const own = refuseForeignOrigins(sites);

  /** The answer does not wait for it: how long it takes must not tell whether there is an account. */
  function noteFailure(email: string, request: FastifyRequest): void {
    const userAgent = request.headers['user-agent'];
    store
      .personOf(email)
      .then(async (person) => {
        if (person !== null) await audit.record({ kind: 'sign-in-failed', person, userAgent });
      })
      .catch((err: unknown) => request.log.error({ err }, 'a failed sign-in could not be written down'));
  }

  routes.add(
    app,
    'signUp',
    async (request: FastifyRequest<Body<{ name: string; email: string; password: string }>>, reply) => {
      const { name, email, password } = request.body;
      await useLibrary(
        reply,
        (await authOf(request)).api.signUpEmail({ body: { name, email, password }, asResponse: true }),
      );
      return reply.code(202).send({ sent_to: email });
    },
    [own, limitMails],
  );

  routes.add(
    app,
    'signIn',
    async (request: FastifyRequest<Body<{ email: string; password: string }>>, reply) => {
      const { email, password } = request.body;
      await limitAccount(email);
      const { api } = await authOf(request);
      const headers = signingInHeaders(request);
      try {
        const body = await useLibrary(reply, api.signInEmail({ body: { email, password }, headers, asResponse: true }));
        await noteSignIn(audit, api, request, reply);
        void reply.code(201).header('cache-control', 'no-store');
        return { needs_second_factor: asksForSecondFactor(body) };
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'credentials-invalid') noteFailure(email, request);
        throw error;
      }
    },
    [own, limit],
  );

  routes.add(
    app,
    'sendSignInLink',
    async (request: FastifyRequest<Body<{ email: string }>>, reply) => {
      const { email } = request.body;
      await deps.beforeLink(email);
      const { api } = await authOf(request);
      const headers = new Headers();
      await useLibrary(reply, api.signInMagicLink({ body: { email, name: nameOf(email) }, headers, asResponse: true }));
      return reply.code(202).send({ sent_to: email });
    },
    [own, limitMails],
  );

  routes.add(
    app,
    'sendPasswordReset',
    async (request: FastifyRequest<Body<{ email: string }>>, reply) => {
      const { email } = request.body;
      await useLibrary(reply, (await authOf(request)).api.requestPasswordReset({ body: { email }, asResponse: true }));
      return reply.code(202).send({ sent_to: email });
    },
    [own, limitMails],
  );

  routes.add(app, 'getSession', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const session = await sessionOf(request);
    const renewed = session && renewedCookie(request);
    if (renewed) void reply.header('set-cookie', renewed);
    return sessionJson(session);
  });

  routes.add(
    app,
    'signOut',
    async (request, reply) => {
      const session = await sessionOf(request);
      const headers = libraryHeaders(request);
      await useLibrary(reply, (await authOf(request)).api.signOut({ headers, asResponse: true }));
      const userAgent = request.headers['user-agent'];
      if (session !== null) await audit.record({ kind: 'signed-out', person: session.person.id, userAgent });
      return reply.code(204).send();
    },
    [own],
  );
}

/** A name to begin with, for who signs up by a link: what stands before the `@`. */
function nameOf(email: string): string {
  return email.split('@', 1)[0] ?? email;
}
