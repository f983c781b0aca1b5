import type { EventWords } from './calendar-event.ts';
import { mostDates, planDates } from './plan-dates.ts';
import { isLocalTime, isTimeZone } from './zoned-time.ts';

export interface WrongWord {
  /** A JSON pointer into what was sent. */
  readonly at: string;
  readonly message: string;
}

/** What the contract cannot say: all wrong places at once. `isNew`: then something of it must be still to come. */
export function checkWords(words: EventWords, now: Date, isNew: boolean): readonly WrongWord[] {
  const { starts, timeZone, link, repeats, until } = words;
  const wrong: WrongWord[] = [];
  const say = (at: string, message: string) => void wrong.push({ at, message });
  if (!isTimeZone(timeZone)) say('/time_zone', `is no time zone: "${timeZone}". Take an IANA name, Europe/Copenhagen`);
  if (!isLocalTime(starts)) say('/starts', `is no time of the calendar: "${starts}"`);
  if (link !== '' && !/^https?:$/.test(URL.parse(link)?.protocol ?? ''))
    say('/link', 'must start with https:// or http://');
  if (repeats === 'never' && until !== null) say('/until', 'is only for what repeats');
  if (repeats !== 'never' && until === null) say('/until', 'is missing: say the last day of what repeats');
  if (until !== null && !isLocalTime(`${until}T00:00`)) say('/until', `is no day of the calendar: "${until}"`);
  if (wrong.length > 0) return wrong;
  if (until !== null && until < starts.slice(0, 10)) return [{ at: '/until', message: 'is before it starts' }];
  const planned = planDates(words);
  if (planned.length > mostDates) return [{ at: '/until', message: `makes more than ${mostDates} dates` }];
  const last = planned.at(-1);
  if (isNew && last !== undefined && last.endsAt <= now) return [{ at: '/starts', message: 'is over already' }];
  return [];
}
