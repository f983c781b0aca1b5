const firstMilliseconds = 500;
const longestMilliseconds = 30_000;

/**
 * How long to wait before the next attempt, in milliseconds: doubles from half a second to half a minute, spread over
 * the upper half of that span so that many browsers do not come back at once. `chance` is in [0, 1).
 */
export function backoffMilliseconds(failures: number, chance: number): number {
  const span = Math.min(longestMilliseconds, firstMilliseconds * 2 ** Math.max(0, failures - 1));
  return Math.round(span / 2 + (span / 2) * chance);
}

/** Resolves after the time, or at once when the signal is aborted. */
export function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}
