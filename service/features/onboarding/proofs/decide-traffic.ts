import type { TrafficProofConfig } from '../../../../contract/portal-config.ts';
import type { Exchange } from '../../traffic/index.ts';
import { type Decision, inOrder, isOf, notYet, shortName } from './decision.ts';

/** So many exchanges of an operation with a status, within a time where there is one; about what `maker` made where that is asked. */
export function decideTraffic(
  proof: TrafficProofConfig,
  exchanges: readonly Exchange[],
  maker?: TrafficProofConfig,
): Decision {
  const { count = 1, withinMinutes } = proof;
  const makers = maker && exchanges.filter((one) => isOf(one, maker.operation) && hasStatus(one, maker.status));
  const found = inOrder(exchanges).filter(
    (one) => isOf(one, proof.operation) && hasStatus(one, proof.status) && isAbout(one, makers),
  );
  let most = 0;
  for (const [first, one] of found.entries()) {
    const latest = withinMinutes === undefined ? Infinity : Number(one.at) + withinMinutes * 60_000;
    const some = found.slice(first, first + count).filter(({ at }) => Number(at) <= latest);
    if (some.length === count) return { kind: 'proven', exchanges: some };
    most = Math.max(most, some.length);
  }
  const reached = count === 1 ? undefined : { done: most, of: count, what: 'requests' };
  return notYet(sentence(proof, found.length), reached);
}

export function hasStatus({ status }: Exchange, wanted = '2XX'): boolean {
  return wanted.endsWith('XX') ? Math.floor(status / 100) === Number(wanted[0]) : status === Number(wanted);
}

function isAbout({ resource, id }: Exchange, makers: readonly Exchange[] | undefined): boolean {
  return (
    makers === undefined || makers.some((one) => one.resource !== null && one.resource === resource && one.id < id)
  );
}

function sentence({ operation, status = '2XX', count = 1, withinMinutes }: TrafficProofConfig, found: number): string {
  const time = withinMinutes === undefined ? '' : ` within ${withinMinutes} min`;
  if (count === 1) return `No ${shortName(operation)} was answered with ${status} yet.`;
  return `${shortName(operation)} was answered with ${status} ${found} times; ${count} times${time} are asked for.`;
}
