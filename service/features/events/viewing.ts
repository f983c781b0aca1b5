import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { Session, SessionOfRequest } from '../accounts/index.ts';
import { maySee, nobody, type Viewer } from './audience.ts';
import type { Attendee, FullDate } from './calendar-event.ts';
import { dateJson } from './event-json.ts';
import type { Comer, EventStore } from './event-store.ts';

export interface ViewingDeps {
  readonly store: EventStore;
  readonly sessionOf: SessionOfRequest;
  /** Ids of the cohorts that the organizations belong to. */
  readonly cohortsOf: (organizations: readonly string[]) => Promise<readonly string[]>;
  readonly clock: Clock;
}

/** What one who asks sees of events. */
export interface Viewing {
  readonly viewer: Viewer;
  /** Whoever is signed in; null: nobody. */
  readonly comer: Comer | null;
  /** Throws `resource-not-found` where there is no such date for them. */
  find(date: string): Promise<FullDate>;
  /** The dates that they see, as they see them. */
  show(dates: readonly FullDate[]): Promise<readonly ReturnType<typeof dateJson>[]>;
}

export async function viewingOf(request: FastifyRequest, deps: ViewingDeps): Promise<Viewing> {
  const { store, clock } = deps;
  const session = await deps.sessionOf(request);
  const viewer = session === null ? nobody : await viewerOf(session, deps.cohortsOf);
  const comer = session && comerOf(session);
  return {
    viewer,
    comer,
    async find(date) {
      const found = await store.findDate(date);
      if (found === null || !maySee(found.event, viewer)) throw noDate(date);
      return found;
    },
    async show(dates) {
      const seen = dates.filter(({ event }) => maySee(event, viewer));
      const ids = seen.map(({ date }) => date.id);
      const own = comer === null ? new Map<string, Attendee>() : await store.attendances(comer.email, ids);
      return Promise.all(
        seen.map(async (full) => {
          const attendee = own.get(full.date.id) ?? null;
          const before = attendee?.state === 'waiting' ? await store.waitingBefore(attendee) : 0;
          return dateJson(full, clock.now(), attendee && { ...attendee, before });
        }),
      );
    },
  };
}

/** An address of a session is confirmed. */
export function comerOf({ person }: Session): Comer {
  return { name: person.name, email: person.email.trim().toLowerCase() };
}

export function noDate(date: string): ProblemError {
  return new ProblemError('resource-not-found', { detail: `There is no date "${date}" of an event.` });
}

async function viewerOf(session: Session, cohortsOf: ViewingDeps['cohortsOf']): Promise<Viewer> {
  const cohorts = await cohortsOf(session.organizations.map(({ id }) => id));
  return { isSignedIn: true, isStaff: session.person.isStaff, cohorts: new Set(cohorts) };
}
