import { escape, type Page } from '../../platform/pages/page.ts';
import { type FullDate, isCancelled } from './calendar-event.ts';
import { timeWords } from './time-words.ts';

/** Pages of the service that do without JavaScript: the list, one date, and where the links of mails lead. */
export function listPage(dates: readonly FullDate[], site: string): Page {
  const rows = dates.map((full) => {
    const { event, date } = full;
    const free = isCancelled(full) ? 'Cancelled' : placesWords(full);
    return `<li><a href="/account/event?date=${escape(date.id)}">${escape(event.title)}</a><span>${escape(when(full))}${free === '' ? '' : `. ${free}`}</span></li>`;
  });
  const list = rows.length === 0 ? '<p>Nothing is planned at the moment.</p>' : `<ul>${rows.join('')}</ul>`;
  return {
    title: 'Events',
    body: `<p>Office hours and platform days. Choose one to sign up.</p>${list}
<p><a href="/api/v1/events/calendar.ics">All of them as a calendar file</a></p><p><a href="${escape(site)}/">To the portal</a></p>`,
  };
}

/** What somebody is at the date. */
export type Standing = 'none' | 'going' | 'waiting';

/** One date, for an address that is known: a press signs up, or takes the sign-up back. */
export function pressPage(full: FullDate, now: Date, email: string, standing: Standing, hidden: string): Page {
  const isOpen = full.date.startsAt > now && !isCancelled(full);
  const words = {
    none: isFull(full) ? 'All places are taken; you can wait for one.' : `Sign up with ${email}?`,
    going: `You have a place, ${email}.`,
    waiting: `You are on the waiting list, ${email}. A mail tells you when you have a place.`,
  };
  const button =
    standing === 'none'
      ? `<button class="main" name="do" value="come" autofocus>${isFull(full) ? 'Wait for a place' : 'Sign up'}</button>`
      : '<button name="do" value="leave">Cancel my sign-up</button>';
  const form = `<p role="status">${escape(words[standing])}</p><form method="post" action="/account/event">${hidden}${button}</form>`;
  return {
    title: full.event.title,
    body: `${about(full, standing)}${isOpen || standing !== 'none' ? form : closedWords}${fileLink(full)}`,
  };
}

/** One date, for a visitor: they give name and address, and get a mail. */
export function askPage(full: FullDate, now: Date, fault: string | null, site: string): Page {
  const isOpen = full.date.startsAt > now && !isCancelled(full);
  const field = (name: string, label: string, type: string) =>
    `<label for="${name}">${label}</label><input id="${name}" class="plain" type="${type}" name="${name}" autocomplete="${name}" maxlength="${name === 'name' ? 80 : 254}" required>`;
  const form = `${fault === null ? '' : `<p role="alert">${escape(fault)}</p>`}<form method="post" action="/account/event"><input type="hidden" name="date" value="${escape(full.date.id)}">
${field('name', 'Your name', 'text')}${field('email', 'Your mail address', 'email')}
<button class="main" name="do" value="ask">${isFull(full) ? 'Wait for a place' : 'Sign up'}</button></form>
<p><br>You get a mail with a link that confirms it. With an account, <a href="${escape(site)}/sign-in?to=/events">sign in</a> first.</p>`;
  return { title: full.event.title, body: `${about(full, 'none')}${isOpen ? form : closedWords}${fileLink(full)}` };
}

export function sentPage(email: string): Page {
  return {
    title: 'Check your mail',
    body: `<p>A mail is on its way to ${escape(email)}. You are signed up when you have followed its link.</p><p><a href="/account/events">All events</a></p>`,
  };
}

export const gonePage: Page = {
  title: 'There is no such event',
  body: '<p role="alert">The link is not whole, or the event is for others. Open the whole link of the mail, or look at what there is.</p><p><a href="/account/events">All events</a></p>',
};

const closedWords = '<p>Nobody signs up any more.</p>';

function about(full: FullDate, standing: Standing): string {
  const { event } = full;
  const lines = [
    isCancelled(full) ? '<p role="alert">It was cancelled.</p>' : '',
    `<p>${escape(when(full))}</p>`,
    event.place === '' ? '' : `<p>${escape(event.place)}</p>`,
    standing === 'going' && event.link !== '' ? `<p><a href="${escape(event.link)}">Take part</a></p>` : '',
    event.description === '' ? '' : `<p class="lines">${escape(event.description)}</p>`,
    placesWords(full) === '' ? '' : `<p>${placesWords(full)}</p>`,
  ];
  return lines.join('');
}

const when = ({ event, date }: FullDate) => timeWords(date.startsAt, date.endsAt, event.timeZone);

const isFull = ({ event, going }: FullDate) => event.capacity !== null && going >= event.capacity;

function placesWords({ event, going }: FullDate): string {
  if (event.capacity === null) return '';
  const free = Math.max(0, event.capacity - going);
  return free === 0 ? 'All places are taken' : `${free} of ${event.capacity} places are free`;
}

const fileLink = ({ date, event }: FullDate) =>
  event.audience.kind === 'public'
    ? `<p><br><a href="/api/v1/events/${escape(date.id)}/calendar.ics">Calendar file</a></p>`
    : '';
