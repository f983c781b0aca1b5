import { type FormEvent, useState } from 'react';
import type { PortalProblem, SecondFactorAnswer } from '../../../portal-client';
import { Button } from '../../../ui';
import styles from './Entry.module.css';
import { EntryPage } from './EntryPage.view';
import { faultsOfProblem } from './field-faults';
import { ProblemWords } from './ProblemWords.view';
import { fieldText } from './field-text';
import { TextField } from './TextField.view';

export interface SecondFactorFormProps {
  readonly isSending: boolean;
  readonly problem: PortalProblem | null;
  readonly onGive: (answer: SecondFactorAnswer) => void;
  readonly onRestart: () => void;
}

/** The second of two steps: the code that an app shows, or one of the backup codes. */
export function SecondFactorForm({ isSending, problem, onGive, onRestart }: SecondFactorFormProps) {
  const [isBackup, setBackup] = useState(false);
  const [fault, setFault] = useState<string>();
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = fieldText(event.currentTarget, 'code').trim();
    const code = given.replaceAll(/[\s-]/g, '');
    const isWhole = isBackup ? given !== '' : /^\d{6}$/.test(code);
    setFault(isWhole ? undefined : isBackup ? 'Type one of your backup codes.' : 'The code has six digits.');
    if (isWhole && !isSending) onGive(isBackup ? { backup_code: given } : { code });
  };
  return (
    <EntryPage
      title="Enter the code"
      lead={
        isBackup
          ? 'One of the backup codes that you kept when you set the second factor up. Each works once.'
          : 'The six digits that your app shows now.'
      }
      takesFocus
    >
      <form className={styles.form} noValidate onSubmit={send}>
        <TextField
          key={String(isBackup)}
          label={isBackup ? 'Backup code' : 'Code'}
          name="code"
          autoComplete={isBackup ? 'off' : 'one-time-code'}
          inputMode={isBackup ? 'text' : 'numeric'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          fault={fault ?? (isBackup ? undefined : faultsOfProblem(problem).code)}
        />
        <ProblemWords problem={problem} />
        <Button type="submit" size="large" variant="primary" busy={isSending}>
          Sign in
        </Button>
        <p className={styles.note}>
          <button type="button" className={styles.inline} onClick={() => setBackup(!isBackup)}>
            {isBackup ? 'Use the app’s code' : 'Use a backup code'}
          </button>
          {' · '}
          <button type="button" className={styles.inline} onClick={onRestart}>
            Begin again
          </button>
        </p>
      </form>
    </EntryPage>
  );
}
