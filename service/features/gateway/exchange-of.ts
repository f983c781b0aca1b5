import type { ProblemCode } from '../../platform/problem.ts';
import type { Exchange, ExchangeExcerpt, ExchangeMarks } from '../traffic/index.ts';
import type { Facts } from './facts.ts';

/** What the record of an exchange says beside what the steps found out. */
export interface Ending {
  readonly id: string;
  readonly at: Date;
  readonly status: number;
  readonly durationMs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly problem: ProblemCode | null;
  readonly isCompared: boolean;
  readonly excerpt: ExchangeExcerpt | null;
  readonly marks?: ExchangeMarks;
}

/** The record of one exchange, also of one that was refused on the way. */
export function exchangeOf(facts: Facts, ending: Ending): Exchange {
  const { request, address, match, key, answer } = facts;
  const [, api = '', version = '', path = '/'] =
    /^\/gateway\/([^/?#]+)\/([^/?#]+)(\/[^?#]*)?/.exec(request.target.replace(/^https?:\/\/[^/?#]*/i, '')) ?? [];
  return {
    ...ending,
    requestId: request.requestId,
    traceId: request.trace.traceId,
    problem: ending.problem ?? answer?.problem ?? null,
    upstreamStatus: answer?.status ?? null,
    api: address?.api ?? api.slice(0, 64),
    version: address?.version ?? version.slice(0, 64),
    operation: match?.operation.id ?? null,
    keyId: key?.id ?? null,
    organization: key?.organization ?? null,
    environment: key?.environment ?? null,
    method: request.method,
    path: (address?.path ?? path).slice(0, 2048),
    durationMs: rounded(ending.durationMs),
    upstreamMs: facts.upstreamMs === undefined ? null : rounded(facts.upstreamMs),
    findings: facts.findings.slice(0, 50),
    resource: resourceOf(facts, ending.status),
  };
}

/** The id of what was made (the body's `id`, else the end of `Location`), or of what was asked for (the path's last parameter). */
function resourceOf(facts: Facts, status: number): string | null {
  const made = status >= 200 && status < 300 ? (bodyId(facts) ?? locationId(facts)) : undefined;
  const asked = [...(facts.input?.path ?? facts.match?.path ?? [])].at(-1)?.[1];
  const id = made ?? asked;
  // PostgreSQL's text has no NUL.
  return id === undefined || id === '' ? null : id.replaceAll('\0', '').slice(0, 256);
}

function bodyId({ answer, comparison }: Facts): string | undefined {
  const value = comparison?.value ?? (answer?.body.kind === 'bytes' ? answer.body.value : undefined);
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' || typeof value.id === 'number' ? String(value.id) : undefined;
}

function locationId({ answer }: Facts): string | undefined {
  const location = answer?.headers.location;
  return typeof location === 'string' ? /([^/?#]+)\/?(?:[?#].*)?$/.exec(location)?.[1] : undefined;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
