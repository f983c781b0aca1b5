import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { signingInHeaders } from './identity/library-headers.ts';
import { noteSignIn } from './note-sign-in.ts';
import type { SignInDeps } from './sign-in-routes.ts';
import { useLibrary } from './use-library.ts';

type Answer = { readonly code: string } | { readonly backup_code: string };

/** The second half of signing in, where there is one. The library counts wrong codes: for each sign-in and for each account. */
export function secondFactorSignIn(app: FastifyInstance, deps: SignInDeps): void {
  const { routes, authOf, sites, limit, audit } = deps;
  routes.add(
    app,
    'verifySecondFactor',
    async (request: FastifyRequest<{ Body: Answer }>, reply) => {
      const { api } = await authOf(request);
      const { body } = request;
      const headers = signingInHeaders(request);
      await useLibrary(
        reply,
        'code' in body
          ? api.verifyTOTP({ body: { code: body.code }, headers, asResponse: true })
          : api.verifyBackupCode({ body: { code: body.backup_code.trim() }, headers, asResponse: true }),
      );
      await noteSignIn(audit, api, request, reply);
      return reply.code(204).send();
    },
    [refuseForeignOrigins(sites), limit],
  );
}
