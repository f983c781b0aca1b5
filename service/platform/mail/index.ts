import type { FastifyBaseLogger } from 'fastify';
import { systemClock } from '../clock.ts';
import type { Database } from '../database/index.ts';
import { newId } from '../ids.ts';
import { seal } from '../secret/index.ts';
import { mailboxPlugin } from './mailbox-page.ts';
import { developmentMailbox } from './mailbox.ts';
import { mailRoom, type MailRoom } from './mail-room.ts';
import { type SmtpOptions, smtpTransport } from './smtp.ts';
import { sqlOutboxStore } from './sql-outbox-store.ts';

export type { Mail } from './mail.ts';
export { mailMigrations } from './migrations.ts';
export type { MailRoom } from './mail-room.ts';
export { letterLine } from './letter-line.ts';
export type { MailOutcome } from './outbox-store.ts';

/**
 * Mails go out by SMTP. Without it, on a portal that is tried out on this very machine (`isTriedOut`), they are shown at `/mailbox`;
 * elsewhere they wait until there is an SMTP server.
 */
export function mailFeature(deps: {
  readonly database: Database;
  readonly secret: Buffer;
  readonly smtp: SmtpOptions | null;
  readonly isTriedOut: boolean;
  readonly log: FastifyBaseLogger;
}): MailRoom {
  const { database, secret, smtp, isTriedOut, log } = deps;
  const clock = systemClock;
  const store = sqlOutboxStore({ database, seal: seal(secret, 'mail'), newId });
  const mailbox = smtp === null && isTriedOut ? developmentMailbox(() => clock.now()) : null;
  const transport = smtp === null ? (mailbox?.transport ?? null) : smtpTransport(smtp);
  const room = mailRoom({ store, transport, clock, log });
  return {
    ...room,
    plugin: async (app, options) => {
      await room.plugin(app, options);
      if (mailbox !== null) await app.register(mailboxPlugin(mailbox));
    },
  };
}
