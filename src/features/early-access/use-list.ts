import { useCallback, useEffect, useState } from 'react';
import type { Outcome, PortalProblem } from '../../portal-client';

export type ListState<Item> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly items: readonly Item[] };

/** A list that is read once, for whoever `reader` names, and again when it is asked to; what is shown stays until then. */
export function useList<Item>(
  read: () => Promise<Outcome<readonly Item[]>>,
  reader: string,
): { readonly state: ListState<Item>; readonly load: () => Promise<void> } {
  const [state, setState] = useState<ListState<Item>>({ kind: 'loading' });
  const load = useCallback(
    () =>
      read().then((found) =>
        setState(
          found.kind === 'ok' ? { kind: 'shown', items: found.value } : { kind: 'failed', problem: found.problem },
        ),
      ),
    [read],
  );
  useEffect(() => void load(), [load, reader]);
  return { state, load };
}
