import type { FormEvent } from 'react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import styles from '../entry/Entry.module.css';
import type { EntryState } from '../entry/entry-flow';
import { EntryWays } from '../entry/EntryWays.view';
import { faultsOf } from '../entry/field-faults';
import { MailField } from '../entry/MailField.view';
import { PasswordField } from '../entry/PasswordField';
import { ProblemWords } from '../entry/ProblemWords.view';
import { readEntryForm } from '../entry/read-entry-form';
import { useFaults } from '../entry/use-faults';

export interface SignInFormProps {
  readonly serviceUrl: string;
  readonly state: Extract<EntryState, { readonly kind: 'asking' | 'sending' | 'in' }>;
  /** Why a provider let nobody in. */
  readonly refusal: string | null;
  /** What stands in the field at first. */
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onPassword: (email: string, password: string) => void;
  readonly onLink: (email: string) => void;
  readonly onReset: (email: string) => void;
}

/** One form for both ways, so that a password manager knows it. Without JavaScript the service takes it by itself. */
export function SignInForm(props: SignInFormProps) {
  const { serviceUrl, state, refusal, email, onEmail, onPassword, onLink, onReset } = props;
  const isBrowser = useIsBrowser();
  const problem = state.kind === 'asking' ? state.problem : null;
  const { form, faults, isWhole } = useFaults(problem);
  const busy = state.kind === 'in' ? 'password' : state.kind === 'sending' ? state.way : null;

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy !== null) return;
    const { email: address, password, way } = readEntryForm(event);
    onEmail(address);
    const needsPassword = way === 'password';
    if (!isWhole(faultsOf({ email: address, ...(needsPassword && { password: { text: password, isNew: false } }) })))
      return;
    if (way === 'link') onLink(address);
    else if (way === 'reset') onReset(address);
    else onPassword(address, password);
  };

  return (
    <form
      ref={form}
      method="post"
      action={`${serviceUrl}/account/sign-in`}
      className={styles.form}
      aria-label="Sign in"
      noValidate={isBrowser}
      onSubmit={send}
    >
      <MailField email={email} fault={faults.email} />
      <PasswordField fault={faults.password} />
      {refusal !== null && problem === null ? <p className={styles.problem}>{refusal}</p> : null}
      <ProblemWords problem={problem} />
      <EntryWays verb="Sign in" busy={busy === 'link' || busy === 'password' ? busy : null} />
      <p className={styles.note}>
        Forgot your password?{' '}
        <button
          type="submit"
          name="way"
          value="reset"
          formNoValidate
          className={styles.inline}
          aria-disabled={busy !== null || undefined}
        >
          Choose a new one by mail
        </button>
      </p>
    </form>
  );
}
