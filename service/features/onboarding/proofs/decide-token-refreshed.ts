import type { Exchange } from '../../traffic/index.ts';
import { type Decision, firstOfTwo, inOrder, isOf, isWell, notYet } from './decision.ts';

/** So many requests may still come with what was refused: some are under way at the same time. */
const refusedAtMost = 3;
const withinMs = 10 * 60_000;

/** Refused with 401, and then well with another key or token, before the old one was sent again and again. */
export function decideTokenRefreshed(api: string, exchanges: readonly Exchange[]): Decision {
  const all = inOrder(exchanges).filter((one) => isOf({ ...one, operation: null }, api));
  const refused = all.filter(({ status, keyId }) => status === 401 && keyId !== null);
  if (refused.length === 0) {
    return notYet('No request was refused with 401 yet. Switch the scenario "expired-token" on to meet one.');
  }
  for (const one of refused) {
    const isLater = (other: Exchange) => other.at > one.at && Number(other.at) - Number(one.at) <= withinMs;
    const renewed = all.find((other) => isLater(other) && isWell(other) && other.keyId !== one.keyId);
    if (renewed === undefined) continue;
    const again = refused.filter(
      (other) =>
        other.keyId === one.keyId && other.at < renewed.at && Number(renewed.at) - Number(other.at) <= withinMs,
    );
    if (again.length <= refusedAtMost) return { kind: 'proven', exchanges: [one, renewed] };
  }
  return notYet(
    'A request was refused with 401. Get a new token once, and send the request again with it.',
    firstOfTwo,
  );
}
