const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

/** `21 November 2026`, of an RFC 3339 time. */
export function dayOf(time: string): string {
  return day.format(new Date(time));
}

/** `21 November, 20:42`, of an RFC 3339 time, in the reader's time zone. */
export function momentOf(time: string): string {
  return moment.format(new Date(time)).replace(' at ', ', ');
}
