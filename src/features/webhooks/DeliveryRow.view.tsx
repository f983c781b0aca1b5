import { type ReactNode, useId } from 'react';
import type { WebhookDelivery } from '../../portal-client';
import { causeWords, relativeTime, stateWords, targetWords } from './delivery-words';
import styles from './Webhooks.module.css';

export interface DeliveryRowProps {
  readonly delivery: WebhookDelivery;
  readonly isOpen: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onToggle: () => void;
  /** What is shown below while it is open. */
  readonly children: ReactNode;
}

/** One delivery on a line that opens. Its state is a sign and words, not a colour alone. */
export function DeliveryRow({ delivery, isOpen, now, onToggle, children }: DeliveryRowProps) {
  const id = useId();
  const cause = causeWords[delivery.cause];
  return (
    <li className={styles.delivery} data-state={delivery.state}>
      <button
        type="button"
        className={styles.row}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={onToggle}
      >
        <span className={styles.type}>
          {delivery.type}
          {cause !== null && <span className={styles.cause}>{cause}</span>}
        </span>
        <span className={styles.state}>{stateWords(delivery, now)}</span>
        <span className={styles.target}>{targetWords(delivery)}</span>
        <time className={styles.time} dateTime={delivery.created_at}>
          {relativeTime(Math.min(Date.parse(delivery.created_at), now), now)}
        </time>
      </button>
      {isOpen && (
        <div id={id} className={styles.detail}>
          {children}
        </div>
      )}
    </li>
  );
}
