import { useState } from 'react';
import { createAccountCalls } from '../../../portal-client';
import { sessionAt } from '../../../portal-client/session';

/** Signing out of this browser. The page stays; what needs somebody says so itself. */
export function useSignOut(serviceUrl: string) {
  const [state, setState] = useState<{ isBusy: boolean; said: string }>({ isBusy: false, said: '' });
  const signOut = async (): Promise<void> => {
    setState({ isBusy: true, said: '' });
    const outcome = await createAccountCalls(serviceUrl, (request) => fetch(request)).signOut();
    const said = outcome.kind === 'ok' ? '' : `${outcome.problem.title}. You are still signed in.`;
    setState({ isBusy: false, said });
    if (outcome.kind === 'ok') await sessionAt(serviceUrl).refresh();
  };
  return { ...state, signOut: () => void (state.isBusy || signOut()) };
}
