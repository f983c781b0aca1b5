import { useEffect, useMemo, useState } from 'react';
import Link from '@docusaurus/Link';
import { createEventsCalls, type EventsCalls } from '../../portal-client';
import { useSession } from '../../portal-client/session';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Button, Callout, Page, PageHead, Skeleton } from '../../ui';
import { EventList } from './EventList';
import { readersZone } from './event-time';
import { serviceHref } from './service-href';
import { SubscribeLinks } from './SubscribeLinks';
import { useEvents } from './use-events';
import styles from './Events.module.css';

/** `/events`: office hours and platform days, and signing up for them. */
export function EventsPage() {
  const { serviceUrl } = usePortalFields();
  const state = useSession(serviceUrl);
  const person = state.kind === 'person' ? state.session.person.id : '';
  const [isPast, setPast] = useState(false);
  return (
    <Page>
      <PageHead
        title="Events"
        lead="Office hours and platform days: ask, show what you build, and hear what comes next."
      >
        <SubscribeLinks serviceUrl={serviceUrl} />
      </PageHead>
      <noscript>
        <p className={styles.script}>
          The list needs JavaScript on this page.{' '}
          <Link to={serviceHref(serviceUrl, '/account/events')} target="_self">
            The same list without it
          </Link>
          , where you sign up, too.
        </p>
      </noscript>
      {state.kind === 'unknown' ? (
        <Loading />
      ) : (
        <>
          <h2 className="pt-unseen">What comes</h2>
          <Dates when="upcoming" serviceUrl={serviceUrl} person={person} />
          {isPast ? (
            <section aria-label="Past events" className={styles.past}>
              <h2>Past</h2>
              <Dates when="past" serviceUrl={serviceUrl} person={person} />
            </section>
          ) : (
            <p className={styles.past}>
              <Button size="small" onClick={() => setPast(true)}>
                Show past events
              </Button>
            </p>
          )}
        </>
      )}
    </Page>
  );
}

interface DatesProps {
  readonly when: 'upcoming' | 'past';
  readonly serviceUrl: string;
  /** '': nobody is signed in. */
  readonly person: string;
}

function Dates({ when, serviceUrl, person }: DatesProps) {
  const calls = useMemo(() => createEventsCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  return <EventDates calls={calls} when={when} serviceUrl={serviceUrl} person={person} />;
}

export function EventDates({ calls, when, serviceUrl, person }: DatesProps & { readonly calls: EventsCalls }) {
  const { state, load, put } = useEvents(calls, when, person);
  useNamedDate(state.kind === 'shown');
  if (state.kind === 'loading') return <Loading />;
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
  if (state.dates.length === 0) {
    return (
      <p className={styles.empty}>
        {when === 'past'
          ? 'Nothing yet.'
          : 'Nothing is planned at the moment. Subscribe to the calendar to hear of it.'}
        {when === 'upcoming' && person === '' ? (
          <>
            {' '}
            There may be more for partners: <Link to="/sign-in?to=/events">sign in</Link>.
          </>
        ) : null}
      </p>
    );
  }
  return (
    <>
      <EventList
        dates={state.dates}
        zone={readersZone()}
        serviceUrl={serviceUrl}
        calls={calls}
        isSignedIn={person !== ''}
        onChanged={put}
      />
      {when === 'upcoming' && person === '' ? (
        <p className={styles.quiet}>
          You build with us? <Link to="/sign-in?to=/events">Sign in</Link> to sign up by one press, and to see what is
          for partners.
        </p>
      ) : null}
    </>
  );
}

/** The date that the address names is shown when the list is there: also one that is folded away. */
function useNamedDate(isShown: boolean): void {
  useEffect(() => {
    const id = decodeURIComponent(globalThis.location.hash.slice(1));
    const named = isShown && id !== '' ? document.getElementById(id) : null;
    if (named === null) return;
    const folded = named.closest('details');
    if (folded) folded.open = true;
    named.scrollIntoView({ block: 'center' });
  }, [isShown]);
}

function Loading() {
  return (
    <div role="status" className={styles.waiting}>
      <span className="pt-unseen">Loading the events</span>
      <Skeleton lines={3} height="96px" />
    </div>
  );
}
