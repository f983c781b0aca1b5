import type { EventWords } from './calendar-event.ts';

/** One hour in Copenhagen, with 20 places. */
export const officeHours: EventWords = {
  kind: 'office-hours',
  title: 'Office hours',
  description: 'Bring your questions.',
  timeZone: 'Europe/Copenhagen',
  starts: '2026-12-01T14:00',
  minutes: 60,
  place: '',
  link: 'https://meet.portal.example/office',
  capacity: 20,
  audience: { kind: 'public' },
  repeats: 'never',
  until: null,
};
