import { useCallback, useEffect, useState } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import type { FormValues } from '../request';
import { isArrival } from './arrival-hash';
import type { Arrival } from './read-arrival';

export interface Arriving {
  /** What has come last, to be said; null where nothing has, or it was read. */
  readonly arrival: Arrival | null;
  /** Puts what has come into the form. Nothing is ever sent by that. */
  readonly take: (arrival: Arrival) => void;
  readonly dismiss: () => void;
}

/** Fills the form with the request that the page's address brings. The address is then the page's own again: a reload starts anew. */
export function useArrival(
  page: OperationPage,
  edit: (values: FormValues, fields: readonly string[]) => void,
  isOwnPage: boolean,
): Arriving {
  const [arrival, setArrival] = useState<Arrival | null>(null);
  const take = useCallback(
    (came: Arrival): void => {
      if (came.kind === 'values') edit(came.values, [...Object.keys(came.values.parameters), 'body']);
      setArrival(came);
    },
    [edit],
  );
  useEffect(() => {
    if (!isOwnPage) return;
    const look = async (): Promise<void> => {
      const { hash, pathname, search } = window.location;
      if (!isArrival(hash)) return;
      window.history.replaceState(window.history.state, '', pathname + search);
      const { readArrival } = await import('./read-arrival');
      const came = await readArrival(page, hash);
      if (came) take(came);
    };
    const lookQuietly = (): void => void look().catch(() => setArrival(unloaded));
    lookQuietly();
    window.addEventListener('hashchange', lookQuietly);
    return () => window.removeEventListener('hashchange', lookQuietly);
  }, [page, take, isOwnPage]);
  return { arrival, take, dismiss: () => setArrival(null) };
}

const unloaded: Arrival = { kind: 'refused', sentence: 'What reads it could not be loaded: open the link again.' };
