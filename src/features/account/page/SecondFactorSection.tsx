import { type FormEvent, useState } from 'react';
import type { Account, OwnAccountCalls, SecondFactorSetup } from '../../../portal-client';
import { Button, Section } from '../../../ui';
import { PasswordField } from '../entry/PasswordField';
import { useFaults } from '../entry/use-faults';
import { ActionWords } from './ActionWords.view';
import styles from './Sections.module.css';
import { SecondFactorSteps } from './SecondFactorSteps';
import { useAction } from './use-action';

export interface SecondFactorSectionProps {
  readonly calls: Pick<OwnAccountCalls, 'beginSecondFactor' | 'confirmSecondFactor' | 'removeSecondFactor'>;
  readonly account: Account;
  readonly onChanged: () => void;
}

/** A code of an app, beside the password or the link. */
export function SecondFactorSection({ calls, account, onChanged }: SecondFactorSectionProps) {
  const action = useAction();
  const [isAsking, setAsking] = useState(false);
  const [setup, setSetup] = useState<SecondFactorSetup | null>(null);
  const { form, faults, isWhole } = useFaults(action.problem);
  const isOn = account.person.has_second_factor;
  const left = account.backup_codes_left;

  const prove = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    if (!isWhole(password === '' ? { password: 'Type your password.' } : {})) return;
    const proof = typeof password === 'string' ? { password } : {};
    const close = () => setAsking(false);
    if (!isOn)
      return action.run(
        () => calls.beginSecondFactor(proof),
        '',
        (made) => (close(), setSetup(made)),
      );
    action.run(
      () => calls.removeSecondFactor(proof),
      'Switched off',
      () => (close(), onChanged()),
    );
  };
  const confirm = (code: string) =>
    action.run(
      () => calls.confirmSecondFactor(code),
      'Switched on. Your other sessions have ended',
      () => {
        setSetup(null);
        onChanged();
      },
    );

  return (
    <Section
      title="Second factor"
      text="A code that an app on your phone shows. Whoever gets your password still lacks it."
    >
      {setup === null ? (
        <p className={styles.text}>
          {isOn
            ? `It is on. ${left === 1 ? 'One backup code is' : `${left ?? 0} backup codes are`} left.`
            : 'It is off.'}
        </p>
      ) : null}
      {setup !== null ? (
        <SecondFactorSteps setup={setup} isBusy={action.isBusy} problem={action.problem} onCode={confirm} />
      ) : isAsking ? (
        <form ref={form} className={styles.form} noValidate aria-label="Second factor" onSubmit={prove}>
          {account.has_password ? <PasswordField fault={faults.password} /> : null}
          <div className={styles.row}>
            <Button type="submit" variant="primary" busy={action.isBusy}>
              {isOn ? 'Switch it off' : 'Go on'}
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.row}>
          <Button onClick={() => setAsking(true)}>{isOn ? 'Switch it off…' : 'Set it up…'}</Button>
        </div>
      )}
      <ActionWords action={action} />
    </Section>
  );
}
