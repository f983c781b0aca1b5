import type { JourneyConfig, JourneyStepConfig } from '../../../contract/portal-config.ts';
import type { EarlierExchange, Exchange } from '../traffic/index.ts';

/** What one query finds the proof of a step by. */
export type StepQuestion =
  | { readonly kind: 'key-issued' }
  | { readonly kind: 'traffic'; readonly exchange: EarlierExchange; readonly after?: EarlierExchange };

/**
 * The question of a step; null where one exchange alone, whenever it was, does not prove it. With `sameResourceAs`, the step is proven by
 * an exchange about a resource that an earlier exchange, one that would prove the other step, was about.
 */
export function questionOf(journey: JourneyConfig, step: JourneyStepConfig): StepQuestion | null {
  const { proof } = step;
  if (proof.kind === 'key-issued') return proof;
  if (proof.kind !== 'traffic' || (proof.count ?? 1) > 1 || step.after !== undefined) return null;
  const other = journey.steps.find((candidate) => candidate.id === proof.sameResourceAs)?.proof;
  const after = other?.kind === 'traffic' ? wanted(other.operation, other.status) : undefined;
  return { kind: 'traffic', exchange: wanted(proof.operation, proof.status), after };
}

/** Whether an exchange can change the journey's progress: of an operation that a step asks for, or of any where one looks at all. */
export function concerns(journey: JourneyConfig, exchange: Exchange): boolean {
  const operation = `${exchange.api}/${exchange.version}/${exchange.operation ?? ''}`;
  return journey.steps.some(({ proof }) => {
    if (proof.kind === 'token-refreshed' || proof.kind === 'outage' || proof.kind === 'webhook-duplicate')
      return operation.startsWith(`${proof.api}/`);
    return 'operation' in proof ? proof.operation === undefined || proof.operation === operation : false;
  });
}

function wanted(address: string, status = '2XX'): EarlierExchange {
  const [api = '', version = '', ...operation] = address.split('/');
  return { api, version, operation: operation.join('/'), status };
}
