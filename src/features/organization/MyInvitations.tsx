import { useCallback, useEffect, useState } from 'react';
import type { MyInvitation, OrganizationCalls } from '../../portal-client';
import { Button } from '../../ui';
import { DeedWords } from './DeedWords.view';
import { dayOf, roleWords } from './role-words';
import { useDeed } from './use-deed';
import styles from './Organization.module.css';

export interface MyInvitationsProps {
  readonly calls: Pick<OrganizationCalls, 'mine' | 'accept' | 'decline'>;
  readonly onJoined: () => Promise<unknown>;
  /** Told whether somebody does. */
  readonly onOpen?: (isOpen: boolean) => void;
}

/** Who invites the person; nothing where nobody does. */
export function MyInvitations({ calls, onJoined, onOpen }: MyInvitationsProps) {
  const [open, setOpen] = useState<readonly MyInvitation[]>([]);
  const deed = useDeed();
  const load = useCallback(
    () =>
      calls.mine().then((outcome) => {
        // What cannot be asked is not there: the page says by itself where the service is not reached.
        if (outcome.kind === 'problem') return;
        setOpen(outcome.value);
        onOpen?.(outcome.value.length > 0);
      }),
    [calls, onOpen],
  );
  useEffect(() => void load(), [load]);
  const accept = async ({ id }: MyInvitation): Promise<void> => {
    if (await deed.run(id, () => calls.accept(id), '')) await onJoined();
    else await load();
  };
  const decline = async ({ id, organization }: MyInvitation): Promise<void> => {
    await deed.run(id, () => calls.decline(id), `You declined to join ${organization}.`);
    await load();
  };
  return (
    <div className={styles.mine}>
      {open.map((invitation) => (
        <section key={invitation.id} className={styles.invited} aria-label={`Invitation of ${invitation.organization}`}>
          <p>
            <strong>{invitation.invited_by}</strong> invites you to join <strong>{invitation.organization}</strong> as{' '}
            {roleWords(invitation.role)}. It stands until {dayOf(invitation.expires_at)}.
          </p>
          <span className={styles.line}>
            <Button variant="primary" busy={deed.doing === invitation.id} onClick={() => void accept(invitation)}>
              Accept
            </Button>
            <Button variant="quiet" onClick={() => void decline(invitation)}>
              Decline
            </Button>
          </span>
        </section>
      ))}
      <DeedWords deed={deed} which={() => true} />
    </div>
  );
}
