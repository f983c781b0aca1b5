import { type FormEvent, useState } from 'react';
import type { KeyList, NewKey, PortalProblem } from '../../portal-client';
import { Button } from '../../ui';
import { ProblemWords } from './ProblemWords.view';
import { ScopeChoice } from './ScopeChoice.view';
import styles from './KeyForms.module.css';

export interface CreateKeyProps {
  readonly list: Pick<KeyList, 'scopes' | 'longest_days' | 'launched_at'>;
  readonly onCreate: (wanted: NewKey) => Promise<PortalProblem | null>;
}

const lives = [7, 30, 90, 365];

/** The form for a new key: what it is called, where it has effect, what it may do, when it ends. */
export function CreateKey({ list, onCreate }: CreateKeyProps) {
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [scopes, setScopes] = useState<readonly string[] | null>(null);
  const { longest_days: longest, launched_at: launchedAt } = list;
  const offered = lives.filter((days) => longest === null || days < longest);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    const field = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    setBusy(true);
    const days = field('days');
    const refused = await onCreate({
      label: field('label'),
      environment: field('environment') === 'live' ? 'live' : 'sandbox',
      scopes: scopes === null ? null : [...scopes],
      expires_in_days: days === '' ? null : Number(days),
    });
    setBusy(false);
    setProblem(refused);
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <label className={styles.field}>
        <span>Label</span>
        <input
          className={styles.control}
          name="label"
          required
          maxLength={80}
          pattern=".*\S.*"
          autoComplete="off"
          placeholder="Staging server"
        />
      </label>
      <fieldset className={styles.choices}>
        <legend>Environment</legend>
        <label>
          <input type="radio" name="environment" value="sandbox" defaultChecked />
          <span>Sandbox</span>
        </label>
        <label>
          <input type="radio" name="environment" value="live" disabled={launchedAt === null} />
          <span>Live{launchedAt === null ? ': comes with your launch' : ''}</span>
        </label>
      </fieldset>
      <ScopeChoice offered={list.scopes} chosen={scopes} onChoose={setScopes} />
      <label className={styles.field}>
        <span>Ends</span>
        <select className={styles.control} name="days" defaultValue={longest === null ? '90' : String(longest)}>
          {offered.map((days) => (
            <option key={days} value={days}>
              after {days} days
            </option>
          ))}
          {longest === null ? (
            <option value="">never by itself</option>
          ) : (
            <option value={longest}>after {longest} days</option>
          )}
        </select>
      </label>
      <ProblemWords problem={problem} />
      <div className={styles.ways}>
        <Button type="submit" variant="primary" busy={isBusy} disabled={scopes?.length === 0}>
          Make the key
        </Button>
      </div>
    </form>
  );
}
