import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui';
import styles from './TeamEvents.module.css';

export interface CancelProps {
  readonly label: string;
  /** Of what, for those who do not see the row. */
  readonly of: string;
  readonly question: string;
  readonly onSure: () => Promise<unknown>;
}

/** What cannot be taken back asks once more in its own place; Escape takes the question back. */
export function Cancel({ label, of, question, onSure }: CancelProps) {
  const [phase, setPhase] = useState<'idle' | 'asking' | 'busy'>('idle');
  const place = useRef<HTMLSpanElement>(null);
  const was = useRef(phase);
  useEffect(() => {
    if (was.current !== phase) place.current?.querySelector('button')?.focus();
    was.current = phase;
  }, [phase]);
  const go = async (): Promise<void> => {
    setPhase('busy');
    await onSure();
    setPhase('idle');
  };
  if (phase === 'idle') {
    return (
      <span ref={place}>
        <Button size="small" variant="quiet" onClick={() => setPhase('asking')}>
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
      onKeyDown={({ key }) => (key === 'Escape' ? setPhase('idle') : undefined)}
    >
      <span>{question}</span>
      <Button size="small" busy={phase === 'busy'} onClick={() => void go()}>
        {label}
      </Button>
      <Button size="small" variant="quiet" onClick={() => setPhase('idle')}>
        Keep it
      </Button>
    </span>
  );
}
