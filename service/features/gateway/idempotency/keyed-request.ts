import { createHash } from 'node:crypto';
import { idempotencyHeader } from '../../sandbox/index.ts';
import { type Facts, needed } from '../facts.ts';
import { liveTarget } from '../live-request.ts';
import type { KeyPlace } from './answer-store.ts';

/** A request with an `Idempotency-Key` that counts. */
export interface KeyedRequest {
  readonly place: KeyPlace;
  /** What makes two requests the same: method, address, and body whatever the order of its members. */
  readonly fingerprint: string;
  /** Whether the operation declares the header: then its upstream, too, knows what was sent twice. */
  readonly isDeclared: boolean;
}

const writes = new Set(['POST', 'PATCH']);

/**
 * Whether the gateway remembers the answer to a request, as the live upstream's `idempotency` has it. A body that goes through unread
 * cannot be compared: then it does not.
 */
export function keyedRequest(facts: Facts): KeyedRequest | null {
  const { contract, live } = needed(facts.served, 'served');
  const { operation } = needed(facts.match, 'match');
  const input = needed(facts.input, 'input');
  const upstream = needed(live, 'live');
  const { idempotency = 'declared' } = upstream;
  const { method, headers } = facts.request;
  if (idempotency === 'never' || input.stream !== undefined || !facts.key) return null;
  const declared = idempotencyHeader(operation);
  if (declared === undefined && (idempotency !== 'writes' || !writes.has(method))) return null;
  const sent = headers[(declared ?? 'idempotency-key').toLowerCase()];
  if (typeof sent !== 'string' || sent === '') return null;
  const { origin, path } = liveTarget(facts, upstream);
  const body = input.body === undefined ? null : sorted(input.body);
  return {
    place: {
      organization: facts.key.organization,
      api: contract.api,
      version: contract.version,
      key: hash(sent),
    },
    fingerprint: hash(JSON.stringify([method, origin, path, body])),
    isDeclared: declared !== undefined && idempotency === 'declared',
  };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (Buffer.isBuffer(value)) return value.toString('base64');
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return [entries.map(([name, member]) => [name, sorted(member)])];
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
