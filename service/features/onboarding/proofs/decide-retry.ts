import type { Exchange } from '../../traffic/index.ts';
import { type Decision, endOf, firstOfTwo, inOrder, isOf, isWell, notYet, shortName, toleranceMs } from './decision.ts';

/**
 * A request that was refused with 429 and sent again, to the same address, no sooner than its `Retry-After` told, with success. What was
 * already under way when the refusal went out is no retry.
 */
export function decideRetryAfter429(operation: string | undefined, exchanges: readonly Exchange[]): Decision {
  const all = inOrder(exchanges).filter((one) => operation === undefined || isOf(one, operation));
  const refused = all.filter(({ status, marks }) => status === 429 && marks?.retryAfterSeconds !== undefined);
  const latest = refused.at(-1);
  if (latest === undefined) {
    const what = operation === undefined ? 'request' : shortName(operation);
    return notYet(`No ${what} was refused with 429 yet. Switch the scenario "rate-limited" on to meet one.`);
  }
  const tooEarly: Exchange[] = [];
  for (const one of refused) {
    const next = all.find((other) => isSameAddress(one, other) && Number(other.at) > endOf(one));
    if (next === undefined) continue;
    if (earlyBy(one, next) > 0) tooEarly.push(next);
    else if (isWell(next)) return { kind: 'proven', exchanges: [one, next] };
  }
  const early = tooEarly.at(-1);
  const wait = latest.marks?.retryAfterSeconds ?? 0;
  if (early !== undefined && early.id >= latest.id) {
    return notYet(
      'You came back before Retry-After was over. Wait that long, then send the same request again.',
      firstOfTwo,
    );
  }
  return notYet(`${latest.method} ${latest.path} was refused with 429: send it again ${wait} s later.`, firstOfTwo);
}

/** By how many milliseconds a request came sooner than an earlier answer told; 0 or less: it did not. */
export function earlyBy(refused: Exchange, next: Exchange): number {
  return endOf(refused) + (refused.marks?.retryAfterSeconds ?? 0) * 1000 - toleranceMs - Number(next.at);
}

export function isSameAddress(one: Exchange, other: Exchange): boolean {
  return (
    one !== other &&
    one.method === other.method &&
    one.path === other.path &&
    one.api === other.api &&
    one.version === other.version
  );
}
