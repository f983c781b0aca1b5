import type { MailTransport, QueuedMail } from './mail.ts';

/** A mail as the development mailbox has it. */
export interface KeptMail extends QueuedMail {
  readonly at: Date;
}

export interface Mailbox {
  readonly transport: MailTransport;
  /** The newest first. */
  mails(): readonly KeptMail[];
}

const mostMails = 100;

/** Where mails go while somebody develops: into the memory of this process, for its mailbox page. */
export function developmentMailbox(now: () => Date): Mailbox {
  const kept: KeptMail[] = [];
  return {
    transport: {
      async deliver(mail) {
        kept.unshift({ ...mail, at: now() });
        kept.length = Math.min(kept.length, mostMails);
      },
      close: () => undefined,
    },
    mails: () => kept,
  };
}
