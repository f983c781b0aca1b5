import type { FormEvent } from 'react';
import type { Account, OwnAccountCalls } from '../../../portal-client';
import { Button, dayOf, Section } from '../../../ui';
import { fieldText } from '../entry/field-text';
import { TextField } from '../entry/TextField.view';
import { useFaults } from '../entry/use-faults';
import { ActionWords } from './ActionWords.view';
import styles from './Sections.module.css';
import { useAction } from './use-action';

export interface NameSectionProps {
  readonly calls: Pick<OwnAccountCalls, 'changeName'>;
  readonly account: Account;
  readonly onChanged: (account: Account) => void;
}

/** What one is called. The address cannot be changed: it is what the account goes by. */
export function NameSection({ calls, account, onChanged }: NameSectionProps) {
  const action = useAction();
  const { form, faults, isWhole } = useFaults(action.problem);
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = fieldText(event.currentTarget, 'name').trim();
    if (isWhole(name === '' ? { name: 'Say what you are called.' } : {}))
      action.run(() => calls.changeName(name), 'Saved', onChanged);
  };
  return (
    <Section title="You" text={`Your account goes by ${account.person.email}, since ${dayOf(account.created_at)}.`}>
      <form ref={form} className={styles.form} noValidate onSubmit={save}>
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          maxLength={80}
          defaultValue={account.person.name}
          fault={faults.name}
        />
        <Button type="submit" busy={action.isBusy}>
          Save the name
        </Button>
        <ActionWords action={action} />
      </form>
    </Section>
  );
}
