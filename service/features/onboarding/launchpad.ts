import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { KeyStanding } from '../keys/index.ts';
import { toExchangeJson } from '../traffic/index.ts';
import type { JourneyProgress } from './journey-progress.ts';
import type { ReadProgress } from './read-progress.ts';
import type { Records } from './records.ts';
import { refusalWords } from './refusal-words.ts';

export interface LaunchpadDeps {
  readonly journeys: readonly JourneyConfig[];
  readonly read: ReadProgress;
  readonly records: Pick<Records, 'latest' | 'findOwn' | 'receivedOf' | 'refusedOf'>;
  readonly keysOf: (organization: string) => Promise<KeyStanding>;
}

const callsShown = 5;
/** The last failing call is looked for in so many. */
const callsLookedAt = 200;

/** `Launchpad` of `openapi/portal/v1.yaml`: how ready an organization is, at a glance. */
export async function launchpadOf(organization: string, { journeys, read, records, keysOf }: LaunchpadDeps) {
  const [keys, latest, received, refused, ...progresses] = await Promise.all([
    keysOf(organization),
    records.latest(organization, callsLookedAt),
    records.receivedOf(organization),
    records.refusedOf(organization),
    ...journeys.map((journey) => read(journey, organization)),
  ]);
  const newest = latest.find(({ status }) => status >= 400);
  const failed = newest && ((await records.findOwn(organization, newest.id)) ?? newest);
  const taken = received.at(-1);
  return {
    launched_at: keys.launchedAt?.toISOString() ?? null,
    keys: keys.environments.map(({ environment, open, lastUsedAt }) => ({
      ...{ environment, open, last_used_at: lastUsedAt?.toISOString() ?? null },
    })),
    journeys: progresses.map(toStanding),
    calls: latest.slice(0, callsShown).map(toExchangeJson),
    last_failed_call: failed
      ? { ...toExchangeJson(failed), problem: failed.problem, sentence: refusalWords(failed) }
      : null,
    webhooks: {
      received: taken ? { type: taken.type, url: taken.url, at: taken.receivedAt.toISOString() } : null,
      refused: refused
        ? {
            type: refused.type,
            url: refused.url,
            at: refused.at.toISOString(),
            status: refused.status,
            error: refused.error,
          }
        : null,
    },
  };
}

function toStanding({ journey, title, steps, complete }: JourneyProgress) {
  const needed = steps.filter(({ isOptional }) => !isOptional);
  const next = steps.find(({ state }) => state === 'next');
  return {
    ...{ journey, title, complete, of: needed.length },
    done: needed.filter(({ state }) => state === 'proven').length,
    next: next ? { id: next.id, title: next.title } : null,
  };
}
