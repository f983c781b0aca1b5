import { useCallback, useState } from 'react';
import Link from '@docusaurus/Link';
import type { CohortCalls } from '../../../portal-client';
import { Section } from '../../../ui';
import { Announce } from '../announce/Announce';
import { InviteFile } from '../invite/InviteFile';
import { Invitations } from '../invite/Invitations';
import { Shown } from '../Shown.view';
import { useRead } from '../use-read';
import { CohortHead } from './CohortHead';
import { Partners } from './Partners';
import styles from '../Cohorts.module.css';

export interface CohortBoardProps {
  readonly calls: CohortCalls;
  readonly serviceUrl: string;
  readonly id: string;
}

/** One cohort: who is in it and where they stand, who is invited, what they were told. */
export function CohortBoard({ calls, serviceUrl, id }: CohortBoardProps) {
  const { state, again } = useRead(useCallback(() => calls.read(id), [calls, id]));
  // Counts what changes the lists, so that each part reads its own again.
  const [changes, setChanges] = useState(0);
  const changed = (): void => setChanges((count) => count + 1);
  return (
    <>
      <p className={styles.back}>
        <Link to="/team/cohorts">All cohorts</Link>
      </p>
      <Shown state={state} what="the cohort" again={again}>
        {(cohort) => {
          const isOpen = cohort.archived_at === null;
          return (
            <>
              <CohortHead calls={calls} cohort={cohort} onChanged={again} />
              <Section title="Partners" text="Where each stands on the journey, as the board shows it.">
                <Partners
                  key={`${changes} ${cohort.journey}`}
                  {...{ calls, serviceUrl, cohort, isOpen }}
                  onChanged={changed}
                />
              </Section>
              {isOpen ? (
                <Section
                  title="Invite from a file"
                  text="A CSV file with an address and an organization in each line. You see what would happen before anything is sent."
                >
                  <InviteFile calls={calls} id={id} onInvited={changed} />
                </Section>
              ) : null}
              <Section
                title="Invitations"
                text="Each is a mail with a link that stands for 14 days, for its address only."
              >
                <Invitations key={changes} {...{ calls, id, isOpen }} />
              </Section>
              <Section
                title="Announcements"
                text="A mail to everybody of these partners, each once. It also stands on their launch page."
              >
                <Announce key={changes} {...{ calls, id, isOpen }} />
              </Section>
            </>
          );
        }}
      </Shown>
    </>
  );
}
