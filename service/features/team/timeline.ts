import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { PartnerFacts } from './partner-store.ts';

/** Something that happened on an organization's way to launch. */
export interface TimelineEvent {
  readonly at: string;
  /** `signed-up`, `member-joined`, `first-call`, `step-proven`, `step-returned`, `announced`, `launched`, or a kind of the audit log. */
  readonly kind: string;
  /** What it was about, in words: a name, a key's label, a step's title. */
  readonly subject: string | null;
  /** Who did it, where that is known. */
  readonly by: string | null;
}

export interface LoggedEvent {
  readonly at: Date;
  readonly kind: string;
  readonly person: string | null;
  readonly subject: string | null;
}

const mostEvents = 200;

/** All of it in one line, newest first. Pure. */
export function timelineOf(
  facts: Omit<PartnerFacts, 'id' | 'standings' | 'lastCall' | 'failing'>,
  journeys: readonly JourneyConfig[],
  logged: readonly LoggedEvent[],
  names: ReadonlyMap<string, string>,
): readonly TimelineEvent[] {
  const titles = new Map(
    journeys.flatMap(({ id, title, steps }) => steps.map((step) => [`${id} ${step.id}`, `${step.title} (${title})`])),
  );
  const said = (at: string | null, kind: string, subject: string | null = null): TimelineEvent[] =>
    at === null ? [] : [{ at, kind, subject, by: null }];
  const events = [
    ...said(facts.signedUpAt, 'signed-up', facts.name),
    ...said(facts.firstCallAt, 'first-call'),
    ...said(facts.launchedAt, 'launched'),
    ...facts.members.flatMap(({ name, joinedAt }) => said(joinedAt, 'member-joined', name)),
    ...facts.records.flatMap(({ journey, step, at, isProven }) =>
      said(at, isProven ? 'step-proven' : 'step-returned', titles.get(`${journey} ${step}`) ?? step),
    ),
    ...facts.announcements.map(({ at, subject, by }) => ({
      ...{ at, kind: 'announced', subject, by: names.get(by) ?? null },
    })),
    ...logged.filter((event) => !isToldAlready(event, facts)).map((event) => told(event, names)),
  ];
  return events.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)).slice(0, mostEvents);
}

/** Who joined or left did so: that is whom it is about. */
function told({ at, kind, person, subject }: LoggedEvent, names: ReadonlyMap<string, string>): TimelineEvent {
  const name = person === null ? null : (names.get(person) ?? null);
  const isOwn = subject === null && (kind === 'member-joined' || kind === 'member-left');
  return { at: at.toISOString(), kind, subject: isOwn ? name : subject, by: isOwn ? null : name };
}

/** Of these the organization itself tells, also where the log is not as old as it is. */
function isToldAlready({ kind, person }: LoggedEvent, { members }: Pick<PartnerFacts, 'members'>): boolean {
  return kind === 'organization-made' || (kind === 'member-joined' && members.some((one) => one.person === person));
}
