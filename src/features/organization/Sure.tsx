import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui';
import styles from './Organization.module.css';

export interface SureProps {
  /** The verb: "Remove". */
  readonly label: string;
  /** Of whom, for those who do not see the row. */
  readonly of: string;
  readonly question: string;
  readonly busy: boolean;
  readonly onSure: () => void;
}

/** A button for what cannot be taken back: it asks once more in its own place. Escape takes the question back. */
export function Sure({ label, of, question, busy, onSure }: SureProps) {
  const [isAsking, setAsking] = useState(false);
  const opener = useRef<HTMLSpanElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking || wasAsking.current) opener.current?.querySelector('button')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setAsking(false);
  };
  if (!isAsking) {
    return (
      <span ref={opener} className={styles.sure}>
        <Button size="small" variant="quiet" busy={busy} onClick={() => setAsking(true)}>
          {label}
          <span className="pt-unseen"> {of}</span>
        </Button>
      </span>
    );
  }
  return (
    <span ref={opener} className={styles.sure} role="group" aria-label={question} onKeyDown={escape}>
      <span className={styles.question}>{question}</span>
      <Button
        size="small"
        busy={busy}
        onClick={() => {
          setAsking(false);
          onSure();
        }}
      >
        {label}
      </Button>
      <Button size="small" variant="quiet" onClick={() => setAsking(false)}>
        Keep
      </Button>
    </span>
  );
}
