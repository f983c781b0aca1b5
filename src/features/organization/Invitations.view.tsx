import type { Invitation } from '../../portal-client';
import { Button, Sure } from '../../ui';
import { roleTitle, stateWords } from './role-words';
import styles from './Organization.module.css';

export interface InvitationsProps {
  readonly invitations: readonly Invitation[];
  readonly doing: string | null;
  readonly onResend: (invitation: Invitation) => void;
  readonly onCancel: (invitation: Invitation) => void;
}

/** Who was invited, newest first, and what became of it. */
export function Invitations({ invitations, doing, onResend, onCancel }: InvitationsProps) {
  if (invitations.length === 0) return <p className={styles.quiet}>Nobody is invited yet.</p>;
  return (
    <ul className={styles.people} aria-label="Invitations">
      {invitations.map((invitation) => {
        const { id, email, state, role } = invitation;
        const isOpen = state === 'pending' || state === 'expired';
        return (
          <li key={id} aria-label={email} data-state={state}>
            <span className={styles.person}>
              <span>{email}</span>
              <small>
                <span className={styles.state}>{stateWords(invitation)}</span> · by {invitation.invited_by}
              </small>
            </span>
            <span className={styles.role}>{roleTitle(role)}</span>
            <span className={styles.act}>
              {isOpen ? (
                <>
                  <Button
                    size="small"
                    variant="quiet"
                    busy={doing === `resend ${id}`}
                    onClick={() => onResend(invitation)}
                  >
                    Send again<span className="pt-unseen"> to {email}</span>
                  </Button>
                  <Sure
                    label="Cancel"
                    of={`the invitation of ${email}`}
                    question="Cancel it?"
                    busy={doing === `cancel ${id}`}
                    onSure={() => onCancel(invitation)}
                  />
                </>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
