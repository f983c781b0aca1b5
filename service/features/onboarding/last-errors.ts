import type { JourneyConfig, ProofConfig } from '../../../contract/portal-config.ts';
import { type Exchange, type ExchangeJson, toExchangeJson } from '../traffic/index.ts';
import { troubleHeader } from '../trouble/index.ts';
import type { RefusedDelivery } from '../webhooks/index.ts';
import { isOf } from './proofs/decision.ts';
import { hasStatus } from './proofs/decide-traffic.ts';
import { refusalWords } from './refusal-words.ts';

/** What went wrong last at a step, and has not gone right since. */
export interface MetError {
  readonly at: Date;
  readonly sentence: string;
  /** The code of a problem, which has a page. */
  readonly problem: string | null;
  readonly exchange?: ExchangeJson;
}

/** By step: the newest exchange of its operation, where that is an error that nobody asked for; or the newest delivery. Pure. */
export function lastErrors(
  { steps }: JourneyConfig,
  latest: readonly Exchange[],
  refused: RefusedDelivery | null,
): ReadonlyMap<string, MetError> {
  const met = steps.flatMap(({ id, proof }): [string, MetError][] => {
    const error = proof.kind.startsWith('webhook-') ? ofDelivery(proof, refused) : ofExchange(proof, latest);
    return error === null ? [] : [[id, error]];
  });
  return new Map(met);
}

function ofExchange(proof: ProofConfig, latest: readonly Exchange[]): MetError | null {
  const operation = 'operation' in proof ? proof.operation : undefined;
  if (operation === undefined) return null;
  const newest = latest.find((one) => isOf(one, operation) && !isOnPurpose(one));
  if (newest === undefined || newest.status < 400) return null;
  if (proof.kind === 'traffic' && hasStatus(newest, proof.status)) return null;
  const { problem, at } = newest;
  return { at, problem, exchange: toExchangeJson(newest), sentence: refusalWords(newest) };
}

/** A refusal that a scenario made is what one wanted to meet. */
const isOnPurpose = ({ findings }: Exchange): boolean => findings.some(({ at }) => at === troubleHeader);

function ofDelivery(proof: ProofConfig, refused: RefusedDelivery | null): MetError | null {
  if (refused === null || !('api' in proof) || proof.api !== `${refused.api}/${refused.version}`) return null;
  const { type, url, status, error, at } = refused;
  const how = status === null ? `was not answered: ${error ?? 'no connection'}` : `was answered with ${status}`;
  return { at, problem: null, sentence: `${type} to ${url} ${how}.`.replace(/\.\.$/, '.') };
}
