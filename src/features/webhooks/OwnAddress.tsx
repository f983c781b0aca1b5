import { type FormEvent, useId, useState } from 'react';
import type { PortalProblem, WebhookAddress } from '../../portal-client';
import { Button, CopyButton } from '../../ui';
import styles from './Webhooks.module.css';

export interface OwnAddressProps {
  readonly address: WebhookAddress | null;
  readonly isBusy: boolean;
  readonly problem: PortalProblem | null;
  readonly onSet: (url: string) => void;
  readonly onRemove: () => void;
}

/** The one address that the portal itself keeps: every event goes there, too. */
export function OwnAddress({ address, isBusy, problem, onSet, onRemove }: OwnAddressProps) {
  const id = useId();
  const [url, setUrl] = useState(address?.url ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (url.trim() !== '') onSet(url.trim());
  };
  return (
    <form className={styles.own} onSubmit={submit}>
      <label htmlFor={id}>Your address</label>
      <span className={styles.quiet}>gets every event of your sandboxes, beside the endpoints above</span>
      <span className={styles.line}>
        <input
          id={id}
          className={styles.field}
          type="url"
          inputMode="url"
          placeholder="https://hooks.example.com/receiver"
          value={url}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => setUrl(event.target.value)}
        />
        <Button type="submit" size="small" busy={isBusy} disabled={url.trim() === '' || url.trim() === address?.url}>
          Set
        </Button>
        {address !== null && (
          <Button size="small" variant="quiet" busy={isBusy} onClick={onRemove}>
            Remove
          </Button>
        )}
      </span>
      {problem !== null && (
        <span id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem.detail ?? `${problem.title}.`}
        </span>
      )}
      {address !== null && (
        <span className={styles.secret}>
          signed with <code>{`${address.secret.slice(0, 10)}…`}</code>
          <CopyButton text={address.secret} label="Copy your address’s secret" />
        </span>
      )}
    </form>
  );
}
