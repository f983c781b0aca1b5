import type { Kysely } from 'kysely';
import type { FastifyPluginAsync } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Mail, MailTransport } from './mail.ts';
import type { MailOutcome, OutboxStore } from './outbox-store.ts';
import { type MailLog, sendDue } from './sender.ts';

export interface MailRoom {
  /**
   * Puts a mail into the outbox; it is on disk when this resolves, or when the transaction `within` commits. It goes out soon after,
   * and again while the mail server does not take it.
   */
  send(mail: Mail, within?: Kysely<unknown>): Promise<void>;
  /** The same, for whoever wants to know what comes of it: resolves to the mail's id. */
  post(mail: Mail, within?: Kysely<unknown>): Promise<string>;
  /** What came of mails so far, by their ids. One that is not in it was sent or given up weeks ago. */
  outcomes(ids: readonly string[]): Promise<ReadonlyMap<string, MailOutcome>>;
  /** Sends while the application runs. */
  readonly plugin: FastifyPluginAsync;
  /** Sends what is due now: for tests, which have no time. */
  sendDue(): Promise<void>;
}

const pollMs = 15_000;
const keptDays = 30;

export function mailRoom(deps: {
  readonly store: OutboxStore;
  /** Null: nothing is sent until there is one; mails wait. */
  readonly transport: MailTransport | null;
  readonly clock: Clock;
  readonly log: MailLog;
}): MailRoom {
  const { store, transport, clock, log } = deps;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;
  let isAsked = false;

  async function work(): Promise<void> {
    if (transport === null) return;
    do {
      isAsked = false;
      await sendDue({ store, transport, clock, log });
    } while (isAsked);
    await store.removeEnded(new Date(clock.now().getTime() - keptDays * 86_400_000));
  }

  /** One at a time; who asks while it works gets another round. */
  function run(): Promise<void> {
    isAsked = true;
    working ??= work().finally(() => (working = null));
    return working;
  }

  function runQuietly(): void {
    run().catch((err: unknown) => log.error({ err }, 'the outbox of mails could not be read; trying again'));
  }

  async function post(mail: Mail, within?: Kysely<unknown>): Promise<string> {
    const id = await store.add(mail, clock.now(), within);
    // After a commit that is under way.
    setTimeout(runQuietly, 20).unref();
    return id;
  }

  return {
    post,
    send: async (mail, within) => void (await post(mail, within)),
    outcomes: (ids) => store.outcomes(ids),
    sendDue: run,
    plugin: async (app) => {
      app.addHook('onReady', async () => {
        if (transport === null) log.warn({}, 'no mail is sent: set SMTP_URL and MAIL_FROM; mails wait until then');
        runQuietly();
        timer = setInterval(runQuietly, pollMs).unref();
      });
      app.addHook('onClose', async () => {
        clearInterval(timer);
        await working?.catch(() => undefined);
        transport?.close();
      });
    },
  };
}
