export interface Pacer<Value> {
  readonly push: (value: Value) => void;
  /** Drops what is waiting. */
  readonly stop: () => void;
}

/** Passes values on at most once in each span of time: the first at once, then the newest. A stream may bring hundreds a second. */
export function atMostEvery<Value>(milliseconds: number, pass: (value: Value) => void): Pacer<Value> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: { readonly value: Value } | null = null;
  const flush = (): void => {
    timer = null;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    start();
    pass(value);
  };
  const start = (): void => {
    timer = setTimeout(flush, milliseconds);
  };
  return {
    push(value) {
      if (timer !== null) {
        waiting = { value };
        return;
      }
      start();
      pass(value);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = null;
    },
  };
}
