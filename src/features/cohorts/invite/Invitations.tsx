import { useCallback } from 'react';
import type { CohortCalls } from '../../../portal-client';
import { CopyButton, Sure, Button, Table } from '../../../ui';
import { dayWords, stateWords } from '../cohort-words';
import { DeedWords } from '../DeedWords.view';
import { Shown } from '../Shown.view';
import { useDeed } from '../use-deed';
import { useRead } from '../use-read';
import styles from '../Cohorts.module.css';

export interface InvitationsProps {
  readonly calls: Pick<CohortCalls, 'invitations' | 'resend' | 'withdraw'>;
  readonly id: string;
  /** Whether it may be changed. */
  readonly isOpen: boolean;
}

/** What became of each invitation, and what can be done where a mail did not arrive. */
export function Invitations({ calls, id, isOpen }: InvitationsProps) {
  const { state, again } = useRead(useCallback(() => calls.invitations(id), [calls, id]));
  const deed = useDeed();
  const act = async (...what: Parameters<typeof deed.run>): Promise<void> => {
    await deed.run(...what);
    await again();
  };
  return (
    <Shown state={state} what="the invitations" again={again}>
      {(invitations) =>
        invitations.length === 0 ? (
          <p className={styles.empty}>Nobody is invited yet.</p>
        ) : (
          <>
            <DeedWords deed={deed} />
            <Table
              caption="Invitations"
              columns={[
                { name: 'Organization' },
                { name: 'State' },
                { name: 'Until' },
                { name: 'Actions', isUnseen: true },
              ]}
            >
              {invitations.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.organization}
                    <small className={styles.small}>
                      {one.name === null ? one.email : `${one.name}, ${one.email}`}
                    </small>
                  </th>
                  <td data-name="State" data-state={one.state} className={styles.state}>
                    {stateWords(one)}
                    {one.mail_error === null ? null : <small className={styles.small}>{one.mail_error}</small>}
                  </td>
                  <td data-name="Until">{one.link === null ? '–' : dayWords(one.expires_at)}</td>
                  <td className={styles.acts}>
                    <div className={styles.act}>
                      {one.link === null ? null : (
                        <CopyButton text={one.link} label={`Copy the link of ${one.email}`} />
                      )}
                      {one.state === 'accepted' || !isOpen ? null : (
                        <Button
                          size="small"
                          variant="quiet"
                          busy={deed.doing === `resend ${one.id}`}
                          onClick={() =>
                            void act(
                              `resend ${one.id}`,
                              () => calls.resend(id, one.id),
                              `The mail to ${one.email} is on its way.`,
                            )
                          }
                        >
                          Send again<span className="pt-unseen"> to {one.email}</span>
                        </Button>
                      )}
                      {one.state === 'accepted' || one.state === 'withdrawn' ? null : (
                        <Sure
                          label="Withdraw"
                          of={`the invitation of ${one.email}`}
                          question="Withdraw it? Its link opens nothing then."
                          busy={deed.doing === `withdraw ${one.id}`}
                          onSure={() =>
                            void act(
                              `withdraw ${one.id}`,
                              () => calls.withdraw(id, one.id),
                              `The invitation of ${one.email} is withdrawn.`,
                            )
                          }
                        />
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </Table>
          </>
        )
      }
    </Shown>
  );
}
