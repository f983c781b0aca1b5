/** What was counted since a scenario was switched on. */
export interface Counts {
  /** Requests that met the scenario. */
  readonly seen: number;
  readonly troubled: number;
  /** Troubled requests that were sent again, not before they should be; and those that came too early. */
  readonly retriedInTime: number;
  readonly retriedTooEarly: number;
  /** Requests that were sent again and then succeeded. */
  readonly recovered: number;
  /** Writes that were sent again, with the same idempotency key or without it. */
  readonly repeatedWithSameKey: number;
  readonly repeatedWithoutIt: number;
  /** Clients that went away before a late answer came. */
  readonly leftBeforeAnswer: number;
  /** Refused keys or tokens that another one came for. */
  readonly renewed: number;
  /** Troubled requests that nobody sent again in time, beyond those still remembered. */
  readonly forgotten: number;
}

/** A troubled request that was not sent again yet. Times in milliseconds since 1970. */
export interface Pending {
  /** What makes two requests the same. */
  readonly print: string;
  readonly idempotency: string | null;
  readonly at: number;
  readonly notBefore: number;
}

/** How far a run has come: all that the next decision depends on. */
export interface Progress extends Counts {
  readonly pending: readonly Pending[];
  /** `rate-limited`: the time that is counted. */
  readonly window?: { readonly from: number; readonly used: number };
  /** `expired-token`: the hash of the credential that is refused. */
  readonly refused?: string;
}

export const noProgress: Progress = {
  seen: 0,
  troubled: 0,
  retriedInTime: 0,
  retriedTooEarly: 0,
  recovered: 0,
  repeatedWithSameKey: 0,
  repeatedWithoutIt: 0,
  leftBeforeAnswer: 0,
  renewed: 0,
  forgotten: 0,
  pending: [],
};

export function plus(progress: Progress, count: keyof Counts): Progress {
  return { ...progress, [count]: progress[count] + 1 };
}
