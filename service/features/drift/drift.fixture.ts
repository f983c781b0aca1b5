import { newId } from '../../platform/ids.ts';
import type { Exchange, ExchangeFinding } from '../traffic/index.ts';

/** What an answer without the member `status` is found to be. */
export const missing: ExchangeFinding = {
  in: 'response',
  at: '/status',
  message: 'is required',
  drift: 'schema',
  example: '{ "id": "cred_1" }',
};

/** A live exchange whose answer was compared, with these findings. */
export function answered(findings: readonly ExchangeFinding[], difference: Partial<Exchange> = {}): Exchange {
  return {
    id: newId('exc'),
    requestId: 'req_1',
    traceId: null,
    at: new Date('2026-11-21T09:31:04.120Z'),
    api: 'cardea',
    version: 'v2',
    operation: 'getCredential',
    keyId: 'key_1',
    organization: 'org_1',
    environment: 'live',
    method: 'GET',
    path: '/credentials/cred_1',
    status: 200,
    upstreamStatus: 200,
    durationMs: 7.4,
    upstreamMs: 3.1,
    requestBytes: 0,
    responseBytes: 640,
    problem: null,
    findings,
    resource: null,
    isCompared: true,
    excerpt: null,
    ...difference,
  };
}
