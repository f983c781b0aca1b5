/** What the team tells everybody in a cohort. Plain text: it stays as it was written. */
export interface Announcement {
  readonly id: string;
  readonly cohort: string;
  readonly subject: string;
  readonly text: string;
  /** The person who announced it. */
  readonly by: string;
  readonly at: Date;
}

/** What became of its mails, and how many people have read it here. */
export interface AnnouncementEntry extends Announcement {
  readonly mails: { readonly sent: number; readonly waiting: number; readonly failed: number };
  readonly read: number;
}

/** As somebody of a partner sees it. */
export interface ReceivedAnnouncement extends Announcement {
  readonly cohortName: string;
  readonly readAt: Date | null;
}

export interface AnnouncementWords {
  readonly subject: string;
  readonly text: string;
}

/** Without what cannot be seen: control characters, and those that turn the direction of text around. */
export function cleanWords({ subject, text }: AnnouncementWords): AnnouncementWords {
  const seen = (words: string) => words.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '').toWellFormed();
  return {
    subject: seen(subject)
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
    text: seen(text)
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\P{Cc}\n\t]/gu, '')
      .trim(),
  };
}
