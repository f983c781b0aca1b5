import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ownAddress } from '../../platform/own-address.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { ProblemError } from '../../platform/problem.ts';
import { signingInHeaders } from './identity/library-headers.ts';
import type { Provider } from './identity/providers.ts';
import { asksForSecondFactor, noteSignIn } from './note-sign-in.ts';
import type { SignInDeps } from './sign-in-routes.ts';
import { useLibrary } from './use-library.ts';

interface Named {
  provider: string;
}

/** Signing in with somebody else's account: begun here, at the provider, and back. */
export function providerRoutes(
  app: FastifyInstance,
  deps: SignInDeps & {
    readonly providers: readonly Provider[];
    readonly portal: { readonly url: string; readonly serviceUrl: string };
    readonly signUp: 'open' | 'approval' | 'invitation';
  },
): void {
  const { routes, authOf, sites, limit, audit, providers, portal, signUp } = deps;

  function known(id: string): string {
    if (providers.some((provider) => provider.id === id)) return id;
    const ids = providers.map((provider) => provider.id).join(', ');
    const detail = `There is no provider "${id}" here; ${ids === '' ? 'there is none' : `there are: ${ids}`}.`;
    throw new ProblemError('resource-not-found', { detail });
  }

  routes.add(app, 'listProviders', () => ({ data: providers.map(({ id, name }) => ({ id, name })), sign_up: signUp }));

  routes.add(
    app,
    'beginProviderSignIn',
    async (request: FastifyRequest<{ Params: Named; Body: { return_to: string } }>, reply) => {
      const provider = known(request.params.provider);
      const { site } = ownAddress(portal, request);
      const { api } = await authOf(request);
      const body = { provider, callbackURL: site + request.body.return_to, errorCallbackURL: `${site}/sign-in` };
      const begun = await useLibrary(
        reply,
        api.signInSocial({
          body: { ...body, disableRedirect: true },
          headers: signingInHeaders(request),
          asResponse: true,
        }),
      );
      void reply.header('cache-control', 'no-store');
      return { url: (begun as { url: string }).url };
    },
    [refuseForeignOrigins(sites), limit],
  );

  routes.add(
    app,
    'finishProviderSignIn',
    async (request: FastifyRequest<{ Params: Named; Querystring: Record<string, string> }>, reply) => {
      const id = known(request.params.provider);
      const { site } = ownAddress(portal, request);
      const { api } = await authOf(request);
      const call = api.callbackOAuth({
        ...{ method: 'GET', params: { id }, query: request.query },
        headers: signingInHeaders(request),
        asResponse: true,
      });
      void reply.header('cache-control', 'no-store');
      try {
        const body = await useLibrary(reply, call);
        if (asksForSecondFactor(body)) return await reply.redirect(`${site}/sign-in?step=second-factor`, 303);
        await noteSignIn(audit, api, request, reply);
        return await reply.redirect((await call).headers.get('location') ?? `${site}/account`, 303);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status >= 500) throw error;
        request.log.warn({ provider: id, code: error.code, detail: error.detail }, 'a provider signed nobody in');
        return reply.redirect(`${site}/sign-in?refused=${error.code}`, 303);
      }
    },
    [limit],
  );
}
