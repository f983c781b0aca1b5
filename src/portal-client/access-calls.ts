import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle, settleEmpty } from './settle';

type Schemas = components['schemas'];
export type EarlyAccess = Schemas['EarlyAccess'];
export type AccessGroup = Schemas['AccessGroup'];

/** An organization or a cohort, as staff let it in. */
export interface AccessMember {
  readonly kind: 'organization' | 'cohort';
  readonly id: string;
  readonly name: string;
}

/** Early access, with the session's cookie where there is one. Nothing is thrown: each call gives its value or a problem. */
export interface AccessCalls {
  list(): Promise<Outcome<readonly EarlyAccess[]>>;
  ask(group: string, note: string): Promise<Outcome<unknown>>;
}

/** Early access as staff hold it. */
export interface TeamAccessCalls {
  list(): Promise<Outcome<readonly AccessGroup[]>>;
  candidates(group: string, words: string): Promise<Outcome<readonly AccessMember[]>>;
  letIn(group: string, member: AccessMember): Promise<Outcome<unknown>>;
  takeOut(group: string, member: AccessMember): Promise<Outcome<unknown>>;
  decline(group: string, organization: string): Promise<Outcome<unknown>>;
}

const answerWithinMilliseconds = 15_000;

export function createAccessCalls(serviceUrl: string, fetch: typeof globalThis.fetch): AccessCalls {
  const { api, within } = clientAt(serviceUrl, fetch);
  return {
    list: () => data(settle(api.GET('/early-access', within()))),
    ask: (group, note) =>
      settleEmpty(
        api.PUT('/early-access/{group}/request', { params: { path: { group } }, body: { note }, ...within() }),
      ),
  };
}

export function createTeamAccessCalls(serviceUrl: string, fetch: typeof globalThis.fetch): TeamAccessCalls {
  const { api, within } = clientAt(serviceUrl, fetch);
  const ofOrganization = (group: string, organization: string) => ({
    params: { path: { group, organization } },
    ...within(),
  });
  const ofCohort = (group: string, cohort: string) => ({ params: { path: { group, cohort } }, ...within() });
  return {
    list: () => data(settle(api.GET('/team/access', within()))),
    candidates: (group, words) =>
      data(
        settle(
          api.GET('/team/access/{group}/candidates', { params: { path: { group }, query: { words } }, ...within() }),
        ),
      ),
    letIn: (group, { kind, id }) =>
      settleEmpty(
        kind === 'cohort'
          ? api.PUT('/team/access/{group}/cohorts/{cohort}', ofCohort(group, id))
          : api.PUT('/team/access/{group}/organizations/{organization}', ofOrganization(group, id)),
      ),
    takeOut: (group, { kind, id }) =>
      settleEmpty(
        kind === 'cohort'
          ? api.DELETE('/team/access/{group}/cohorts/{cohort}', ofCohort(group, id))
          : api.DELETE('/team/access/{group}/organizations/{organization}', ofOrganization(group, id)),
      ),
    decline: (group, organization) =>
      settleEmpty(api.DELETE('/team/access/{group}/requests/{organization}', ofOrganization(group, organization))),
  };
}

function clientAt(serviceUrl: string, fetch: typeof globalThis.fetch) {
  const api = createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
  return { api, within: () => ({ signal: AbortSignal.timeout(answerWithinMilliseconds) }) };
}

async function data<Item>(
  call: Promise<Outcome<{ readonly data: readonly Item[] }>>,
): Promise<Outcome<readonly Item[]>> {
  const outcome = await call;
  return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.data } : outcome;
}
