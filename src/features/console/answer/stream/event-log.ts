/** One event of a stream: a server-sent event, or a line of JSON. */
export interface StreamEvent {
  /** 1-based, counted from the beginning of the stream. */
  readonly number: number;
  /** From sending the request to its coming. */
  readonly atMilliseconds: number;
  /** The event's `event:`; `message` where it has none, '' for a line. */
  readonly name: string;
  readonly id: string | null;
  readonly data: string;
}

/** The newest events of a stream. */
export interface EventLog {
  readonly events: readonly StreamEvent[];
  /** How many older ones were let go. */
  readonly dropped: number;
}
