import { useCallback, useEffect, useState } from 'react';
import type { AccountSession, Outcome, OwnAccountCalls, PortalProblem } from '../../../portal-client';
import { Button, momentOf, Section, Skeleton } from '../../../ui';
import { ProblemWords } from '../entry/ProblemWords.view';
import { ActionWords } from './ActionWords.view';
import styles from './Sections.module.css';
import { useAction } from './use-action';

export interface SessionsSectionProps {
  readonly calls: Pick<OwnAccountCalls, 'listSessions' | 'endSession' | 'endOtherSessions'>;
}

/** Where one is signed in, and how to end that from here. */
export function SessionsSection({ calls }: SessionsSectionProps) {
  const [sessions, setSessions] = useState<readonly AccountSession[] | null>(null);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const [ending, setEnding] = useState<string | null>(null);
  const action = useAction();
  const take = useCallback((outcome: Outcome<readonly AccountSession[]>) => {
    if (outcome.kind === 'ok') setSessions(outcome.value);
    setProblem(outcome.kind === 'ok' ? null : outcome.problem);
  }, []);
  const read = () => void calls.listSessions().then(take);
  useEffect(() => void calls.listSessions().then(take), [calls, take]);
  const others = sessions?.filter(({ is_this }) => !is_this) ?? [];
  const end = (id: string): void => {
    setEnding(id);
    action.run(() => calls.endSession(id), 'Ended', read);
  };
  const endOthers = (): void => {
    setEnding('others');
    action.run(
      () => calls.endOtherSessions(),
      ({ ended }) => (ended === 1 ? 'One session ended' : `${ended} sessions ended`),
      read,
    );
  };
  return (
    <Section
      title="Sessions"
      text="Where you are signed in. A session that you do not know: end it, and change the password."
    >
      {sessions === null && problem === null ? <Skeleton height="56px" /> : null}
      <ProblemWords problem={problem} />
      {sessions === null ? null : (
        <ul className={styles.sessions}>
          {sessions.map(({ id, is_this, browser, created_at, last_used_at }) => (
            <li key={id}>
              <span className={styles.session}>
                {browser}
                <small>
                  Since {momentOf(created_at)}, last used {momentOf(last_used_at)}
                </small>
              </span>
              {is_this ? (
                <span className={styles.here}>This browser</span>
              ) : (
                <Button size="small" busy={action.isBusy && ending === id} onClick={() => end(id)}>
                  End<span className="pt-unseen"> the session of {browser}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 1 ? (
        <div className={styles.row}>
          <Button size="small" busy={action.isBusy && ending === 'others'} onClick={endOthers}>
            End all others
          </Button>
        </div>
      ) : null}
      <ActionWords action={action} />
    </Section>
  );
}
