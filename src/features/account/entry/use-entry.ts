import { useEffect, useMemo, useRef, useState } from 'react';
import { useHistory } from '@docusaurus/router';
import {
  type AccountCalls,
  createAccountCalls,
  type NewAccount,
  type SecondFactorAnswer,
} from '../../../portal-client';
import { sessionAt, useSession } from '../../../portal-client/session';
import { ownPath } from '../own-path';
import { afterCode, afterMail, afterPassword, asking, type EntryState } from './entry-flow';
import { useQuery } from './use-query';

export interface Entry {
  readonly state: EntryState;
  readonly signIn: (email: string, password: string) => void;
  readonly sendLink: (email: string) => void;
  readonly sendReset: (email: string) => void;
  readonly signUp: (account: NewAccount) => void;
  readonly giveCode: (answer: SecondFactorAnswer) => void;
  readonly sendAgain: () => void;
  /** Back to the fields. */
  readonly restart: () => void;
}

/** The way in, for one page visit. Whoever is signed in, here or in another tab, is led to where they came from. */
export function useEntry(serviceUrl: string): Entry {
  const calls = useMemo(() => createAccountCallsLater(serviceUrl), [serviceUrl]);
  const [state, setState] = useState<EntryState>(asking);
  const again = useRef<() => Promise<EntryState>>(async () => asking);
  const history = useHistory();
  const session = useSession(serviceUrl);
  const to = useQuery('to');
  const isLeaving = useRef(false);
  // A link or a provider leads here where an account has a second factor.
  const isHalfIn = useQuery('step') === 'second-factor' && state === asking;

  useEffect(() => {
    if (session.kind !== 'person' || isLeaving.current) return;
    // Once: this page stays until the next one is loaded, and the address is the next one's already.
    isLeaving.current = true;
    history.replace(ownPath(to));
  }, [session.kind, history, to]);

  const become = async (next: Promise<EntryState>): Promise<void> => {
    const settled = await next;
    setState(settled);
    if (settled.kind === 'in') await sessionAt(serviceUrl).refresh();
  };

  return {
    state: isHalfIn ? { kind: 'code', isSending: false, problem: null } : state,
    signIn(email, password) {
      const send = async () => afterPassword(await calls().signIn({ email, password }), email, Date.now());
      again.current = send;
      setState({ kind: 'sending', way: 'password' });
      void become(send());
    },
    sendLink(email) {
      const send = async () => afterMail(await calls().sendSignInLink(email), 'link', email, Date.now());
      again.current = send;
      setState({ kind: 'sending', way: 'link' });
      void become(send());
    },
    sendReset(email) {
      const send = async () => afterMail(await calls().sendPasswordReset(email), 'password', email, Date.now());
      again.current = send;
      setState({ kind: 'sending', way: 'reset' });
      void become(send());
    },
    signUp(account) {
      const { email, password } = account;
      const send = async () => afterMail(await calls().signUp(account), 'confirmation', email, Date.now());
      // Signing in before the address is confirmed sends the mail once more. Where the address had an account already, another
      // password is refused, and what the page says stays the same.
      again.current = async () => {
        const next = afterPassword(await calls().signIn({ email, password }), email, Date.now());
        const isOther = next.kind === 'asking' && next.problem?.code === 'credentials-invalid';
        return isOther ? afterMail({ kind: 'ok', value: null }, 'confirmation', email, Date.now()) : next;
      };
      setState({ kind: 'sending', way: 'sign-up' });
      void become(send());
    },
    giveCode(answer) {
      setState({ kind: 'code', isSending: true, problem: null });
      void become(calls().verifySecondFactor(answer).then(afterCode));
    },
    sendAgain() {
      if (state.kind !== 'mailed' || state.isSending) return;
      setState({ ...state, isSending: true, problem: null });
      const next = again.current();
      void become(
        next.then((settled) =>
          settled.kind === 'asking' ? { ...state, isSending: false, problem: settled.problem } : settled,
        ),
      );
    },
    restart: () => setState({ ...asking }),
  };
}

/** Made when it is first used: the page is rendered where there is no browser, too. */
function createAccountCallsLater(serviceUrl: string): () => AccountCalls {
  let calls: AccountCalls | undefined;
  return () => (calls ??= createAccountCalls(serviceUrl, (request) => fetch(request)));
}
