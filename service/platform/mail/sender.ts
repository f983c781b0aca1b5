import type { Clock } from '../clock.ts';
import { type MailTransport, type QueuedMail, UndeliverableMail } from './mail.ts';
import type { OutboxStore } from './outbox-store.ts';
import { nextTry } from './retry.ts';

export interface MailLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface SenderOptions {
  readonly store: Pick<OutboxStore, 'claim' | 'sent' | 'failed' | 'nextDue'>;
  readonly transport: MailTransport;
  readonly clock: Clock;
  readonly log: MailLog;
}

const atOnce = 10;
/** Longer than a transport takes: after it, another instance takes over. */
const leaseMs = 120_000;

/** Sends what is due, mail by mail, until nothing is; resolves to when it should be called again, null where nothing waits. */
export async function sendDue({ store, transport, clock, log }: SenderOptions): Promise<Date | null> {
  for (;;) {
    const now = clock.now();
    const mails = await store.claim(now, new Date(now.getTime() + leaseMs), atOnce);
    for (const mail of mails) await sendOne(mail);
    if (mails.length < atOnce) return store.nextDue();
  }

  async function sendOne(mail: QueuedMail): Promise<void> {
    try {
      await transport.deliver(mail);
    } catch (err) {
      const isHopeless = err instanceof UndeliverableMail;
      const next = isHopeless ? null : nextTry(mail.attempts + 1, clock.now());
      await store.failed(mail.id, err instanceof Error ? err.message : String(err), next);
      if (next === null) log.error({ err, mail: mail.id }, 'a mail was given up');
      else log.warn({ err, mail: mail.id, next }, 'a mail could not be sent; trying again');
      return;
    }
    await store.sent(mail.id);
  }
}
