import { useCallback } from 'react';
import type { CohortCalls } from '../../../portal-client';
import { Shown } from '../Shown.view';
import { useRead } from '../use-read';
import { AnnounceForm } from './AnnounceForm';
import { History } from './History.view';
import styles from '../Cohorts.module.css';

export interface AnnounceProps {
  readonly calls: Pick<CohortCalls, 'announcements' | 'announce'>;
  readonly id: string;
  /** Whether something may be announced. */
  readonly isOpen: boolean;
}

/** What is and was announced. */
export function Announce({ calls, id, isOpen }: AnnounceProps) {
  const { state, again } = useRead(useCallback(() => calls.announcements(id), [calls, id]));
  return (
    <Shown state={state} what="the announcements" again={again}>
      {({ reach, data }) => (
        <>
          {!isOpen ? null : reach === 0 ? (
            <p className={styles.empty}>Nobody would get one yet: no partner’s people are in this cohort.</p>
          ) : (
            <AnnounceForm reach={reach} onSend={(wanted) => calls.announce(id, wanted)} onSent={again} />
          )}
          <History announcements={data} />
        </>
      )}
    </Shown>
  );
}
