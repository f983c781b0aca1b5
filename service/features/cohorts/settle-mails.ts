import type { MailOutcome, MailRoom } from '../../platform/mail/index.ts';

/** Notes of mails that were under way what came of them; one that the outbox knows no more was sent weeks ago. */
export async function settleMails(
  mails: readonly string[],
  outcomesOf: MailRoom['outcomes'],
  note: (state: MailOutcome['state'], error: string | null, mails: readonly string[]) => Promise<void>,
): Promise<void> {
  if (mails.length === 0) return;
  const outcomes = await outcomesOf(mails);
  const alike = Map.groupBy(mails, (mail) => {
    const { state, error } = outcomes.get(mail) ?? { state: 'sent', error: null };
    return JSON.stringify([state, error]);
  });
  for (const [outcome, some] of alike) {
    const [state, error] = JSON.parse(outcome) as [MailOutcome['state'], string | null];
    if (state !== 'waiting' || error !== null) await note(state, error, some);
  }
}
