import type { Cohort, CohortInvitation } from '../../portal-client';

/** "1 Sep 2026", the same for every reader: a day has no time zone. */
export function dayWords(day: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${day.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', options);
}

/** "1 Sep 2026 to 1 Dec 2026, launch 1 Mar 2027"; '' where no day is named. */
export function daysWords({
  starts_on: starts,
  ends_on: ends,
  launch_on: launch,
}: Pick<Cohort, 'starts_on' | 'ends_on' | 'launch_on'>): string {
  const span =
    starts !== null && ends !== null
      ? [`${dayWords(starts)} to ${dayWords(ends)}`]
      : [
          ...(starts === null ? [] : [`from ${dayWords(starts)}`]),
          ...(ends === null ? [] : [`until ${dayWords(ends)}`]),
        ];
  return [...span, ...(launch === null ? [] : [`launch ${dayWords(launch)}`])].join(', ');
}

const states: Readonly<Record<CohortInvitation['state'], string>> = {
  waiting: 'Mail is on its way',
  sent: 'Sent',
  'not-sent': 'Not sent',
  opened: 'Opened',
  accepted: 'Accepted',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
};

export function stateWords({ state, mail_error: error }: Pick<CohortInvitation, 'state' | 'mail_error'>): string {
  return state === 'waiting' && error !== null ? 'Mail could not be sent yet; trying again' : states[state];
}

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
