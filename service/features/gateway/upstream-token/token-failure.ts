import type { TokenReading } from './read-token.ts';

/** There is no token for an upstream. Says why, and nothing that is secret. */
export class TokenFailure extends Error {
  override readonly name = 'TokenFailure';
  /** Whether the server refuses this client, so that asking again does not help. */
  readonly isRefusal: boolean;

  constructor({ kind, error }: Exclude<TokenReading, { kind: 'given' }>) {
    super(error);
    this.isRefusal = kind === 'refused';
  }
}
