/** Runs out when nothing is heard for long enough. */
export interface Silence {
  /** Aborted when it has run out. */
  readonly signal: AbortSignal;
  /** Something came: counts anew. `allowance`: milliseconds more, this once. */
  readonly heard: (allowance?: number) => void;
  readonly stop: () => void;
}

/** `limitMilliseconds` null: silence may last. */
export function watchSilence(limitMilliseconds: number | null): Silence {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (allowance = 0): void => {
    clearTimeout(timer);
    if (limitMilliseconds !== null) timer = setTimeout(() => controller.abort(), limitMilliseconds + allowance);
  };
  heard();
  return { signal: controller.signal, heard, stop: () => clearTimeout(timer) };
}
