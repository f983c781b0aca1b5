import { ProblemError } from '../../../platform/problem.ts';

/** What the client is told where a request does not go on to a live upstream. Nothing was sent, so nothing was done. */

export function pausedProblem(upstream: string, seconds: number): ProblemError {
  return new ProblemError('upstream-paused', {
    detail: `${upstream} failed several times and is left alone for a moment. Nothing was done: send the request again in ${inSeconds(seconds)}.`,
    headers: { 'retry-after': String(seconds) },
  });
}

const busySeconds = 2;

export function busyProblem(upstream: string): ProblemError {
  return new ProblemError('upstream-busy', {
    detail: `${upstream} has as many requests under way as it takes, and no place became free in time. Nothing was done: send the request again in ${inSeconds(busySeconds)}.`,
    headers: { 'retry-after': String(busySeconds) },
  });
}

function inSeconds(seconds: number): string {
  return seconds === 1 ? 'a second' : `${seconds} seconds`;
}
