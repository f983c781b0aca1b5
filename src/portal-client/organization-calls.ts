import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle, settleEmpty } from './settle';

type Schemas = components['schemas'];
export type Organization = Schemas['Membership'];
export type OrganizationRole = Schemas['OrganizationRole'];
export type Member = Schemas['Member'];
export type Invitation = Schemas['Invitation'];
export type MyInvitation = Schemas['MyInvitation'];
export type OrganizationEvent = Schemas['OrganizationEvent'];

/** Organizations, their members and invitations, with the session's cookie. Nothing is thrown: each call gives its value or a problem. */
export interface OrganizationCalls {
  create(name: string): Promise<Outcome<Schemas['NewOrganization']>>;
  /** The session acts for it from then on. */
  switchTo(organization: string): Promise<Outcome<Organization>>;
  rename(organization: string, name: string): Promise<Outcome<Organization>>;
  leave(organization: string): Promise<Outcome<true>>;
  members(organization: string): Promise<Outcome<readonly Member[]>>;
  changeRole(organization: string, member: string, role: OrganizationRole): Promise<Outcome<true>>;
  remove(organization: string, member: string): Promise<Outcome<true>>;
  invitations(organization: string): Promise<Outcome<readonly Invitation[]>>;
  invite(organization: string, wanted: { email: string; role: OrganizationRole }): Promise<Outcome<Invitation>>;
  cancel(organization: string, invitation: string): Promise<Outcome<true>>;
  resend(organization: string, invitation: string): Promise<Outcome<Invitation>>;
  /** What happened, the newest first; for owners. */
  events(organization: string): Promise<Outcome<readonly OrganizationEvent[]>>;
  /** Those to the person's own address. */
  mine(): Promise<Outcome<readonly MyInvitation[]>>;
  accept(invitation: string): Promise<Outcome<Organization>>;
  decline(invitation: string): Promise<Outcome<true>>;
}

const answerWithinMilliseconds = 15_000;

export function createOrganizationCalls(serviceUrl: string, fetch: typeof globalThis.fetch): OrganizationCalls {
  const api = createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
  const within = () => ({ signal: AbortSignal.timeout(answerWithinMilliseconds) });
  const at = (organization: string) => ({ params: { path: { organization } }, ...within() });
  const member = (organization: string, id: string) => ({
    params: { path: { organization, member: id } },
    ...within(),
  });
  const invitation = (organization: string, id: string) => ({
    params: { path: { organization, invitation: id } },
    ...within(),
  });
  const own = (id: string) => ({ params: { path: { invitation: id } }, ...within() });
  return {
    create: (name) => settle(api.POST('/organizations', { body: { name }, ...within() })),
    switchTo: (organization) => settle(api.PUT('/session/organization', { body: { organization }, ...within() })),
    rename: (id, name) => settle(api.PATCH('/organizations/{organization}', { body: { name }, ...at(id) })),
    leave: (id) => settleEmpty(api.DELETE('/organizations/{organization}/membership', at(id))),
    members: (id) => data(settle(api.GET('/organizations/{organization}/members', at(id)))),
    changeRole: (id, who, role) =>
      settleEmpty(api.PATCH('/organizations/{organization}/members/{member}', { body: { role }, ...member(id, who) })),
    remove: (id, who) => settleEmpty(api.DELETE('/organizations/{organization}/members/{member}', member(id, who))),
    invitations: (id) => data(settle(api.GET('/organizations/{organization}/invitations', at(id)))),
    invite: (id, body) => settle(api.POST('/organizations/{organization}/invitations', { body, ...at(id) })),
    cancel: (id, which) =>
      settleEmpty(api.DELETE('/organizations/{organization}/invitations/{invitation}', invitation(id, which))),
    resend: (id, which) =>
      settle(api.POST('/organizations/{organization}/invitations/{invitation}/resend', invitation(id, which))),
    events: (id) => data(settle(api.GET('/organizations/{organization}/events', at(id)))),
    mine: () => data(settle(api.GET('/invitations', within()))),
    accept: (id) => settle(api.POST('/invitations/{invitation}/accept', own(id))),
    decline: (id) => settleEmpty(api.POST('/invitations/{invitation}/decline', own(id))),
  };
}

async function data<Item>(list: Promise<Outcome<{ data: Item[] }>>): Promise<Outcome<readonly Item[]>> {
  const outcome = await list;
  return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.data } : outcome;
}
