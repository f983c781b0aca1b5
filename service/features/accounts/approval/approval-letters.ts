import { letterLine, type Mail } from '../../../platform/mail/index.ts';
import type { WaitingPerson } from './approval-store.ts';

/** What is written about signing up by approval. `site`: where the portal's pages are. */
export function approvalLetters({ portal, site }: { readonly portal: string; readonly site: string }) {
  const write = (to: string, subject: string, paragraphs: readonly string[]): Mail => ({
    to,
    subject,
    text: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
  });
  return {
    /** To one of the staff. */
    waits: (to: string, { name, email }: WaitingPerson) =>
      write(to, `Somebody waits to be let in to ${portal}`, [
        `${letterLine(name)} (${email}) signed up for ${portal}'s developer portal and confirmed the address. Approve or decline here:`,
        `${site}/team/people`,
      ]),
    approved: ({ name, email }: WaitingPerson, words: string) =>
      write(email, `You can sign in to ${portal} now`, [
        `Hello ${letterLine(name)},`,
        `the team of ${portal}'s developer portal has approved your account. Sign in here:`,
        `${site}/sign-in`,
        words,
      ]),
    declined: ({ name, email }: WaitingPerson, words: string) =>
      write(email, `Your sign-up for ${portal}`, [
        `Hello ${letterLine(name)},`,
        `the team of ${portal}'s developer portal has not approved your account. It was removed, with all that you told us.`,
        words,
        `Guides, reference and sandbox are open to you without an account: ${site}/`,
      ]),
  };
}
