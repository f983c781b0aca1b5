import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui';
import styles from './State.module.css';

export interface ConfirmedProps {
  /** The button's label. */
  readonly label: ReactNode;
  /** What is lost, and what is not. */
  readonly question: string;
  /** What the button that does it says. */
  readonly verb: string;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly quiet?: boolean;
  readonly onConfirm: () => void;
}

/** A button that asks first. The question takes its place and the focus; Escape takes it back. */
export function Confirmed({ label, question, verb, busy, disabled, quiet = false, onConfirm }: ConfirmedProps) {
  const [isAsking, setAsking] = useState(false);
  const wasAsking = useRef(false);
  const opener = useRef<HTMLSpanElement>(null);
  const verbPlace = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const place = isAsking ? verbPlace.current : wasAsking.current ? opener.current : null;
    wasAsking.current = isAsking;
    place?.querySelector('button')?.focus();
  }, [isAsking]);

  if (!isAsking) {
    return (
      <span ref={opener}>
        <Button
          size="small"
          variant={quiet ? 'quiet' : 'secondary'}
          busy={busy}
          disabled={disabled}
          onClick={() => setAsking(true)}
        >
          {label}
        </Button>
      </span>
    );
  }
  return (
    <span
      role="group"
      aria-label={question}
      className={styles.question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <span className={styles.questionWords}>{question}</span>
      <span ref={verbPlace}>
        <Button
          size="small"
          variant="primary"
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {verb}
        </Button>
      </span>
      <Button size="small" variant="quiet" onClick={() => setAsking(false)}>
        Cancel
      </Button>
    </span>
  );
}
