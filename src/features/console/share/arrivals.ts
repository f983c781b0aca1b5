import type { PortableRequest } from './portable-request';

/** Requests on their way from the history to another operation's console, by `operationKey`. As long as the page is loaded. */
const waiting = new Map<string, PortableRequest>();

export function sendAhead(request: PortableRequest): void {
  waiting.set(request.operation, request);
}

/** What waits for an operation, once. */
export function takeArrival(operation: string): PortableRequest | null {
  const request = waiting.get(operation) ?? null;
  waiting.delete(operation);
  return request;
}
