import type { ReactNode } from 'react';
import KeyRound from 'lucide-react/icons/key-round';
import { heldKey, isGuestKey, type GuestKeyState } from '../../../portal-client';
import { Button } from '../../../ui';
import { formatRemaining } from '../answer/format-figures';
import styles from './CredentialsLine.module.css';

export interface CredentialsLineProps {
  readonly isNeeded: boolean;
  readonly keyState: GuestKeyState;
  readonly now: number;
  /** The choice of the environment; null where there is only the sandbox. */
  readonly environment: ReactNode;
  /** What is sent instead of the key, in words. */
  readonly own: string | null;
  /** What changes it. */
  readonly children?: ReactNode;
  readonly onRetry: () => void;
}

/** Which environment the request goes to, with which key, and for how long that lasts. */
export function CredentialsLine({
  isNeeded,
  keyState,
  now,
  environment,
  own,
  children,
  onRetry,
}: CredentialsLineProps) {
  return (
    <div className={styles.line}>
      {environment ?? <span className={styles.environment}>Sandbox</span>}
      <KeyRound size={14} aria-hidden="true" className={styles.icon} />
      <span className={styles.words}>
        {!isNeeded ? 'No key needed' : (own ?? <KeyWords keyState={keyState} now={now} />)}
      </span>
      {isNeeded && own === null && keyState.kind === 'failed' && (
        <Button size="small" variant="quiet" onClick={onRetry}>
          Try again
        </Button>
      )}
      {children}
    </div>
  );
}

function KeyWords({ keyState, now }: Pick<CredentialsLineProps, 'keyState' | 'now'>) {
  const held = heldKey(keyState);
  if (held) {
    const hasEnd = held.endsAt > now;
    return (
      <>
        {isGuestKey(held) ? 'Your guest key' : 'Your organization’s key'} <code>{held.key.slice(0, 12)}…</code>
        {hasEnd && `, ends in ${formatRemaining(held.endsAt - now)}`}
      </>
    );
  }
  if (keyState.kind === 'asking') return 'Getting a key…';
  return keyState.kind === 'failed' ? `No key: ${keyState.problem.title}` : 'You get a key when you send';
}
