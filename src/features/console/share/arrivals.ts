import type { PortableRequest } from './portable-request';
import type { Arrival } from './read-arrival';

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

/** Values that were read on another operation's page, by `operationKey`. */
const announced = new Map<string, Arrival>();

export function announceArrival(operation: string, arrival: Arrival): void {
  announced.set(operation, arrival);
}

export function takeAnnounced(operation: string): Arrival | null {
  const arrival = announced.get(operation) ?? null;
  announced.delete(operation);
  return arrival;
}
