import type { JourneyConfig, JourneyStepConfig } from '../../../contract/portal-config.ts';
import type { EarlierExchange, Exchange } from '../traffic/index.ts';

/** What has to be asked in order to prove a step. */
export type StepQuestion =
  | { readonly kind: 'key-issued' }
  | { readonly kind: 'traffic'; readonly exchange: EarlierExchange; readonly after?: EarlierExchange };

/**
 * The question of a step. With `sameResourceAs`, the step is proven by an exchange about a resource that an earlier
 * exchange, one that would prove the other step, was about.
 */
export function questionOf(journey: JourneyConfig, step: JourneyStepConfig): StepQuestion {
  const { proof } = step;
  if (proof.kind === 'key-issued') return proof;
  if (proof.kind !== 'traffic') throw new Error('for now');
  const other = journey.steps.find((candidate) => candidate.id === proof.sameResourceAs)?.proof;
  const after = other?.kind === 'traffic' ? wanted(other.operation, other.status) : undefined;
  return { kind: 'traffic', exchange: wanted(proof.operation, proof.status), after };
}

/** Whether an exchange can change the journey's progress: whether it is of an operation that a step asks for. */
export function concerns(journey: JourneyConfig, exchange: Exchange): boolean {
  const operation = `${exchange.api}/${exchange.version}/${exchange.operation ?? ''}`;
  return journey.steps.some(({ proof }) => proof.kind === 'traffic' && proof.operation === operation);
}

function wanted(address: string, status = '2XX'): EarlierExchange {
  const [api = '', version = '', operation = ''] = address.split('/');
  return { api, version, operation, status };
}
