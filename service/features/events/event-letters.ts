import type { OwnAddress } from '../../platform/own-address.ts';
import type { Mail } from '../../platform/mail/index.ts';
import { calendarEntry } from './calendar-entry.ts';
import type { Attendee, CalendarEvent, EventDate } from './calendar-event.ts';
import { calendarFile } from './calendar-file.ts';
import type { Comer } from './event-store.ts';
import type { Passes } from './pass.ts';
import { timeWords } from './time-words.ts';

interface OneDate {
  readonly event: CalendarEvent;
  readonly date: EventDate;
}

/** What the portal writes to who comes. Plain text; who has a place gets the dates as a calendar file, too. */
export interface EventLetters {
  confirm(about: OneDate, comer: Comer): Mail;
  going(about: OneDate, comer: Comer): Mail;
  waiting(about: OneDate, comer: Comer): Mail;
  promoted(about: OneDate, comer: Comer): Mail;
  reminder(about: OneDate, comer: Comer): Mail;
  changed(event: CalendarEvent, dates: readonly EventDate[], attendee: Attendee): Mail;
  cancelled(event: CalendarEvent, dates: readonly EventDate[], attendee: Attendee): Mail;
}

/** `address`: where the request came to, so that links lead there. */
export function eventLetters(deps: {
  readonly portal: string;
  readonly address: OwnAddress;
  readonly passes: Passes;
}): EventLetters {
  const { portal, address, passes } = deps;
  const { service, site } = address;
  const pageOf = (date: string, { name, email }: Comer) =>
    `${service}/account/event?pass=${passes.write({ date, name, email })}`;
  const file = (event: CalendarEvent, dates: readonly EventDate[]) =>
    calendarFile({
      name: event.title,
      entries: dates.map((date) => calendarEntry({ event, date }, { site, isGoing: true })),
    });

  const write = (comer: Comer, subject: string, paragraphs: readonly string[], calendar?: string): Mail => ({
    to: comer.email,
    subject: oneLine(subject),
    text: `${[`Hello ${nameIn(comer)},`, ...paragraphs].filter(Boolean).join('\n\n')}\n`,
    ...(calendar !== undefined && { calendar }),
  });
  const toDate = ({ event, date }: OneDate, comer: Comer, subject: string, first: string, last = leaving) => {
    const page = pageOf(date.id, comer);
    const paragraphs = [first, page, whenAndWhere(event, [date]), takePart(event), last];
    return write(comer, subject, paragraphs, file(event, [date]));
  };

  return {
    confirm: ({ event, date }, comer) =>
      write(comer, `Confirm that you come: ${event.title}`, [
        `confirm that you come to "${oneLine(event.title)}" of ${portal}, and that this is your address:`,
        pageOf(date.id, comer),
        whenAndWhere(event, [date]),
        'If you did not sign up, ignore this mail: nothing happens.',
      ]),
    going: (about, comer) =>
      toDate(
        about,
        comer,
        `You are signed up: ${about.event.title}`,
        `you have a place at "${oneLine(about.event.title)}":`,
      ),
    waiting: ({ event, date }, comer) =>
      write(comer, `You are on the waiting list: ${event.title}`, [
        `all places at "${oneLine(event.title)}" are taken, and you wait for one. When somebody leaves you hear of it.`,
        pageOf(date.id, comer),
        whenAndWhere(event, [date]),
        leaving,
      ]),
    promoted: (about, comer) =>
      toDate(
        about,
        comer,
        `You have a place: ${about.event.title}`,
        `a place at "${oneLine(about.event.title)}" has become free, and it is yours:`,
      ),
    reminder: (about, comer) =>
      toDate(
        about,
        comer,
        `Tomorrow: ${about.event.title}`,
        `"${oneLine(about.event.title)}" is soon, and you have a place:`,
      ),
    changed: (event, dates, attendee) =>
      write(
        attendee,
        `Changed: ${event.title}`,
        [
          `something has changed at "${oneLine(event.title)}". It is now so:`,
          ...dates.map((date) => pageOf(date.id, attendee)).slice(0, 1),
          whenAndWhere(event, dates),
          takePart(event),
          'If you cannot come so, cancel your sign-up at the link above, and somebody else gets your place.',
        ],
        file(event, dates),
      ),
    cancelled: (event, dates, attendee) =>
      write(
        attendee,
        `Cancelled: ${event.title}`,
        [
          `"${oneLine(event.title)}" does not take place:`,
          whenAndWhere(event, dates),
          'The file that comes with this mail takes it out of your calendar.',
          `What else there is: ${site}/events`,
        ],
        file(event, dates),
      ),
  };
}

const leaving = 'If you cannot come, cancel your sign-up at the link above: somebody else gets your place.';

function whenAndWhere({ timeZone, place }: CalendarEvent, dates: readonly EventDate[]): string {
  const when = dates.map(({ startsAt, endsAt }) => timeWords(startsAt, endsAt, timeZone));
  return [...when, ...(place === '' ? [] : [oneLine(place, 200)])].join('\n');
}

const takePart = ({ link }: CalendarEvent) => (link === '' ? '' : `Take part here: ${link}`);

/** Whoever signs somebody else up must not write to them: no addresses that mail programs make links of. */
const nameIn = ({ name }: Comer) => oneLine(name, 80).replaceAll(/(?:https?:)?\/\/|www\./gi, '');

/** Somebody's text: in a letter it is one short line. */
function oneLine(text: string, most = 120): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, most);
}
