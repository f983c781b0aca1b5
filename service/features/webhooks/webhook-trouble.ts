import { noTrouble, type WebhookTrouble } from './deliveries-of.ts';

/** A scenario that an organization switched on. */
export interface SwitchedOn {
  readonly scenario: string;
  readonly settings: Readonly<Record<string, number>>;
}

/** What the scenarios that are switched on do to webhooks. */
export function webhookTroubleOf(runs: readonly SwitchedOn[]): WebhookTrouble {
  const of = (scenario: string, setting: string) => runs.find((run) => run.scenario === scenario)?.settings[setting];
  const minutes = of('clock-skew', 'minutes') ?? 0;
  return {
    copies: of('duplicate-webhooks', 'copies') ?? noTrouble.copies,
    heldBackSeconds: of('out-of-order-webhooks', 'seconds') ?? noTrouble.heldBackSeconds,
    clockSkewSeconds: minutes * 60,
  };
}
