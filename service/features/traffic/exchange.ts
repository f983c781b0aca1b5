/** One request through the gateway and its answer: what the gateway tells everybody else about it. */
export interface Exchange {
  /** `exc_…`; ids sort by the time of recording. */
  readonly id: string;
  /** What the answer carried as `Request-Id`. */
  readonly requestId: string;
  /** When the request arrived. */
  readonly at: Date;
  readonly api: string;
  readonly version: string;
  /** The operation's id; null where no operation matched. */
  readonly operation: string | null;
  readonly keyId: string | null;
  readonly organization: string | null;
  readonly environment: 'sandbox' | 'live' | null;
  readonly method: string;
  /** Below `/gateway/{api}/{version}`, as it was sent, without the query string. */
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  /** How much of the duration was spent behind the gateway; null where nothing was asked there. */
  readonly upstreamMs: number | null;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** The code of the gateway's own refusal. */
  readonly problem: string | null;
  /** Where the request or the answer was not as the contract says, or something went wrong on the way. */
  readonly findings: readonly ExchangeFinding[];
  /** The id of what was made or asked for, where there is one. */
  readonly resource: string | null;
}

export interface ExchangeFinding {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body' | 'response';
  /** The parameter's name, or a JSON pointer into the body. */
  readonly at: string;
  readonly message: string;
}
