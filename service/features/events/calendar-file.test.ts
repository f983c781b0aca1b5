import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../../tests/support/hostile-strings.ts';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

const entry: CalendarEntry = {
  uid: 'evd_1@portal.example',
  sequence: 3,
  changedAt: new Date('2026-11-21T09:30:15.900Z'),
  startsAt: new Date('2026-12-01T13:00:00Z'),
  endsAt: new Date('2026-12-01T14:00:00Z'),
  title: 'Office hours',
  description: '',
  place: '',
  url: 'https://portal.example/events#evd_1',
  isCancelled: false,
};

/** As a program sees it that we did not write. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      ...{ uid: event.uid, sequence: event.sequence, summary: event.summary, description: event.description },
      location: event.location,
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      status: component.getFirstPropertyValue('status'),
      url: component.getFirstPropertyValue('url'),
    };
  });
}

describe('a calendar file', () => {
  test('says what it was given', () => {
    const text = calendarFile({ name: 'Cardea events', entries: [entry, { ...entry, isCancelled: true }] });
    const [first, second] = read(text);
    expect(first).toEqual({
      ...{ uid: entry.uid, sequence: 3, summary: 'Office hours', description: null, location: null },
      ...{ starts: '2026-12-01T13:00:00.000Z', ends: '2026-12-01T14:00:00.000Z' },
      ...{ stamp: '2026-11-21T09:30:15Z', status: 'CONFIRMED', url: entry.url },
    });
    expect(second?.status).toBe('CANCELLED');
  });

  test.each([
    ['what its grammar uses', String.raw`a;b,c\d:e"f\n` + '\nnext\r\nlast'],
    ['an end of its own', 'x\r\nEND:VEVENT\r\nBEGIN:VALARM'],
    ['a long line of wide characters', 'Grüße 🚢 – '.repeat(40)],
  ])('keeps text as text: %s', (_, text) => {
    const [event] = read(
      calendarFile({ name: text, entries: [{ ...entry, title: text, description: text, place: text }] }),
    );
    const shown = text.replaceAll('\r\n', '\n');
    expect(event).toMatchObject({ summary: shown, description: shown, location: shown });
  });

  test('stays one event whatever text is in it', () => {
    for (const text of HOSTILE_STRINGS) {
      const events = read(calendarFile({ name: text, entries: [{ ...entry, title: text, description: text }] }));
      expect(events).toHaveLength(1);
      expect(events[0]?.uid).toBe(entry.uid);
    }
  });

  test('has lines of at most 75 octets that end in CRLF, and cuts no character', () => {
    const text = calendarFile({ name: 'n', entries: [{ ...entry, description: '🚢ü'.repeat(100) }] });
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFFFD]/);
  });

  test('of a feed says how often to look again', () => {
    expect(calendarFile({ name: 'n', entries: [], refreshHours: 1 })).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
  });
});
