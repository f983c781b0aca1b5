import type { Announcement, AnnouncementEntry, ReceivedAnnouncement } from './announcement.ts';

type Names = ReadonlyMap<string, string>;

export function announcementJson({ id, subject, text, by, at }: Announcement, names: Names) {
  return { id, subject, text, from: names.get(by) ?? null, at: at.toISOString() };
}

export function entryJson(entry: AnnouncementEntry, names: Names) {
  return { ...announcementJson(entry, names), mails: entry.mails, read: entry.read };
}

export function receivedJson(received: ReceivedAnnouncement, names: Names) {
  const { cohortName: cohort, readAt } = received;
  return { ...announcementJson(received, names), cohort, read_at: readAt?.toISOString() ?? null };
}
