import type { NewEvent, PortalProblem, TeamEvent } from '../../../portal-client';

/** An event as it stands in the form: each field is text. */
export type EventDraft = Readonly<Record<DraftField, string>>;
export type DraftField = Exclude<keyof NewEvent, 'audience' | 'cohort'> | 'audience';

const inCohort = 'cohort:';

/** What a new one begins with: an hour of office hours, next week at two, by the clocks of whoever plans it. */
export function newDraft(now: Date, timeZone: string): EventDraft {
  const day = new Date(now.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
  return {
    ...{ kind: 'office-hours', title: '', description: '', time_zone: timeZone, starts: `${day}T14:00`, minutes: '60' },
    ...{ place: '', link: '', capacity: '', audience: 'public', repeats: 'never', until: '' },
  };
}

export function draftOf(event: TeamEvent): EventDraft {
  const { kind, title, description, time_zone, starts, minutes, place, link, repeats } = event;
  return {
    ...{ kind, title, description, time_zone, starts, minutes: String(minutes), place, link, repeats },
    capacity: event.capacity === null ? '' : String(event.capacity),
    audience: event.audience === 'cohort' ? `${inCohort}${event.cohort ?? ''}` : event.audience,
    until: event.until ?? '',
  };
}

/** What is sent. A number that is none is sent as 0, and the service says so at its field. */
export function wordsOf(draft: EventDraft): NewEvent {
  const { kind, title, description, time_zone, starts, place, link, repeats, audience, until } = draft;
  const cohort = audience.startsWith(inCohort) ? audience.slice(inCohort.length) : null;
  return {
    ...{ title, description, time_zone, starts: starts.slice(0, 16), place, link, cohort },
    kind: kind as NewEvent['kind'],
    minutes: numberOf(draft.minutes),
    capacity: draft.capacity.trim() === '' ? null : numberOf(draft.capacity),
    audience: cohort === null ? (audience as NewEvent['audience']) : 'cohort',
    repeats: repeats as NewEvent['repeats'],
    until: repeats === 'never' || until === '' ? null : until,
  };
}

/** What is wrong, by field; `whole` is what belongs to none. */
export function faultsOf(problem: PortalProblem | null): Partial<Record<DraftField | 'whole', string>> {
  if (problem === null) return {};
  const at = problem.places.map(({ at: pointer, message }) => [fieldOf(pointer), `${message}.`] as const);
  return at.length > 0 ? Object.fromEntries(at) : { whole: problem.detail ?? `${problem.title}.` };
}

const fieldOf = (pointer: string) => (pointer === '/cohort' ? 'audience' : (pointer.split('/')[1] ?? 'whole'));

function numberOf(text: string): number {
  const number = Number(text);
  return Number.isInteger(number) ? number : 0;
}
