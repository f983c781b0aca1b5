import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  createTeamEventsCalls,
  type PortalProblem,
  type TeamEvent,
  type TeamEventsCalls,
} from '../../../portal-client';
import { Button, ButtonLink, Callout, Skeleton } from '../../../ui';
import { StaffOnly, TeamPage } from '../../team';
import { readersZone } from '../event-time';
import { EventCard } from './EventCard';
import { newDraft } from './event-draft';
import { EventForm } from './EventForm';
import styles from './TeamEvents.module.css';

/** `/team/events`: staff plan, change and cancel events, and see who comes. */
export function TeamEvents() {
  return (
    <TeamPage title="Events" lead="Office hours and platform days: plan them, and see who comes.">
      <StaffOnly>{(_, serviceUrl) => <Wired serviceUrl={serviceUrl} />}</StaffOnly>
    </TeamPage>
  );
}

function Wired({ serviceUrl }: { readonly serviceUrl: string }) {
  const calls = useMemo(() => createTeamEventsCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  return <TeamEventsBoard calls={calls} now={new Date()} />;
}

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | { readonly kind: 'shown'; readonly events: readonly TeamEvent[] };

export function TeamEventsBoard({ calls, now }: { readonly calls: TeamEventsCalls; readonly now: Date }) {
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [cohorts, setCohorts] = useState<readonly { id: string; name: string }[]>([]);
  const [isPlanning, setPlanning] = useState(false);
  const load = useCallback(
    () =>
      Promise.all([calls.list(), calls.cohorts()]).then(([events, known]) => {
        if (known.kind === 'ok') setCohorts(known.value);
        setState(
          events.kind === 'ok' ? { kind: 'shown', events: events.value } : { kind: 'failed', problem: events.problem },
        );
      }),
    [calls],
  );
  useEffect(() => void load(), [load]);
  const put = (event: TeamEvent, isNew = false): void =>
    setState((before) => {
      if (before.kind !== 'shown') return before;
      const { events } = before;
      return {
        ...before,
        events: isNew ? [event, ...events] : events.map((each) => (each.id === event.id ? event : each)),
      };
    });

  if (state.kind === 'loading') {
    return (
      <div role="status" className={styles.waiting}>
        <span className="pt-unseen">Loading the events</span>
        <Skeleton lines={6} height="40px" />
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <Callout kind="warning" title="The events could not be loaded">
        <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
        <Button size="small" onClick={() => void load()}>
          Try again
        </Button>
      </Callout>
    );
  }
  return (
    <>
      {isPlanning ? (
        <EventForm
          draft={newDraft(now, readersZone())}
          verb="Plan the event"
          cohorts={cohorts}
          hint=""
          onSend={(words) => calls.create(words)}
          onDone={(event) => {
            setPlanning(false);
            put(event, true);
          }}
          onClose={() => setPlanning(false)}
        />
      ) : (
        <p className={styles.buttons}>
          <Button variant="primary" onClick={() => setPlanning(true)}>
            Plan an event
          </Button>
          <ButtonLink to="/events">As readers see them</ButtonLink>
        </p>
      )}
      {state.events.length === 0 ? <p className={styles.quiet}>There are no events yet.</p> : null}
      <ul className={styles.cards}>
        {state.events.map((event) => (
          <EventCard key={event.id} event={event} now={now} cohorts={cohorts} calls={calls} onChanged={put} />
        ))}
      </ul>
    </>
  );
}
