import { createHash } from 'node:crypto';
import type { Operation } from '../../../contract/model.ts';
import type { Outcome, SandboxRequest } from './scene.ts';
import type { Item } from './state.ts';

/** The validator of an item as it is (RFC 9110 §8.8.3): another one after each change. */
export function etagOf(item: Item): string {
  return `"${createHash('sha256').update(JSON.stringify(item)).digest('base64url').slice(0, 22)}"`;
}

/** Why a conditional request is not played (RFC 9110 §13.2), where the contract declares such an answer; null where it is. */
export function unmetCondition(
  { operation, ifMatch, ifNoneMatch }: SandboxRequest,
  item: Item | undefined,
): Outcome | null {
  const etag = item === undefined ? undefined : etagOf(item);
  const isRead = operation.method === 'get' || operation.method === 'head';
  if (ifMatch !== undefined && declares(operation, '412') && !isListed(ifMatch, etag)) {
    const detail = `The item is not as If-Match says${etag === undefined ? '; it is not there' : `: its ETag is ${etag}`}.`;
    return { kind: 'refused', status: 412, detail };
  }
  if (ifNoneMatch === undefined || !isListed(ifNoneMatch, etag)) return null;
  if (isRead && declares(operation, '304')) return { kind: 'done', prefer: ['304'], etag };
  if (isRead || !declares(operation, '412')) return null;
  return { kind: 'refused', status: 412, detail: 'The item is there, which If-None-Match forbids.' };
}

/** `*` is any that is there; weak validators are compared as strong ones: the sandbox gives strong ones only. */
function isListed(header: string, etag: string | undefined): boolean {
  if (etag === undefined) return false;
  return header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

function declares({ responses }: Operation, status: string): boolean {
  return responses.some((response) => response.status === status);
}
