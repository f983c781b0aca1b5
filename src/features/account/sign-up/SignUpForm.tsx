import type { FormEvent } from 'react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type { NewAccount } from '../../../portal-client';
import styles from '../entry/Entry.module.css';
import type { EntryState } from '../entry/entry-flow';
import { EntryWays } from '../entry/EntryWays.view';
import { faultsOf } from '../entry/field-faults';
import { MailField } from '../entry/MailField.view';
import { PasswordField } from '../entry/PasswordField';
import { ProblemWords } from '../entry/ProblemWords.view';
import { readEntryForm } from '../entry/read-entry-form';
import { TextField } from '../entry/TextField.view';
import { useFaults } from '../entry/use-faults';

export interface SignUpFormProps {
  readonly serviceUrl: string;
  readonly state: Extract<EntryState, { readonly kind: 'asking' | 'sending' | 'in' }>;
  /** What stands in the fields at first. */
  readonly kept: { readonly name: string; readonly email: string };
  readonly onKeep: (kept: { name: string; email: string }) => void;
  readonly onAccount: (account: NewAccount) => void;
  readonly onLink: (email: string) => void;
  /** Whether the team looks at each sign-up first. */
  readonly needsApproval?: boolean;
}

/** One form for both ways. Without JavaScript the service takes it by itself. */
export function SignUpForm({
  serviceUrl,
  state,
  kept,
  onKeep,
  onAccount,
  onLink,
  needsApproval = false,
}: SignUpFormProps) {
  const isBrowser = useIsBrowser();
  const problem = state.kind === 'asking' ? state.problem : null;
  const { form, faults, isWhole } = useFaults(problem);
  const busy = state.kind !== 'sending' ? null : state.way === 'link' ? 'link' : 'password';

  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy !== null) return;
    const { name, email, password, way } = readEntryForm(event);
    onKeep({ name, email });
    if (way === 'link') {
      if (isWhole(faultsOf({ email }))) onLink(email);
    } else if (isWhole(faultsOf({ name, email, password: { text: password, isNew: true } }))) {
      onAccount({ name, email, password });
    }
  };

  return (
    <form
      ref={form}
      method="post"
      action={`${serviceUrl}/account/sign-up`}
      className={styles.form}
      aria-label="Create an account"
      noValidate={isBrowser}
      onSubmit={send}
    >
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={kept.name}
        fault={faults.name}
      />
      <MailField email={kept.email} fault={faults.email} />
      <PasswordField isNew fault={faults.password} />
      <ProblemWords problem={problem} />
      <EntryWays verb="Create the account" busy={busy} />
      <p className={styles.note}>
        A mail confirms that the address is yours. It is used for your account, and for nothing else.
        {needsApproval
          ? ' The team of this portal looks at each sign-up then; another mail tells you when you can sign in.'
          : ''}
      </p>
    </form>
  );
}
