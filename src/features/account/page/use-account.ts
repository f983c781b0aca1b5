import { useCallback, useEffect, useState } from 'react';
import type { Account, Outcome, OwnAccountCalls, PortalProblem } from '../../../portal-client';

export type AccountState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly account: Account }
  | { readonly kind: 'failed'; readonly problem: PortalProblem };

/** The account, read when the page opens and whenever something about it was changed. What was read stays where it cannot be read again. */
export function useAccount(calls: Pick<OwnAccountCalls, 'read'>) {
  const [state, setState] = useState<AccountState>({ kind: 'loading' });
  const take = useCallback((outcome: Outcome<Account>) => setState((before) => after(before, outcome)), []);
  const again = (): void => void calls.read().then(take);
  useEffect(() => void calls.read().then(take), [calls, take]);
  return { state, again, replace: (account: Account) => setState({ kind: 'loaded', account }) };
}

function after(before: AccountState, outcome: Outcome<Account>): AccountState {
  if (outcome.kind === 'ok') return { kind: 'loaded', account: outcome.value };
  return before.kind === 'loaded' ? before : { kind: 'failed', problem: outcome.problem };
}
