import { backoffMilliseconds, waitFor } from './backoff';
import type { JourneyProgress } from './create-portal-client';
import type { JourneySource } from './journey-source';
import type { PortalProblem } from './problem';
import { readJourneyEvents } from './read-journey-events';

export interface JourneyListener {
  readonly onProgress: (progress: JourneyProgress) => void;
  /** The progress is not known at the moment; following goes on by itself. */
  readonly onProblem: (problem: PortalProblem) => void;
}

export interface FollowTime {
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly chance?: () => number;
}

const streamFailuresBeforePolling = 3;
const pollMilliseconds = 2_500;
const pollsBeforeNextStream = 12;

/**
 * Follows a journey until every step is proven or the signal is aborted: by the event stream, with growing pauses between
 * attempts; by asking every few seconds where a proxy does not let streams through, trying the stream again now and then.
 */
export async function followJourney(
  source: JourneySource,
  { onProgress, onProblem }: JourneyListener,
  signal: AbortSignal,
  { wait = waitFor, chance = Math.random }: FollowTime = {},
): Promise<void> {
  let isOver = false;
  let failures = 0;
  const take = (progress: JourneyProgress): void => {
    failures = 0;
    // What is optional may still be proven where all else is.
    isOver = progress.complete && progress.steps.every(({ state }) => state === 'proven');
    if (!signal.aborted) onProgress(progress);
  };
  const tell = (problem: PortalProblem): void => {
    if (!signal.aborted && problem.kind !== 'aborted') onProblem(problem);
  };

  async function stream(): Promise<void> {
    const opened = await source.open(signal);
    if (opened.kind === 'problem') return tell(opened.problem);
    await readJourneyEvents(opened.value, take).catch(() => undefined);
  }

  async function poll(): Promise<void> {
    for (let polls = 0; polls < pollsBeforeNextStream && !signal.aborted && !isOver; polls += 1) {
      const read = await source.read(signal);
      if (read.kind === 'problem') return tell(read.problem);
      take(read.value);
      if (!isOver) await wait(pollMilliseconds, signal);
    }
  }

  while (!signal.aborted && !isOver) {
    await stream();
    if (signal.aborted || isOver) return;
    failures += 1;
    if (failures >= streamFailuresBeforePolling) await poll();
    if (!signal.aborted && !isOver) await wait(backoffMilliseconds(failures, chance()), signal);
  }
}
