/**
 * One `x-sandbox` of a description, as it was written. The reader takes them out of the description, so that no page and no
 * download shows them.
 */
export interface SandboxStatement {
  /** What it stands at: `operation`, `schema`, `description`, or another kind of object. */
  readonly at: string;
  /** JSON pointer of that object; empty for the description itself. */
  readonly pointer: string;
  readonly value: unknown;
}
