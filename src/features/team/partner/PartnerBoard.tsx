import type { JourneyConfig } from '../../../../contract/portal-config';
import type { PartnerCalls } from '../../../portal-client';
import { Button, Skeleton } from '../../../ui';
import { sinceWords } from '../duration-words';
import { Failing } from './Failing';
import { JourneyPanel } from './JourneyPanel';
import { KeysView } from './KeysView.view';
import { MembersView } from './MembersView.view';
import { Notes } from './Notes';
import { TimelineView } from './TimelineView.view';
import { usePartner } from './use-partner';
import styles from './PartnerBoard.module.css';

export interface PartnerBoardProps {
  readonly calls: PartnerCalls;
  readonly organization: string;
  readonly journeys: readonly JourneyConfig[];
  readonly journey: string;
  readonly onJourney: (journey: string) => void;
}

/** All that is known of a partner: where they stand, what went wrong, who they are, and what the team says of them. */
export function PartnerBoard({ calls, organization, journeys, journey, onJourney }: PartnerBoardProps) {
  const { state, again, setNotes } = usePartner(calls, organization);
  if (state.kind === 'loading') {
    return (
      <div role="status" className={styles.waiting}>
        <span className="pt-unseen">Reading the partner</span>
        <Skeleton width="18rem" height="36px" />
        <Skeleton lines={10} height="28px" />
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <div role="alert" className={styles.failed}>
        <h1>{state.problem.status === 404 ? 'No such partner' : 'The partner could not be read'}</h1>
        <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
        <Button onClick={again}>Try again</Button>
      </div>
    );
  }
  const { partner, at } = state;
  return (
    <>
      <header className={styles.head}>
        <h1>{partner.organization.name}</h1>
        <dl className={styles.facts}>
          <Fact name="Signed up" at={partner.signed_up_at} now={at} />
          <Fact name="First call" at={partner.first_call_at} now={at} />
          <Fact name="Last call" at={partner.last_call?.at ?? null} now={at} />
          <Fact name="Launched" at={partner.launched_at} now={at} />
          {partner.cohorts.length > 0 ? (
            <div>
              <dt>{partner.cohorts.length === 1 ? 'Cohort' : 'Cohorts'}</dt>
              <dd>{partner.cohorts.map(({ name }) => name).join(', ')}</dd>
            </div>
          ) : null}
        </dl>
      </header>
      <div className={styles.columns}>
        <div className={styles.main}>
          <JourneyPanel
            {...{ calls, organization, journeys, journey, onJourney }}
            standings={partner.journeys}
            onReviewed={again}
          />
          <Failing calls={calls} failing={partner.failing} now={at} />
          <TimelineView events={partner.timeline} />
        </div>
        <div className={styles.side}>
          <Notes calls={calls} organization={organization} notes={partner.notes} now={at} onNotes={setNotes} />
          <MembersView members={partner.members} />
          <KeysView keys={partner.keys} now={at} />
        </div>
      </div>
    </>
  );
}

function Fact({ name, at, now }: { readonly name: string; readonly at: string | null; readonly now: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {at === null ? (
          'Not yet'
        ) : (
          <time dateTime={at} title={at}>
            {sinceWords(at, now)} ago
          </time>
        )}
      </dd>
    </div>
  );
}
