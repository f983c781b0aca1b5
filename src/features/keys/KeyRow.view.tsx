import type { KeyEntry } from '../../portal-client';
import { Button } from '../../ui';
import { endWords, isOpen, scopeWords, usedWords } from './key-words';
import styles from './Keys.module.css';
import { RevokeButton } from './RevokeButton';

export interface KeyRowProps {
  readonly entry: KeyEntry;
  readonly now: number;
  readonly canChange: boolean;
  readonly onRoll: (entry: KeyEntry) => void;
  readonly onRevoke: (entry: KeyEntry) => Promise<unknown>;
}

export function KeyRow({ entry, now, canChange, onRoll, onRevoke }: KeyRowProps) {
  const { label, hint, environment, scopes, state, created_at: createdAt, created_by: maker } = entry;
  const open = isOpen(entry, now);
  const who = maker === null ? 'by hand' : (maker.name ?? 'somebody who left');
  return (
    <tr data-open={open || undefined}>
      <th scope="row">
        <span className={styles.label}>{label}</span>
        <code>{hint}…</code>
      </th>
      <td data-name="Environment">
        <span className={styles.environment} data-environment={environment}>
          {environment}
        </span>
      </td>
      <td data-name="May do" title={scopes === null ? undefined : scopes.join('\n')}>
        {scopeWords(entry)}
      </td>
      <td data-name="Last used">{usedWords(entry, now)}</td>
      <td data-name="Ends">
        {open && state === 'ending' ? (
          <strong className={styles.ending}>{endWords(entry, now)}</strong>
        ) : (
          endWords(entry, now)
        )}
        {state === 'ending' && open ? <span className={styles.small}>rolled</span> : null}
      </td>
      <td data-name="Made">
        {who}
        <time className={styles.small} dateTime={createdAt}>
          {createdAt.slice(0, 10)}
        </time>
      </td>
      <td className={styles.actions}>
        {canChange && open ? (
          <>
            {state === 'active' ? (
              <Button size="small" variant="quiet" onClick={() => onRoll(entry)}>
                Roll<span className="pt-unseen"> {label}</span>
              </Button>
            ) : null}
            <RevokeButton label={label} onRevoke={() => onRevoke(entry)} />
          </>
        ) : null}
      </td>
    </tr>
  );
}
