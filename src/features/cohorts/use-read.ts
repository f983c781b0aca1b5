import { useCallback, useEffect, useState } from 'react';
import type { Outcome, PortalProblem } from '../../portal-client';

export type Read<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly value: Value };

/** What a call gives, and a way to read it again; what is shown stays until there is something newer. `call` stays the same function. */
export function useRead<Value>(call: () => Promise<Outcome<Value>>): {
  readonly state: Read<Value>;
  readonly again: () => Promise<void>;
} {
  const [state, setState] = useState<Read<Value>>({ kind: 'loading' });
  const again = useCallback(
    () =>
      call().then((outcome) =>
        setState((before) => {
          if (outcome.kind === 'ok') return { kind: 'shown', value: outcome.value };
          return before.kind === 'shown' ? before : { kind: 'failed', problem: outcome.problem };
        }),
      ),
    [call],
  );
  useEffect(() => void again(), [again]);
  return { state, again };
}
