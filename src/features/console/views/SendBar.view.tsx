import { Button } from '../../../ui';
import type { WaitStore } from '../answer/sending/wait-store';
import type { ConsolePhase } from '../console-state';
import { WaitChoice } from './WaitChoice.view';
import styles from './SendBar.module.css';

export interface SendBarProps {
  readonly phase: ConsolePhase;
  /** Where Send goes, where it is not the sandbox. */
  readonly to?: 'live' | null;
  /** What the browser leaves out of the request. */
  readonly limits: readonly string[];
  /** None: it waits for as long as it takes. */
  readonly wait?: WaitStore | undefined;
  readonly onCancel: () => void;
  readonly onReset: () => void;
}

/** Send, and what else one can do with the form. */
export function SendBar({ phase, to = null, limits, wait, onCancel, onReset }: SendBarProps) {
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
          {`Send${to === null ? '' : ` to ${to}`}${insists ? ' anyway' : ''}`}
        </Button>
        {isSending ? (
          <Button onClick={onCancel}>Cancel</Button>
        ) : (
          <Button variant="quiet" onClick={onReset}>
            Reset
          </Button>
        )}
        {wait && <WaitChoice store={wait} />}
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
