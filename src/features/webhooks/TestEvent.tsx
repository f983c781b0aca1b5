import { useId, useState } from 'react';
import type { PortalProblem, WebhookOverview } from '../../portal-client';
import { Button } from '../../ui';
import styles from './Webhooks.module.css';

export interface TestEventProps {
  readonly types: WebhookOverview['apis'][number]['types'];
  readonly isBusy: boolean;
  readonly problem: PortalProblem | null;
  readonly onSend: (type: string) => void;
}

/** Sends an event of a type as if it had happened. */
export function TestEvent({ types, isBusy, problem, onSend }: TestEventProps) {
  const id = useId();
  const [chosen, setChosen] = useState(types[0]?.type ?? '');
  return (
    <div className={styles.part}>
      <h3 className={styles.title}>Send a test event</h3>
      <p className={styles.line}>
        <label htmlFor={id} className="pt-unseen">
          Event type
        </label>
        <select id={id} className={styles.choice} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {types.map(({ type, summary }) => (
            <option key={type} value={type} title={summary}>
              {type}
            </option>
          ))}
        </select>
        <Button size="small" busy={isBusy} onClick={() => onSend(chosen)}>
          Send
        </Button>
      </p>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem.title}. {problem.detail}
        </p>
      )}
    </div>
  );
}
