import type { Exchange } from '../../traffic/index.ts';
import { troubleHeader } from '../../trouble/index.ts';
import { type Decision, inOrder, isOf, isWell, notYet } from './decision.ts';
import { earlyBy, isSameAddress } from './decide-retry.ts';

/** A later one than this is another outage. */
const longestGapMs = 3_600_000;

/**
 * Requests were answered well before the outage; in it none came again sooner than it was told; and each request that it refused was
 * sent again, with the same `Idempotency-Key` where it had one, and answered well.
 */
export function decideOutage(api: string, exchanges: readonly Exchange[]): Decision {
  const all = inOrder(exchanges).filter((one) => isOf({ ...one, operation: null }, api));
  let latest = notYet(
    'No request met an outage yet. Switch the scenario "outage" on while your integration is at work.',
  );
  for (const met of outagesIn(all)) {
    latest = decideOne(met, all);
    if (latest.kind === 'proven') return latest;
  }
  return latest;
}

function decideOne(met: readonly [Exchange, ...Exchange[]], all: readonly Exchange[]): Decision {
  const before = all.findLast((one) => isWell(one) && one.at < met[0].at);
  if (before === undefined) {
    return notYet('The outage met your first request. Let your integration work first, then switch it on again.');
  }
  const isMet = new Set(met);
  for (const one of met) {
    const next = all.find((other) => isSameRequest(one, other) && other.at > one.at);
    if (next !== undefined && earlyBy(one, next) > 0 && isMet.has(next)) {
      return notYet(
        'In the outage a request came again before Retry-After was over. Wait that long, and switch it on again.',
      );
    }
  }
  const lastMet = met.at(-1) ?? met[0];
  const succeeded = met.map((one) =>
    all.find((other) => isSameRequest(one, other) && isWell(other) && other.at > one.at),
  );
  const lost = met.find((_, index) => succeeded[index] === undefined);
  if (lost !== undefined) {
    const done = succeeded.filter((one) => one !== undefined).length;
    return notYet(`${lost.method} ${lost.path} was refused in the outage. Send it again until it is answered well.`, {
      done,
      of: met.length,
      what: 'refused requests',
    });
  }
  const after = [...new Set(succeeded)].filter((one) => one !== undefined);
  return { kind: 'proven', exchanges: [before, ...new Set([met[0], lastMet]), ...after.slice(0, 20)] };
}

/** What the gateway marked as refused by an outage, each outage by itself. */
function outagesIn(all: readonly Exchange[]): readonly (readonly [Exchange, ...Exchange[]])[] {
  const outages: [Exchange, ...Exchange[]][] = [];
  for (const one of all) {
    const number = outageNumber(one);
    if (number === undefined) continue;
    const latest = outages.at(-1);
    const isSame = latest !== undefined && number > 1 && Number(one.at) - Number(latest.at(-1)?.at) <= longestGapMs;
    if (isSame) latest.push(one);
    else outages.push([one]);
  }
  return outages;
}

/** `outage; 2/3`: the second request that it refused. */
function outageNumber({ findings }: Exchange): number | undefined {
  const mark = findings.find(({ at }) => at === troubleHeader)?.message;
  const number = mark === undefined ? undefined : /(?:^|, )outage; (\d+)\//.exec(mark)?.[1];
  return number === undefined ? undefined : Number(number);
}

function isSameRequest(one: Exchange, other: Exchange): boolean {
  return isSameAddress(one, other) && one.marks?.idempotency === other.marks?.idempotency;
}
