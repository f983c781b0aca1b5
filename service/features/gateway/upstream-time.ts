import type { Facts } from './facts.ts';
import type { Run } from './run-steps.ts';

type UpstreamTime = Required<Pick<Facts, 'upstreamFrom' | 'upstreamMs'>>;

const noted = new WeakMap<Error, UpstreamTime>();

/** Notes when an upstream was asked that gave no answer, and how long that took. */
export function noteUpstreamTime(error: unknown, time: UpstreamTime): void {
  if (error instanceof Error && !isRefusedBefore(error)) noted.set(error, time);
}

/** A run whose upstream failed, with the time that it took; any other as it is. */
export function withUpstreamTime(run: Run): Run {
  const time = run.error instanceof Error ? noted.get(run.error) : undefined;
  return time === undefined ? run : { ...run, facts: { ...run.facts, ...time } };
}

/** Nothing was sent: nobody was asked. */
function isRefusedBefore(error: Error): boolean {
  return 'code' in error && (error.code === 'upstream-paused' || error.code === 'upstream-busy');
}
