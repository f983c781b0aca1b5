import createClient from 'openapi-fetch';
import type { components, paths } from './generated';
import type { Outcome } from './problem';
import { settle, settleEmpty } from './settle';

type Schemas = components['schemas'];
export type Cohort = Schemas['Cohort'];
export type CohortEntry = Schemas['CohortEntry'];
export type CohortWords = Schemas['NewCohort'];
export type CohortInvitation = Schemas['CohortInvitation'];
export type CohortInvitationReport = Schemas['CohortInvitationReport'];
export type CohortPartner = Schemas['PartnerRow'];
export type Announcement = Schemas['Announcement'];
export type AnnouncementEntry = Schemas['AnnouncementEntry'];
export type ReceivedAnnouncement = Schemas['ReceivedAnnouncement'];

export interface CohortStanding {
  readonly cohort: Cohort;
  /** By name. */
  readonly data: readonly CohortPartner[];
}

/** What staff do with cohorts. Nothing is thrown: each call gives its value or a problem. */
export interface CohortCalls {
  list(): Promise<Outcome<readonly CohortEntry[]>>;
  create(words: CohortWords): Promise<Outcome<Cohort>>;
  change(cohort: string, change: Schemas['CohortChange']): Promise<Outcome<Cohort>>;
  read(cohort: string): Promise<Outcome<Cohort>>;
  /** Where its partners stand. */
  partners(cohort: string): Promise<Outcome<CohortStanding>>;
  candidates(cohort: string, words: string): Promise<Outcome<readonly { id: string; name: string }[]>>;
  add(cohort: string, organization: string): Promise<Outcome<true>>;
  remove(cohort: string, organization: string): Promise<Outcome<true>>;
  invitations(cohort: string): Promise<Outcome<readonly CohortInvitation[]>>;
  /** Sends the file's bytes as they are. `preview`: nothing is done. */
  invite(cohort: string, file: Blob, preview: boolean): Promise<Outcome<CohortInvitationReport>>;
  resend(cohort: string, invitation: string): Promise<Outcome<CohortInvitation>>;
  withdraw(cohort: string, invitation: string): Promise<Outcome<CohortInvitation>>;
  announcements(cohort: string): Promise<Outcome<{ reach: number; data: readonly AnnouncementEntry[] }>>;
  /** The same draft is announced once, however often it is sent. */
  announce(cohort: string, wanted: { draft: string; subject: string; text: string }): Promise<Outcome<Announcement>>;
}

/** What people of a partner were told. */
export interface AnnouncementCalls {
  list(): Promise<Outcome<readonly ReceivedAnnouncement[]>>;
  read(announcement: string): Promise<Outcome<true>>;
}

const answerWithinMilliseconds = 15_000;
/** A file with hundreds of rows is hundreds of mails. */
const fileWithinMilliseconds = 60_000;

const clientAt = (serviceUrl: string, fetch: typeof globalThis.fetch) =>
  createClient<paths>({
    baseUrl: `${serviceUrl || globalThis.location.origin}/api/v1`,
    fetch,
    credentials: 'include',
  });
const within = () => ({ signal: AbortSignal.timeout(answerWithinMilliseconds) });

export function createCohortCalls(serviceUrl: string, fetch: typeof globalThis.fetch): CohortCalls {
  const api = clientAt(serviceUrl, fetch);
  const at = (cohort: string) => ({ params: { path: { cohort } }, ...within() });
  const member = (cohort: string, organization: string) => ({
    params: { path: { cohort, organization } },
    ...within(),
  });
  const invitation = (cohort: string, id: string) => ({ params: { path: { cohort, invitation: id } }, ...within() });
  return {
    list: () => data(settle(api.GET('/team/cohorts', within()))),
    create: (body) => settle(api.POST('/team/cohorts', { body, ...within() })),
    change: (id, body) => settle(api.PATCH('/team/cohorts/{cohort}', { body, ...at(id) })),
    read: (id) => settle(api.GET('/team/cohorts/{cohort}', at(id))),
    partners: (id) => settle(jsonOf(api.GET('/team/cohorts/{cohort}/export', at(id)))),
    candidates: (id, words) =>
      data(
        settle(
          api.GET('/team/cohorts/{cohort}/candidates', {
            params: { path: { cohort: id }, query: { words } },
            ...within(),
          }),
        ),
      ),
    add: (id, organization) =>
      settleEmpty(api.PUT('/team/cohorts/{cohort}/members/{organization}', member(id, organization))),
    remove: (id, organization) =>
      settleEmpty(api.DELETE('/team/cohorts/{cohort}/members/{organization}', member(id, organization))),
    invitations: (id) => data(settle(api.GET('/team/cohorts/{cohort}/invitations', at(id)))),
    invite: (id, file, preview) =>
      settle(
        api.POST('/team/cohorts/{cohort}/invitations', {
          params: { path: { cohort: id }, query: { preview } },
          body: '',
          bodySerializer: () => file,
          headers: { 'content-type': 'text/csv' },
          signal: AbortSignal.timeout(fileWithinMilliseconds),
        }),
      ),
    resend: (id, which) =>
      settle(api.POST('/team/cohorts/{cohort}/invitations/{invitation}/resend', invitation(id, which))),
    withdraw: (id, which) =>
      settle(api.DELETE('/team/cohorts/{cohort}/invitations/{invitation}', invitation(id, which))),
    announcements: (id) => settle(api.GET('/team/cohorts/{cohort}/announcements', at(id))),
    announce: (id, body) => settle(api.POST('/team/cohorts/{cohort}/announcements', { body, ...at(id) })),
  };
}

export function createAnnouncementCalls(serviceUrl: string, fetch: typeof globalThis.fetch): AnnouncementCalls {
  const api = clientAt(serviceUrl, fetch);
  return {
    list: () => data(settle(api.GET('/announcements', within()))),
    read: (announcement) =>
      settleEmpty(api.PUT('/announcements/{announcement}/read', { params: { path: { announcement } }, ...within() })),
  };
}

/** The answer is JSON where no other format was asked for. */
async function jsonOf<Answer extends { data?: unknown }>(call: Promise<Answer>) {
  return (await call) as Omit<Answer, 'data'> & { data?: Exclude<Answer['data'], string> };
}

async function data<Item>(list: Promise<Outcome<{ data: Item[] }>>): Promise<Outcome<readonly Item[]>> {
  const outcome = await list;
  return outcome.kind === 'ok' ? { kind: 'ok', value: outcome.value.data } : outcome;
}
