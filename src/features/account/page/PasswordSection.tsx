import { type FormEvent, useState } from 'react';
import { type Account, createAccountCalls, type OwnAccountCalls } from '../../../portal-client';
import { Button, Section } from '../../../ui';
import { faultsOf } from '../entry/field-faults';
import { fieldText } from '../entry/field-text';
import { PasswordField } from '../entry/PasswordField';
import { useFaults } from '../entry/use-faults';
import { ActionWords } from './ActionWords.view';
import styles from './Sections.module.css';
import { useAction } from './use-action';

export interface PasswordSectionProps {
  readonly calls: Pick<OwnAccountCalls, 'changePassword'>;
  readonly account: Account;
  readonly serviceUrl: string;
}

/** Another password; or the first, which comes by mail. */
export function PasswordSection({ calls, account, serviceUrl }: PasswordSectionProps) {
  const action = useAction();
  const { form, faults, isWhole } = useFaults(action.problem);
  const { email } = account.person;
  // Another key empties the fields once the password is changed.
  const [changes, setChanges] = useState(0);

  if (!account.has_password) {
    const send = () =>
      action.run(
        () => createAccountCalls(serviceUrl, (request) => fetch(request)).sendPasswordReset(email),
        `A mail is on its way to ${email}`,
      );
    return (
      <Section title="Password" text="You have none: you sign in by mail or with a provider.">
        <div className={styles.row}>
          <Button busy={action.isBusy} onClick={send}>
            Choose one by mail
          </Button>
        </div>
        <ActionWords action={action} />
      </Section>
    );
  }
  const change = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = fieldText(event.currentTarget, 'password');
    const wanted = fieldText(event.currentTarget, 'new_password');
    const old = faultsOf({ email, password: { text: password, isNew: false } }).password;
    const fresh = faultsOf({ email, password: { text: wanted, isNew: true } }).password;
    const found = {
      ...(old && { password: 'Type the password that you have now.' }),
      ...(fresh && { new_password: fresh }),
    };
    if (isWhole(found))
      action.run(
        () => calls.changePassword({ password, new_password: wanted }),
        'Changed. Your other sessions have ended',
        () => setChanges((count) => count + 1),
      );
  };
  return (
    <Section title="Password" text="When you change it, all your other sessions end.">
      <form
        key={changes}
        ref={form}
        className={styles.form}
        noValidate
        aria-label="Change the password"
        onSubmit={change}
      >
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label="Password now" fault={faults.password} />
        <PasswordField label="New password" name="new_password" isNew fault={faults.new_password} />
        <Button type="submit" busy={action.isBusy}>
          Change the password
        </Button>
      </form>
      <ActionWords action={action} />
    </Section>
  );
}
