import { limitedAddress } from '../../platform/client-address.ts';
import { ProblemError } from '../../platform/problem.ts';
import { isGuestOrganization, type UsableKey } from '../keys/index.ts';
import type { Allowance, CountRequest, Standing } from '../limits/index.ts';
import { type Facts, needed, type Step } from './facts.ts';

/**
 * Refuses what is beyond the requests that a key may send for operations of this class; without a key, beyond those of a
 * guest, by address.
 */
export function limitStep(count: CountRequest, anonymousPerMinute: number): Step {
  return { name: 'limit', run: (facts) => limit(facts, count, anonymousPerMinute) };
}

async function limit(facts: Facts, count: CountRequest, anonymousPerMinute: number): Promise<Facts> {
  const key = needed(facts.key, 'key');
  const { contract } = needed(facts.served, 'served');
  const { id, method } = needed(facts.match, 'match').operation;
  const allowance = await count({
    who: key === null ? `address ${limitedAddress(facts.request.address)}` : senderOf(key),
    requestsPerMinute: key?.requestsPerMinute ?? anonymousPerMinute,
    hasQuota: key !== null,
    operation: { api: contract.api, version: contract.version, id, method },
  });
  if (allowance.isTaken) return { ...facts, allowance };
  const refusing = allowance.standings.find(({ isTaken }) => !isTaken) ?? allowance.standings[0];
  throw new ProblemError('rate-limited', {
    detail: detailOf(refusing, key === null),
    headers: { ...allowanceHeaders(allowance), 'retry-after': String(refusing.resetSeconds) },
  });
}

/** Guest keys and access tokens count together: who takes a second one does not get a second allowance. */
function senderOf({ id, organization, limitedTo }: UsableKey): string {
  return limitedTo !== undefined || isGuestOrganization(organization) ? `organization ${organization}` : `key ${id}`;
}

function detailOf({ policy, resetSeconds }: Standing, isWithoutKey: boolean): string {
  const whose = isWithoutKey ? 'Without a key, your network may send' : 'The key allows';
  const time = times[policy.windowSeconds] ?? `in ${policy.windowSeconds} seconds`;
  const what = policy.name === 'default' || policy.name === 'day' ? '' : `, of the kind "${policy.name}"`;
  return `${whose} ${policy.quota} requests ${time}${what}. Wait ${resetSeconds} s.`;
}

const times: Readonly<Record<number, string>> = { 60: 'a minute', 86_400: 'a day' };

/** The fields of draft-ietf-httpapi-ratelimit-headers-10, with an item for each limit. */
export function allowanceHeaders({ standings }: Allowance): Record<string, string> {
  const states = standings.map(
    ({ policy, remaining, resetSeconds }) => `"${policy.name}";r=${remaining};t=${resetSeconds}`,
  );
  const policies = standings.map(({ policy }) => `"${policy.name}";q=${policy.quota};w=${policy.windowSeconds}`);
  return { ratelimit: states.join(', '), 'ratelimit-policy': policies.join(', ') };
}
