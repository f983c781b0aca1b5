import { createHash } from 'node:crypto';
import type { Seal } from '../../platform/secret/index.ts';
import type { SandboxAnswer } from './answer.ts';
import { declaredError } from './declared-error.ts';
import type { KnownApi } from './known-api.ts';
import type { KeptAnswer, SpaceRows } from './sandbox-store.ts';
import type { SandboxRequest } from './scene.ts';

const keptHours = 24;

/** Since when an answer counts: keys are remembered for a day. */
export function rememberedSince(now: Date): Date {
  return new Date(now.getTime() - keptHours * 3_600_000);
}

/**
 * The `Idempotency-Key` header field (draft-ietf-httpapi-idempotency-key-header-07): the first answer to a key is given
 * again to the same request; another request with the same key is refused with 422. It is kept in the transaction of
 * the write that it belongs to, and those of one sandbox run one after the other: parallel sends have one effect.
 */
export async function onceOnly(
  known: KnownApi,
  request: SandboxRequest,
  rows: SpaceRows,
  now: Date,
  seal: Seal,
  answer: () => Promise<SandboxAnswer>,
): Promise<SandboxAnswer> {
  if (request.idempotencyKey === undefined) return answer();
  const key = hash(request.idempotencyKey);
  const fingerprint = fingerprintOf(request);
  const first = await rows.findAnswer(key, rememberedSince(now));
  if (first === undefined) {
    const given = await answer();
    if (given.kind === 'answer' && isKept(given.status)) await rows.saveAnswer(key, toKept(fingerprint, given, seal));
    return given;
  }
  if (first.fingerprint === fingerprint) return again(first, seal);
  return declaredError(
    known,
    request.operation,
    422,
    'This Idempotency-Key was used with another request. Send a new key with a new request.',
    /idempot/i,
  );
}

/** A refusal did nothing: the same key may be sent again with what was mended. */
function isKept(status: number): boolean {
  return ![400, 401, 403, 429].includes(status) && status < 500;
}

/** What makes two requests the same: operation, path, query and body, whatever the order of its members. */
function fingerprintOf({ operation, sentPath, sentQuery, body }: SandboxRequest): string {
  return hash(JSON.stringify([operation.id, sentPath, sentQuery, sorted(body)]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (Buffer.isBuffer(value)) return value.toString('base64');
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([name, member]) => [name, sorted(member)]);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Sealed: a first answer may show a secret, that of a webhook endpoint for instance, which nobody is shown again. */
function toKept(fingerprint: string, answer: SandboxAnswer & { kind: 'answer' }, seal: Seal): KeptAnswer {
  const { status, headers, body } = answer;
  const sealed = body === null ? null : seal.close(JSON.stringify(body));
  return { fingerprint, status, headers: JSON.stringify(headers), body: sealed };
}

function again({ status, headers, body }: KeptAnswer, seal: Seal): SandboxAnswer {
  // What an earlier version kept, for a day, is JSON as it is; what is sealed never begins with a brace.
  const text = body === null || body.startsWith('{') ? body : seal.open(body);
  return {
    kind: 'answer',
    status,
    headers: { ...(JSON.parse(headers) as Record<string, string>), 'idempotent-replayed': 'true' },
    body: text === null ? null : (JSON.parse(text) as { type: string; value: unknown }),
  };
}
