import { type FormEvent, useState } from 'react';
import type { Account, OwnAccountCalls } from '../../../portal-client';
import { Button, Section } from '../../../ui';
import { PasswordField } from '../entry/PasswordField';
import { useFaults } from '../entry/use-faults';
import { ActionWords } from './ActionWords.view';
import styles from './Sections.module.css';
import { saveText } from './save-text';
import { useAction } from './use-action';

export interface DataSectionProps {
  readonly calls: Pick<OwnAccountCalls, 'exportText' | 'delete'>;
  readonly account: Account;
  readonly onDeleted: () => void;
}

/** What the portal keeps about one: to take along, and to have deleted. */
export function DataSection({ calls, account, onDeleted }: DataSectionProps) {
  const taking = useAction();
  const deleting = useAction();
  const [isAsking, setAsking] = useState(false);
  const { form, faults, isWhole } = useFaults(deleting.problem);
  const take = () =>
    taking.run(
      () => calls.exportText(),
      'Saved as account.json',
      (text) => saveText('account.json', text),
    );
  const remove = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    if (!isWhole(password === '' ? { password: 'Type your password.' } : {})) return;
    deleting.run(() => calls.delete(typeof password === 'string' ? { password } : {}), '', onDeleted);
  };
  return (
    <Section title="Your data" text="What the portal keeps about you is yours: take it along, or have it deleted.">
      <div className={styles.row}>
        <Button busy={taking.isBusy} onClick={take}>
          Export
        </Button>
        {isAsking ? null : (
          <Button variant="quiet" onClick={() => setAsking(true)}>
            Delete the account…
          </Button>
        )}
      </div>
      <ActionWords action={taking} />
      {isAsking ? (
        <form
          ref={form}
          className={styles.form}
          noValidate
          aria-label="Delete the account"
          onSubmit={remove}
          onKeyDown={({ key }) => key === 'Escape' && setAsking(false)}
        >
          <p className={styles.text}>
            The account and its sessions are gone at once, and so are organizations where you are alone: their keys open
            nothing any more. This cannot be undone.
          </p>
          {account.has_password ? <PasswordField fault={faults.password} /> : null}
          <ActionWords action={deleting} />
          <div className={styles.row}>
            <Button type="submit" variant="primary" busy={deleting.isBusy}>
              Delete it for good
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              Keep it
            </Button>
          </div>
        </form>
      ) : null}
    </Section>
  );
}
