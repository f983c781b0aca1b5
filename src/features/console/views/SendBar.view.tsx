import { Button } from '../../../ui';
import type { ConsolePhase } from '../console-state';
import styles from './SendBar.module.css';

export interface SendBarProps {
  readonly phase: ConsolePhase;
  /** What the browser leaves out of the request. */
  readonly limits: readonly string[];
  readonly onCancel: () => void;
  readonly onReset: () => void;
}

/** Send, and what else one can do with the form. */
export function SendBar({ phase, limits, onCancel, onReset }: SendBarProps) {
  const isSending = phase.kind === 'sending';
  const insists = phase.kind === 'editing' && phase.held === 'can-insist';
  return (
    <div className={styles.bar}>
      {limits.map((limit) => (
        <p key={limit} className={styles.limit}>
          {limit}
        </p>
      ))}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" busy={isSending} aria-keyshortcuts="Control+Enter Meta+Enter">
          {insists ? 'Send anyway' : 'Send'}
        </Button>
        {isSending ? (
          <Button onClick={onCancel}>Cancel</Button>
        ) : (
          <Button variant="quiet" onClick={onReset}>
            Reset
          </Button>
        )}
        <span className={styles.shortcut} aria-hidden="true">
          <kbd>{shortcut()}</kbd>
        </span>
      </div>
    </div>
  );
}

function shortcut(): string {
  return /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '') ? '⌘ ↵' : 'Ctrl ↵';
}
