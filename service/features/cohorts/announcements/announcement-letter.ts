import { letterLine, type Mail } from '../../../platform/mail/index.ts';
import type { AnnouncementWords } from './announcement.ts';
import type { Recipient } from './announcement-store.ts';

/** Writes an announcement to people of a cohort: the team's words as they are, then why one gets them. */
export function announcementLetter(of: {
  readonly words: AnnouncementWords;
  /** The portal's name. */
  readonly portal: string;
  readonly site: string;
  readonly cohort: string;
}): (to: Recipient) => Mail {
  const { words, portal, site } = of;
  return ({ email, name }) => ({
    to: email,
    subject: words.subject,
    text: `${[
      `Hello ${letterLine(name)},`,
      words.text,
      '--',
      `You get this from ${portal}, as your organization takes part in ${letterLine(of.cohort)}. It also stands here:`,
      `${site}/launch`,
    ].join('\n\n')}\n`,
  });
}
