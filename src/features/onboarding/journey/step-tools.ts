import type { JourneyStepConfig } from '../../../../contract/portal-config';
import type { TroubleScenarioId } from '../../../portal-client';

/** What one can do for a step on its own page. */
export type StepTool =
  | { readonly kind: 'console'; readonly operation: string }
  | { readonly kind: 'trouble'; readonly scenario: TroubleScenarioId }
  | { readonly kind: 'webhooks'; readonly api: string }
  | { readonly kind: 'form' }
  | { readonly kind: 'agreement' };

const scenarios: Readonly<Partial<Record<JourneyStepConfig['proof']['kind'], TroubleScenarioId>>> = {
  'retry-after-429': 'rate-limited',
  'token-refreshed': 'expired-token',
  'webhook-duplicate': 'duplicate-webhooks',
  outage: 'outage',
};

/** In the order in which one needs them. */
export function stepTools({ proof, console }: JourneyStepConfig): readonly StepTool[] {
  const scenario = scenarios[proof.kind];
  const asksWebhooks = proof.kind === 'webhook-verified' || proof.kind === 'webhook-duplicate';
  return [
    ...(proof.kind === 'form' || proof.kind === 'agreement' ? [{ kind: proof.kind }] : []),
    ...(scenario === undefined ? [] : [{ kind: 'trouble' as const, scenario }]),
    ...(asksWebhooks ? [{ kind: 'webhooks' as const, api: proof.api }] : []),
    ...(console === undefined ? [] : [{ kind: 'console' as const, operation: console }]),
  ];
}

const deeds: Readonly<Record<StepTool['kind'], string>> = {
  form: 'Fill in the form',
  agreement: 'Read and agree',
  trouble: 'Switch the scenario on',
  webhooks: 'Set your address',
  console: 'Open the console',
};

/** What the button beside the next step says; null where nothing is done for it on the page. */
export function deedOf(step: JourneyStepConfig | null): string | null {
  const [first] = step === null ? [] : stepTools(step);
  return first === undefined ? null : deeds[first.kind];
}
