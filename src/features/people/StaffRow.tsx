import { useState } from 'react';
import type { Outcome, PortalProblem, StaffMember } from '../../portal-client';
import { Button } from '../../ui';
import styles from './People.module.css';

export interface StaffRowProps {
  readonly member: StaffMember;
  readonly isSelf: boolean;
  readonly onRemove: (person: string) => Promise<Outcome<unknown>>;
  readonly onDone: () => Promise<unknown>;
}

/** One of the staff. To take the role asks once more; those of the configuration keep it. */
export function StaffRow({ member, isSelf, onRemove, onDone }: StaffRowProps) {
  const { id, name, email, is_configured: isConfigured } = member;
  const [busy, setBusy] = useState(false);
  const [isSure, setSure] = useState(false);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const remove = async (person: string): Promise<void> => {
    setBusy(true);
    const outcome = await onRemove(person);
    setBusy(false);
    setSure(false);
    setProblem(outcome.kind === 'problem' ? outcome.problem : null);
    if (outcome.kind === 'ok') await onDone();
  };
  return (
    <li aria-label={name ?? email}>
      <span className={styles.person}>
        <span>
          {name ?? email}
          {isSelf ? <span className={styles.you}>you</span> : null}
        </span>
        <small>
          {[
            name === null ? 'Nobody has confirmed this address yet' : email,
            isConfigured ? 'portal.config.ts names them' : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      {isConfigured || id === null ? null : (
        <span className={styles.buttons}>
          <Button
            size="small"
            variant="quiet"
            busy={busy}
            onBlur={() => setSure(false)}
            onClick={() => (isSure ? void remove(id) : setSure(true))}
          >
            {isSure ? 'Take the role for good' : 'Take the role'}
            <span className="pt-unseen"> from {name ?? email}</span>
          </Button>
          <span role="status" className="pt-unseen">
            {isSure ? `Press again: ${name ?? email} is not staff any more.` : ''}
          </span>
        </span>
      )}
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem.detail ?? `${problem.title}.`}
        </p>
      ) : null}
    </li>
  );
}
