import type { Kysely } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { MailRoom } from '../../platform/mail/index.ts';
import type { OwnAddress } from '../../platform/own-address.ts';
import type { EventLetters } from './event-letters.ts';
import type { Comer, EventStore, Promoted, SigningUp } from './event-store.ts';

export interface AttendingDeps {
  readonly store: EventStore;
  readonly mail: Pick<MailRoom, 'send'>;
  readonly lettersAt: (address: OwnAddress) => EventLetters;
  readonly clock: Clock;
}

/** Signs up an address that is known to be the comer's, and tells them by mail. */
export function signUp(date: string, comer: Comer, at: OwnAddress, deps: AttendingDeps): Promise<SigningUp> {
  const letters = deps.lettersAt(at);
  return deps.store.signUp(date, comer, deps.clock.now(), async ({ attendee, full }, transaction) =>
    deps.mail.send(letters[attendee.state](full, attendee), transaction),
  );
}

/** False where the address was not signed up. Whoever gets the place hears of it. */
export function leave(date: string, email: string, at: OwnAddress, deps: AttendingDeps): Promise<boolean> {
  return deps.store.leave(date, email, deps.clock.now(), ({ promoted }, transaction) =>
    tellPromoted(promoted, at, deps, transaction),
  );
}

export async function tellPromoted(
  { event, date, attendees }: Promoted,
  at: OwnAddress,
  { mail, lettersAt }: Pick<AttendingDeps, 'mail' | 'lettersAt'>,
  transaction: Kysely<unknown>,
): Promise<void> {
  for (const attendee of attendees) await mail.send(lettersAt(at).promoted({ event, date }, attendee), transaction);
}
