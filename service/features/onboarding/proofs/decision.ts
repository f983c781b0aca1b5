import type { Exchange } from '../../traffic/index.ts';
import type { ReceivedDelivery } from '../../webhooks/index.ts';

/** Whether records prove a step: by which, or what is still missing, in a sentence for the integrator. */
export type Decision =
  | {
      readonly kind: 'proven';
      readonly exchanges: readonly Exchange[];
      readonly deliveries?: readonly ReceivedDelivery[];
    }
  | NotYet;

export interface NotYet {
  readonly kind: 'not-yet';
  readonly missing: string;
  /** How far it has come, where that can be counted and has begun. */
  readonly reached?: Reached;
}

/** `2 of 3 pages`. */
export interface Reached {
  readonly done: number;
  readonly of: number;
  readonly what: string;
}

export const notYet = (missing: string, reached?: Reached): Decision => ({
  kind: 'not-yet',
  missing,
  ...(reached !== undefined && reached.done > 0 && { reached }),
});

/** Of two requests that belong together, the first is there. */
export const firstOfTwo: Reached = { done: 1, of: 2, what: 'requests' };

/**
 * Instances may differ by so much in what time it is, and a request takes a moment to arrive: nobody is called too early by less.
 * The client's own clock is never asked.
 */
export const toleranceMs = 500;

/** What happened on one instance right after a step was proven on another may seem so much earlier: it counts all the same. */
export const skewMs = 2000;

export const isWell = ({ status }: Exchange): boolean => status >= 200 && status < 300;

/** When its answer had gone out. */
export const endOf = ({ at, durationMs }: Exchange): number => at.getTime() + durationMs;

/** `{api}/{version}/{operationId}`, or only its beginning. */
export function isOf(exchange: Exchange, name: string): boolean {
  const address = `${exchange.api}/${exchange.version}`;
  return address === name || `${address}/${exchange.operation ?? ''}` === name;
}

/** As they arrived, in whatever order they were recorded. */
export function inOrder(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.toSorted((one, other) => Number(one.at) - Number(other.at) || (one.id < other.id ? -1 : 1));
}

/** The operationId in `{api}/{version}/{operationId}`, for a sentence. */
export const shortName = (operation: string): string => operation.split('/').slice(2).join('/');
