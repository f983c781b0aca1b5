import type {
  Cohort,
  CohortCalls,
  CohortInvitation,
  CohortInvitationReport,
  CohortPartner,
  Outcome,
} from '../../portal-client';

const ok = <Value>(value: Value) => ({ kind: 'ok' as const, value });

export const unreached: Extract<Outcome<never>, { kind: 'problem' }> = {
  kind: 'problem',
  problem: {
    ...{ kind: 'unreachable', code: 'unreachable', title: 'The service could not be reached', status: null },
    ...{ detail: null, places: [], retryAfterSeconds: null, guide: null },
  },
};

export const cohort: Cohort = {
  ...{ id: 'coh_1', name: 'Autumn 2026', description: 'Four universities', journey: 'issuer-launch' },
  ...{ starts_on: '2026-09-01', ends_on: null, launch_on: '2027-03-01' },
  ...{ created_at: '2026-08-01T09:00:00Z', archived_at: null },
};

export const partner: CohortPartner = {
  organization: { id: 'org_1', name: 'Uni Köln' },
  ...{ signed_up_at: '2026-09-01T09:00:00Z', first_call_at: '2026-09-02T09:00:00Z', launched_at: null },
  standing: {
    ...{ journey: 'issuer-launch', title: 'Issuer launch', step: { id: 'errors', title: 'Handle errors' } },
    ...{ since: '2026-09-03T09:00:00Z', proven: 2, steps: 9, complete: false, reviews: 0, missing: null },
  },
  ...{ last_call: null, last_error: null },
};

export const invitation: CohortInvitation = {
  ...{ id: 'cin_1', email: 'ada@uni.example', organization: 'Uni Köln', name: 'Ada', state: 'sent', mail_error: null },
  ...{ organization_id: null, created_at: '2026-09-01T09:00:00Z', expires_at: '2026-09-15T09:00:00Z' },
  ...{ opened_at: null, accepted_at: null, link: 'https://portal.example/account/cohort-invitation?token=x' },
};

export const report: CohortInvitationReport = {
  ...{ preview: true, invited: 1, skipped: 1, ignored_columns: ['phone'] },
  data: [
    { line: 2, email: 'ada@uni.example', organization: 'Uni Köln', name: 'Ada', outcome: 'new' },
    { line: 4, email: 'bob@uni.example', organization: 'Uni Köln', name: null, outcome: 'invited' },
  ],
  faults: [{ line: 3, column: 'E-Mail', message: 'is no mail address: "nobody"', remedy: 'Write one address.' }],
};

/** A service in which all goes well. */
export function calls(change: Partial<CohortCalls> = {}): CohortCalls {
  return {
    list: async () => ok([{ ...cohort, members: 1 }]),
    create: async () => ok(cohort),
    change: async () => ok(cohort),
    read: async () => ok(cohort),
    partners: async () => ok({ cohort, data: [partner] }),
    candidates: async () => ok([{ id: 'org_2', name: 'TU Delft' }]),
    add: async () => ok(true as const),
    remove: async () => ok(true as const),
    invitations: async () => ok([invitation]),
    invite: async (_, __, preview) => ok({ ...report, preview }),
    resend: async () => ok(invitation),
    withdraw: async () => ok(invitation),
    announcements: async () => ok({ reach: 2, data: [] }),
    announce: async () => ok({ id: 'ann_1', subject: '', text: '', from: 'Root', at: '2026-09-01T09:00:00Z' }),
    ...change,
  };
}
