import type { Exchange } from '../../traffic/index.ts';
import { type Decision, firstOfTwo, inOrder, isOf, isWell, notYet, shortName } from './decision.ts';

/**
 * A request that was sent at least twice with one `Idempotency-Key`, and had one effect: whatever was answered well speaks of the same
 * resource, and the last one was answered well.
 */
export function decideIdempotentRetry(operation: string, exchanges: readonly Exchange[]): Decision {
  const keyed = inOrder(exchanges).filter((one) => isOf(one, operation) && one.marks?.idempotency !== undefined);
  const byKey = Map.groupBy(keyed, ({ marks }) => marks?.idempotency ?? '');
  for (const sent of byKey.values()) {
    const last = sent.findLast(isWell);
    const first = sent[0];
    if (last === undefined || first === undefined || first === last) continue;
    if (isMistake(first)) continue;
    const made = new Set(sent.filter(isWell).map(({ resource }) => resource));
    if (made.size === 1 && last.resource !== null) return { kind: 'proven', exchanges: [first, last] };
  }
  const name = shortName(operation);
  if (keyed.every(isMistake)) return notYet(`No ${name} came with an Idempotency-Key yet.`);
  return notYet(
    `${name} came with an Idempotency-Key. Send the same request once more, with the same key.`,
    firstOfTwo,
  );
}

/** Refused for what it said: that is no beginning of a retry. */
const isMistake = (one: Exchange): boolean =>
  !isWell(one) && one.status < 500 && one.status !== 429 && one.status !== 499;
