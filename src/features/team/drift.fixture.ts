import type { DriftEntry } from '../../portal-client';

/** An entry for tests, different from the usual one where it matters. */
export function anEntry(difference: Partial<DriftEntry> = {}): DriftEntry {
  return {
    id: 'drf_1',
    api: 'cardea',
    version: 'v2',
    operation: 'getCredential',
    environment: 'live',
    status: 200,
    kind: 'schema',
    place: '/status',
    message: 'is required',
    first_seen: '2026-11-20T07:10:00.000Z',
    last_seen: '2026-11-21T09:31:04.120Z',
    count: 412,
    clean_answers: 3,
    example: '{ "id": "cred_1" }',
    exchanges: ['exc_1', 'exc_2'],
    resolved: null,
    reference: '/reference/cardea/v2/get-credential',
    ...difference,
  };
}
