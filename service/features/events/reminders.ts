import type { OwnAddress } from '../../platform/own-address.ts';
import type { AttendingDeps } from './attending.ts';
import { remindedHours } from './sql-sign-up.ts';

const everyMs = 60_000;
/** How long it is known who came. */
const keptDays = 90;

/** Tells, the day before, who goes; and forgets after a while who went. */
export function reminders(
  deps: AttendingDeps & {
    /** There is no request that says where the portal is. */
    readonly address: OwnAddress;
    readonly log: { error(details: object, message: string): void };
  },
): { runDue(): Promise<number>; start(): () => Promise<void> } {
  const { store, mail, lettersAt, clock, address, log } = deps;
  let working: Promise<unknown> | null = null;

  async function runDue(): Promise<number> {
    const now = clock.now().getTime();
    const letters = lettersAt(address);
    const before = new Date(now + remindedHours * 3_600_000);
    const told = await store.remind(new Date(now), before, ({ attendee, ...about }, transaction) =>
      mail.send(letters.reminder(about, attendee), transaction),
    );
    await store.forget(new Date(now - keptDays * 86_400_000));
    return told;
  }

  function runQuietly(): void {
    working ??= runDue()
      .catch((err: unknown) => log.error({ err }, 'reminders of events could not be sent; trying again'))
      .finally(() => (working = null));
  }

  return {
    runDue,
    start() {
      runQuietly();
      const timer = setInterval(runQuietly, everyMs).unref();
      return async () => {
        clearInterval(timer);
        await working;
      };
    },
  };
}
