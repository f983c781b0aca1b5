import { backoffMilliseconds, waitFor } from './backoff';
import type { JourneyProgress, PortalClient } from './create-portal-client';
import type { GuestKeys } from './guest-keys';
import type { PortalProblem } from './problem';
import { readJourneyEvents } from './read-journey-events';

export interface JourneyListener {
  readonly onProgress: (progress: JourneyProgress) => void;
  /** The progress is not known at the moment; following goes on by itself. */
  readonly onProblem: (problem: PortalProblem) => void;
}

export interface FollowPorts {
  readonly client: PortalClient;
  readonly keys: GuestKeys;
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly chance?: () => number;
}

const streamFailuresBeforePolling = 3;
const pollMilliseconds = 2_500;
const pollsBeforeNextStream = 12;

/**
 * Follows a journey until it is complete or the signal is aborted: by the event stream, with growing pauses between
 * attempts; by asking every few seconds where a proxy does not let streams through, trying the stream again now and then.
 */
export async function followJourney(
  journey: string,
  ports: FollowPorts,
  { onProgress, onProblem }: JourneyListener,
  signal: AbortSignal,
): Promise<void> {
  const { client, keys, wait = waitFor, chance = Math.random } = ports;
  let complete = false;
  let failures = 0;
  const take = (progress: JourneyProgress): void => {
    failures = 0;
    complete = progress.complete;
    if (!signal.aborted) onProgress(progress);
  };
  const giveBack = (key: string, problem: PortalProblem): void => {
    if (isEndedKey(problem)) keys.drop(key);
    if (!signal.aborted && problem.kind !== 'aborted') onProblem(problem);
  };

  async function stream(key: string): Promise<void> {
    const opened = await client.openJourneyEvents(journey, key, signal);
    if (opened.kind === 'problem') return giveBack(key, opened.problem);
    await readJourneyEvents(opened.value, take).catch(() => undefined);
  }

  async function poll(): Promise<void> {
    for (let polls = 0; polls < pollsBeforeNextStream && !signal.aborted && !complete; polls += 1) {
      const key = await keys.obtain();
      if (key.kind === 'problem') return;
      const read = await client.readJourneyProgress(journey, key.value.key, signal);
      if (read.kind === 'problem') return giveBack(key.value.key, read.problem);
      take(read.value);
      if (!complete) await wait(pollMilliseconds, signal);
    }
  }

  while (!signal.aborted && !complete) {
    const key = await keys.obtain();
    if (key.kind === 'problem') {
      if (!signal.aborted) onProblem(key.problem);
    } else {
      await stream(key.value.key);
    }
    if (signal.aborted || complete) return;
    failures += 1;
    if (failures >= streamFailuresBeforePolling) await poll();
    if (!signal.aborted && !complete) await wait(backoffMilliseconds(failures, chance()), signal);
  }
}

export function isEndedKey(problem: PortalProblem): boolean {
  return problem.code === 'key-expired' || problem.code === 'key-revoked' || problem.code === 'key-unknown';
}
