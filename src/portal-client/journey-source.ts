import type { JourneyProgress, PortalClient } from './create-portal-client';
import type { GuestKeys } from './guest-keys';
import type { JourneyCalls } from './journey-calls';
import type { Outcome } from './problem';
import { isEndedKey, withGuestKey } from './with-guest-key';

/** Where one organization's progress on one journey comes from. */
export interface JourneySource {
  /** The body of a `text/event-stream`. */
  open(signal: AbortSignal): Promise<Outcome<ReadableStream<Uint8Array>>>;
  read(signal: AbortSignal): Promise<Outcome<JourneyProgress>>;
}

/** That of the visitor's key: of a guest, or of whoever may have a session key. */
export function journeyByKey(
  journey: string,
  { client, keys }: { readonly client: PortalClient; readonly keys: GuestKeys },
): JourneySource {
  return {
    // A stream that is refused is tried again anyway: with another key where this one has ended.
    async open(signal) {
      const held = await keys.obtain();
      if (held.kind === 'problem') return held;
      const opened = await client.openJourneyEvents(journey, held.value.key, signal);
      if (opened.kind === 'problem' && isEndedKey(opened.problem)) keys.drop(held.value.key);
      return opened;
    },
    read: (signal) => withGuestKey(keys, (key) => client.readJourneyProgress(journey, key, signal)),
  };
}

/** That of the organization which the session acts for: also a viewer's, who has no key. */
export function journeyBySession(journey: string, calls: Pick<JourneyCalls, 'open' | 'read'>): JourneySource {
  return {
    open: (signal) => calls.open(journey, signal),
    read: (signal) => calls.read(journey, signal),
  };
}
