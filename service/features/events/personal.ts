import type { OwnAddress } from '../../platform/own-address.ts';
import type { PersonalThings } from '../accounts/index.ts';
import { type AttendingDeps, leave } from './attending.ts';
import type { FullDate } from './calendar-event.ts';

/** More dates than a portal keeps. */
const most = 1000;

/** What a person has signed up for, by their address. Of what is over it is forgotten by itself after a while. */
export function personalEvents(deps: AttendingDeps & { readonly address: OwnAddress }): PersonalThings {
  const { store, clock } = deps;
  const attended = async (email: string, dates: readonly FullDate[]) => {
    const attendances = await store.attendances(
      email,
      dates.map(({ date }) => date.id),
    );
    return dates.flatMap(({ event, date }) => {
      const attendee = attendances.get(date.id);
      return attendee === undefined ? [] : [{ event, date, attendee }];
    });
  };
  const upcoming = () => store.list({ now: clock.now(), isPast: false, most });
  return {
    name: 'events',
    of: async ({ email }) => {
      const past = await store.list({ now: clock.now(), isPast: true, most });
      const all = await attended(email.toLowerCase(), [...past.toReversed(), ...(await upcoming())]);
      return all.map(({ event, date, attendee }) => ({
        ...{ event: event.title, starts_at: date.startsAt.toISOString() },
        ...{ name: attendee.name, email: attendee.email, state: attendee.state },
      }));
    },
    forget: async ({ email }) => {
      for (const { attendee, date } of await attended(email.toLowerCase(), await upcoming()))
        await leave(date.id, attendee.email, deps.address, deps);
    },
  };
}
