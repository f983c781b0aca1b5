import { useCallback, useEffect, useState } from 'react';
import type { KeyList, KeysClient, NewKey, Outcome, PortalProblem, ShownKey } from '../../portal-client';

export type KeysState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'ready'; readonly list: KeyList };

export interface KeysBoardState {
  readonly state: KeysState;
  /** The key that was just made; it is shown once. */
  readonly shown: ShownKey | null;
  readonly hide: () => void;
  readonly reload: () => Promise<void>;
  /** Each resolves to why it was refused, null where it was done. */
  readonly create: (wanted: NewKey) => Promise<PortalProblem | null>;
  readonly roll: (key: string, overlapSeconds: number) => Promise<PortalProblem | null>;
  readonly revoke: (key: string) => Promise<PortalProblem | null>;
}

/** An organization's keys, and what is done with them. The list is read again after each change. */
export function useKeys(client: KeysClient): KeysBoardState {
  const [state, setState] = useState<KeysState>({ kind: 'loading' });
  const [shown, setShown] = useState<ShownKey | null>(null);

  const take = useCallback((outcome: Outcome<KeyList>) => {
    setState((before) => {
      if (outcome.kind === 'ok') return { kind: 'ready', list: outcome.value };
      // What was read before is better than nothing.
      return before.kind === 'ready' ? before : { kind: 'failed', problem: outcome.problem };
    });
  }, []);
  useEffect(() => {
    let hasLeft = false;
    void client.list().then((outcome) => (hasLeft ? undefined : take(outcome)));
    return () => void (hasLeft = true);
  }, [client, take]);
  const reload = async () => take(await client.list());

  const change = async <Value>(outcome: Outcome<Value>, done: (value: Value) => void) => {
    if (outcome.kind === 'ok') done(outcome.value);
    await reload();
    return outcome.kind === 'ok' ? null : outcome.problem;
  };
  return {
    state,
    shown,
    hide: () => setShown(null),
    reload,
    create: async (wanted) => change(await client.create(wanted), setShown),
    roll: async (key, overlapSeconds) => change(await client.roll(key, overlapSeconds), setShown),
    revoke: async (key) => change(await client.revoke(key), () => undefined),
  };
}
