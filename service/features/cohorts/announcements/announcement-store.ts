import type { Mail } from '../../../platform/mail/index.ts';
import type { Announcement, AnnouncementEntry, AnnouncementWords, ReceivedAnnouncement } from './announcement.ts';

export interface NewAnnouncement extends AnnouncementWords {
  /** Made up by who sends it: the same one is announced once, however often it is sent. */
  readonly draft: string;
  readonly by: string;
}

export interface Recipient {
  readonly email: string;
  readonly name: string;
}

export type Announced = Announcement | 'other-words' | 'nobody';

/** What is announced to cohorts, to whom, and who has read it. */
export interface AnnouncementStore {
  /**
   * Keeps it and puts a mail for each person of the cohort's organizations into the outbox, all in one transaction: all of it is there after
   * a crash, or nothing. The same draft gives the first announcement; with other words it is refused.
   */
  announce(cohort: string, wanted: NewAnnouncement, letter: (to: Recipient) => Mail): Promise<Announced>;
  /** How many people it would reach now: those with a confirmed address, each once. */
  reach(cohort: string): Promise<number>;
  /** The newest first, so many at most. */
  list(cohort: string, most: number): Promise<readonly AnnouncementEntry[]>;
  /** What an organization's cohorts that are under way were told, the newest first, with what the person has read of it. */
  received(organization: string, person: string, most: number): Promise<readonly ReceivedAnnouncement[]>;
  /** The time of the first stays. False: the organization was not told it. */
  read(announcement: string, organization: string, person: string): Promise<boolean>;
  /** Notes what came of mails that were under way. */
  settle(cohort: string): Promise<void>;
}
