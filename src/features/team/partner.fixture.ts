import type { JourneyConfig } from '../../../contract/portal-config';
import type {
  JourneyProgress,
  Outcome,
  Partner,
  PartnerBoard,
  PartnerCall,
  PartnerCalls,
  PartnerNote,
  PartnerRow,
  PortalProblem,
} from '../../portal-client';

export const ok = <Value>(value: Value): Outcome<Value> => ({ kind: 'ok', value });

export const refused = (status: number, detail: string): { kind: 'problem'; problem: PortalProblem } => ({
  kind: 'problem',
  problem: {
    ...{ kind: 'refused', code: `status-${status}`, status, title: 'Refused', detail },
    ...{ places: [], retryAfterSeconds: null, guide: null },
  },
});

export const journeys: readonly JourneyConfig[] = [
  { id: 'first', title: 'First call', steps: [{ id: 'key', title: 'Get a key', proof: { kind: 'key-issued' } }] },
  {
    id: 'launch',
    title: 'Issuer launch',
    steps: [
      { id: 'key', title: 'Get a key', proof: { kind: 'key-issued' } },
      { id: 'review', title: 'Review', proof: { kind: 'review' }, launch: true },
    ],
  },
];

export const aCall = (difference: Partial<PartnerCall> = {}): PartnerCall => ({
  ...{ exchange: 'exc_1', at: '2026-11-20T09:00:00.000Z', api: 'cardea', version: 'v2', operation: 'getOffer' },
  ...{ environment: 'sandbox', method: 'GET', path: '/offers/1', status: 404, problem: null, message: null },
  on_purpose: false,
  ...difference,
});

export const aRow = (id: string, difference: Partial<PartnerRow> = {}): PartnerRow => ({
  organization: { id, name: `Name of ${id}` },
  ...{ signed_up_at: '2026-11-01T09:00:00.000Z', first_call_at: null, launched_at: null },
  standing: {
    ...{ journey: 'launch', title: 'Issuer launch', step: { id: 'key', title: 'Get a key' } },
    ...{ since: '2026-11-01T09:00:00.000Z', proven: 0, steps: 2, complete: false, reviews: 0, missing: 'No key yet.' },
  },
  ...{ last_call: null, last_error: null },
  ...difference,
});

export const aBoard = (difference: Partial<PartnerBoard> = {}): PartnerBoard => ({
  ...{ journey: 'launch', title: 'Issuer launch', total: 2, complete: 0, reviews: 1 },
  steps: [
    { id: 'key', title: 'Get a key', partners: 2 },
    { id: 'review', title: 'Review', partners: 0 },
  ],
  data: [aRow('org_a'), aRow('org_b')],
  next_cursor: null,
  ...difference,
});

export const aNote = (difference: Partial<PartnerNote> = {}): PartnerNote => ({
  ...{ id: 'note_1', text: 'They move on Monday.', version: 1, author: { id: 'per_1', name: 'Ada' } },
  ...{ created_at: '2026-11-20T09:00:00.000Z', edited: null },
  ...difference,
});

export const aPartner = (difference: Partial<Partner> = {}): Partner => ({
  organization: { id: 'org_a', name: 'Alder' },
  ...{ signed_up_at: '2026-11-01T09:00:00.000Z', first_call_at: null, launched_at: null, cohorts: [] },
  members: [
    { id: 'mem_1', name: 'Ada', email: 'ada@alder.example', role: 'owner', joined_at: '2026-11-01T09:00:00.000Z' },
  ],
  journeys: [aRow('org_a').standing],
  ...{ last_call: null, failing: [aCall()], keys: [], notes: [] },
  timeline: [{ at: '2026-11-01T09:00:00.000Z', kind: 'signed-up', subject: 'Alder', by: null }],
  ...difference,
});

export const aProgress = (review: Partial<JourneyProgress['steps'][number]> = {}): JourneyProgress => ({
  ...{ journey: 'launch', title: 'Issuer launch', complete: false },
  steps: [
    {
      ...{ id: 'key', title: 'Get a key', state: 'proven', optional: false },
      ...{ proven_at: '2026-11-02T09:00:00.000Z', evidence: { kind: 'key' } },
    },
    { ...{ id: 'review', title: 'Review', state: 'next', optional: false, may_start: true }, ...review },
  ],
});

/** Calls that all are answered well, but for those that a test gives itself. */
export const answering = (difference: Partial<PartnerCalls> = {}): PartnerCalls => ({
  board: async () => ok(aBoard()),
  pace: async () => refused(503, 'Not now.'),
  cohorts: async () => ok([]),
  partner: async () => ok(aPartner()),
  progress: async () => ok(aProgress()),
  review: async () => ok(aProgress()),
  exchange: async () => refused(404, 'It is gone.'),
  addNote: async (_, text) => ok(aNote({ id: 'note_new', text })),
  editNote: async (_, note, text) => ok(aNote({ ...note, text, version: note.version + 1 })),
  deleteNote: async () => ok(true),
  ...difference,
});
