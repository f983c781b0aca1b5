import { type MailTransport, UndeliverableMail } from './mail.ts';

export interface SmtpOptions {
  /** `smtp://` or `smtps://` with user and password; parameters as nodemailer names them. */
  readonly url: string;
  /** The sender, `Cardea <developers@example.com>`. */
  readonly from: string;
}

const waitMs = 20_000;

/** Sends over SMTP (RFC 5321), TLS where the server offers it. The library is read when the first mail goes. */
export function smtpTransport({ url, from }: SmtpOptions): MailTransport {
  const transporter = lazily(async () => {
    const { createTransport } = await import('nodemailer');
    const times = { connectionTimeout: waitMs, greetingTimeout: waitMs, socketTimeout: waitMs };
    // No files, no addresses: a mail is its text.
    return createTransport({
      url,
      pool: true,
      maxConnections: 2,
      ...times,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  });
  return {
    async deliver({ id, to, subject, text, calendar }) {
      const messageId = `<${id}@${from.replace(/^.*@|>.*$/g, '')}>`;
      try {
        // The object form: an address is never read as a list of addresses.
        const files = calendar === undefined ? [] : [calendarAttachment(calendar)];
        await (
          await transporter.get()
        ).sendMail({ from, to: { name: '', address: to }, subject, text, messageId, attachments: files });
      } catch (error) {
        throw isRefused(error)
          ? new UndeliverableMail(`The mail server refused it: ${words(error)}`, { cause: error })
          : error;
      }
    },
    close: () => void transporter.made()?.then((made) => made.close()),
  };
}

const calendarAttachment = (content: string) => ({
  filename: 'event.ics',
  contentType: 'text/calendar; charset=utf-8',
  content,
});

/** 5yz for this receiver. Not what is wrong with our own login, which the operator mends. */
function isRefused(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

function lazily<Value>(make: () => Promise<Value>) {
  let made: Promise<Value> | undefined;
  return { get: () => (made ??= make()), made: () => made };
}
