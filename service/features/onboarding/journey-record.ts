import type { toExchangeJson } from '../traffic/index.ts';

/** What is kept of a step for one organization: what proved it, or that a reviewer gave it back. It outlives the exchanges. */
export interface JourneyRecord {
  readonly journey: string;
  readonly step: string;
  /** What the step was called then; null of what was said before titles were kept. */
  readonly title: string | null;
  /** Of the step's definition when this was said. */
  readonly definition: string;
  readonly at: Date;
  readonly isProven: boolean;
  readonly evidence: Evidence;
}

export type Evidence =
  | { readonly kind: 'key' }
  | {
      readonly kind: 'records';
      readonly exchanges: readonly ReturnType<typeof toExchangeJson>[];
      readonly deliveries: readonly DeliveryEvidence[];
    }
  | { readonly kind: 'form'; readonly answers: Readonly<Record<string, string | boolean>>; readonly by: Who }
  | { readonly kind: 'agreement'; readonly document: string; readonly version: string; readonly by: Who }
  | { readonly kind: 'review'; readonly note: string; readonly by: Who };

export interface DeliveryEvidence {
  readonly id: string;
  readonly message: string;
  readonly type: string;
  readonly url: string;
  readonly status: number;
  readonly received_at: string;
}

export interface Who {
  readonly id: string;
  readonly name: string;
}
