import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui';
import styles from './Keys.module.css';

export interface RevokeButtonProps {
  readonly label: string;
  readonly onRevoke: () => Promise<unknown>;
}

/** Revokes by a second press. Escape, and going elsewhere, take the first one back. */
export function RevokeButton({ label, onRevoke }: RevokeButtonProps) {
  const [phase, setPhase] = useState<'idle' | 'sure' | 'busy'>('idle');
  const place = useRef<HTMLSpanElement>(null);
  const isSure = phase === 'sure';
  useEffect(() => {
    if (!isSure) return;
    const leave = (event: Event): void => {
      if (event.target instanceof Node && place.current?.contains(event.target)) return;
      setPhase('idle');
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setPhase('idle');
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [isSure]);

  const press = async (): Promise<void> => {
    if (!isSure) return setPhase('sure');
    setPhase('busy');
    await onRevoke();
    setPhase('idle');
  };
  return (
    <span ref={place}>
      <Button
        size="small"
        variant={isSure ? 'secondary' : 'quiet'}
        busy={phase === 'busy'}
        className={isSure ? styles.sure : undefined}
        onClick={() => void press()}
      >
        {isSure ? 'Revoke for good' : 'Revoke'}
        <span className="pt-unseen"> {label}</span>
      </Button>
      <span role="status" className="pt-unseen">
        {isSure ? `Press again to revoke ${label}: what uses it is refused at once.` : ''}
      </span>
    </span>
  );
}
