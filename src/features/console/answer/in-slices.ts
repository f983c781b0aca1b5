/** Work that can be done a piece at a time. */
export interface Sliced<Result> {
  /** From 0 to 1. */
  readonly progress: number;
  /** Goes on for about so many bytes; true when it is done. */
  step(about: number): boolean;
  result(): Result;
}

const stepBytes = 128 * 1024;
const sliceMilliseconds = 12;
const sayEveryMilliseconds = 150;

/** Lets the page answer keys and draw. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}

/** Does work without ever keeping the page busy for long. Null where it was called off. */
export async function inSlices<Result>(
  work: Sliced<Result>,
  signal: AbortSignal,
  onProgress: (progress: number) => void = () => undefined,
): Promise<Result | null> {
  let said = performance.now();
  for (let isDone = false; !isDone;) {
    if (signal.aborted) return null;
    const until = performance.now() + sliceMilliseconds;
    do isDone = work.step(stepBytes);
    while (!isDone && performance.now() < until);
    if (isDone) break;
    if (performance.now() - said > sayEveryMilliseconds) {
      onProgress(work.progress);
      said = performance.now();
    }
    await pause();
  }
  return signal.aborted ? null : work.result();
}

/** All of it at once, for what is short. */
export function atOnce<Result>(work: Sliced<Result>): Result {
  while (!work.step(Number.MAX_SAFE_INTEGER));
  return work.result();
}
