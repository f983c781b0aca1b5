import type { WebhookDelivery } from '../../portal-client';

/** `now`, `in 42 s`, `3 min ago`: a time beside another, in milliseconds since 1970. */
export function relativeTime(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  if (Math.abs(seconds) < 2) return 'now';
  const far = span(Math.abs(seconds));
  return seconds > 0 ? `in ${far}` : `${far} ago`;
}

function span(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}

type Shown = Pick<WebhookDelivery, 'state' | 'attempts' | 'last_status' | 'next_attempt_at'>;

/** Where a delivery is, in a few words. */
export function stateWords(
  { state, attempts, last_status: status, next_attempt_at: next }: Shown,
  now: number,
): string {
  const answered = status === null ? 'no answer' : String(status);
  switch (state) {
    case 'delivered':
      return attempts === 1 ? 'Delivered' : `Delivered at attempt ${attempts}`;
    case 'failed':
      return `Failed after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} (${answered})`;
    case 'stopped':
      return 'Stopped';
    case 'waiting': {
      const due = next === null ? 'soon' : relativeTime(Math.max(Date.parse(next), now), now);
      return attempts === 0 ? `Sent ${due}` : `Attempt ${attempts} failed (${answered}), next ${due}`;
    }
  }
}

/** Who gets it: the inbox, or the host of an address. */
export function targetWords({
  url,
  endpoint,
  goes_to_inbox: inbox,
}: Pick<WebhookDelivery, 'url' | 'endpoint' | 'goes_to_inbox'>): string {
  const host = URL.canParse(url) ? new URL(url).host : url;
  if (endpoint === 'inbox') return 'Inbox';
  return inbox ? `${host}, shown in the inbox` : host;
}

/** Why it was made, where that is not an event of the sandbox. */
export const causeWords: Readonly<Record<WebhookDelivery['cause'], string | null>> = {
  event: null,
  test: 'test',
  replay: 'sent again',
  duplicate: 'duplicate',
};
