import type { RefusalStatus } from '../../../contract/x-sandbox/index.ts';

/** What the sandbox answers. */
export type SandboxAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Null where there is none. Text and JSON; JSON is not yet written out. */
      readonly body: { readonly type: string; readonly value: unknown } | null;
    }
  /** A refusal for which the contract declares no answer. */
  | { readonly kind: 'undeclared'; readonly status: RefusalStatus; readonly detail: string };
