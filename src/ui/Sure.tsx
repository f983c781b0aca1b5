import { useEffect, useRef, useState } from 'react';
import { Button } from './Button';
import styles from './Sure.module.css';

export interface SureProps {
  /** The verb: "Remove". */
  readonly label: string;
  /** Of what, for those who do not see the row. */
  readonly of: string;
  readonly question: string;
  readonly busy?: boolean;
  readonly onSure: () => void;
}

/** A button for what is not easily taken back: it asks once more in its own place. Escape takes the question back. */
export function Sure({ label, of, question, busy = false, onSure }: SureProps) {
  const [isAsking, setAsking] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const was = useRef(isAsking);
  useEffect(() => {
    if (was.current !== isAsking) place.current?.querySelector('button')?.focus();
    was.current = isAsking;
  }, [isAsking]);
  if (!isAsking) {
    return (
      <span ref={place}>
        <Button size="small" variant="quiet" busy={busy} onClick={() => setAsking(true)}>
          {label}
          <span className="pt-unseen"> {of}</span>
        </Button>
      </span>
    );
  }
  return (
    <span
      ref={place}
      role="group"
      aria-label={question}
      className={styles.sure}
      onKeyDown={({ key }) => (key === 'Escape' ? setAsking(false) : undefined)}
    >
      <span>{question}</span>
      <Button
        size="small"
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
