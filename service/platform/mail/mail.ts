/** A letter as plain text: one address, nothing to load. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Comes with it as `event.ics` (RFC 5545). */
  readonly calendar?: string;
}

/** A mail that waits in the outbox. */
export interface QueuedMail extends Mail {
  readonly id: string;
  /** How often it was tried before. */
  readonly attempts: number;
}

/** Takes a mail to its receiver, or throws. `UndeliverableMail`: another try would change nothing. */
export interface MailTransport {
  deliver(mail: QueuedMail): Promise<void>;
  close(): void;
}

/** Thrown by a transport where the receiver refuses for good (RFC 5321 §4.2.1: 5yz). */
export class UndeliverableMail extends Error {
  override readonly name = 'UndeliverableMail';
}
