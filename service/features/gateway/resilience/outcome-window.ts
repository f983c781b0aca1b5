/** How long an outcome counts. */
const windowMs = 10_000;
const sliceMs = 1000;

interface Slice {
  readonly number: number;
  failures: number;
  total: number;
}

export interface OutcomeWindow {
  add(isFailure: boolean, nowMs: number): void;
  /** The latest success was a failure. */
  turn(nowMs: number): void;
  /** What was added within the last ten seconds, to a second. */
  counts(nowMs: number): { readonly failures: number; readonly total: number };
}

/** Counts outcomes of the last ten seconds by slices of a second: no more than eleven are kept, however many requests there are. */
export function outcomeWindow(): OutcomeWindow {
  let slices: Slice[] = [];
  const recent = (nowMs: number): Slice[] => {
    const oldest = Math.floor((nowMs - windowMs) / sliceMs);
    if (slices[0] !== undefined && slices[0].number <= oldest) slices = slices.filter((slice) => slice.number > oldest);
    return slices;
  };
  return {
    add(isFailure, nowMs) {
      const number = Math.floor(nowMs / sliceMs);
      const all = recent(nowMs);
      let slice = all.at(-1);
      if (slice?.number !== number) all.push((slice = { number, failures: 0, total: 0 }));
      slice.total += 1;
      if (isFailure) slice.failures += 1;
    },
    turn(nowMs) {
      const latest = recent(nowMs).findLast(({ failures, total }) => failures < total);
      if (latest) latest.failures += 1;
    },
    counts(nowMs) {
      let failures = 0;
      let total = 0;
      for (const slice of recent(nowMs)) {
        failures += slice.failures;
        total += slice.total;
      }
      return { failures, total };
    },
  };
}
