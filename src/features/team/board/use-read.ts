import { useEffect, useState } from 'react';
import type { Outcome } from '../../../portal-client';

/** What a call gives; null until it has. `read` is kept the same for as long as it asks for the same. */
export function useRead<Value>(read: (signal: AbortSignal) => Promise<Outcome<Value>>): Outcome<Value> | null {
  const [outcome, setOutcome] = useState<Outcome<Value> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void read(stop.signal).then((given) => {
      if (!stop.signal.aborted) setOutcome(given);
    });
    return () => stop.abort();
  }, [read]);
  return outcome;
}
