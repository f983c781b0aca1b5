import { describe, expect, test } from 'vitest';
import { officeHours } from './events.fixture.ts';
import { checkWords } from './check-words.ts';
import { planDates } from './plan-dates.ts';
import { isTimeZone, localTimeOf, momentOf } from './zoned-time.ts';

describe('the moment that the clocks of a time zone show', () => {
  test.each([
    ['in winter', '2026-12-01T14:00', 'Europe/Copenhagen', '2026-12-01T13:00:00.000Z'],
    ['in summer', '2026-07-01T14:00', 'Europe/Copenhagen', '2026-07-01T12:00:00.000Z'],
    ['where it is half an hour', '2026-07-01T14:00', 'Asia/Kolkata', '2026-07-01T08:30:00.000Z'],
    ['on the other side of midnight', '2026-12-01T01:00', 'Pacific/Auckland', '2026-11-30T12:00:00.000Z'],
    ['of UTC', '2026-12-01T14:00', 'UTC', '2026-12-01T14:00:00.000Z'],
    ['twice, is the first time', '2026-10-25T02:30', 'Europe/Copenhagen', '2026-10-25T00:30:00.000Z'],
    ['never, is as if they were not set ahead', '2026-03-29T02:30', 'Europe/Copenhagen', '2026-03-29T01:30:00.000Z'],
    ['before they are set ahead in the west', '2026-03-08T01:30', 'America/New_York', '2026-03-08T06:30:00.000Z'],
  ])('%s', (_, local, zone, moment) => expect(momentOf(local, zone).toISOString()).toBe(moment));

  test('is shown by them again', () => {
    for (const zone of ['Europe/Copenhagen', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca']) {
      for (let day = 1; day <= 28; day += 3) {
        const local = `2026-04-${String(day).padStart(2, '0')}T12:15`;
        expect(localTimeOf(momentOf(local, zone), zone)).toBe(local);
      }
    }
  });

  test('is known for IANA names only', () => {
    expect(['Europe/Paris', 'UTC', '+02:00', 'Mars/Olympus', '', '../etc'].map(isTimeZone)).toEqual([
      ...[true, true, false, false, false, false],
    ]);
  });
});

describe('dates of an event', () => {
  test('keep the time of the day when the clocks are set back', () => {
    const planned = planDates({ ...officeHours, starts: '2026-10-21T14:00', repeats: 'weekly', until: '2026-11-04' });
    expect(planned.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2026-10-21T12:00:00.000Z',
      '2026-10-28T13:00:00.000Z',
      '2026-11-04T13:00:00.000Z',
    ]);
  });

  test('are every second week, or one', () => {
    const planned = planDates({ ...officeHours, repeats: 'biweekly', until: '2026-12-29' });
    expect(planned.map(({ startsAt }) => startsAt.toISOString().slice(5, 10))).toEqual(['12-01', '12-15', '12-29']);
    expect(planDates(officeHours)).toHaveLength(1);
  });
});

describe('what staff write', () => {
  const now = new Date('2026-11-21T09:00:00Z');
  const wrong = (change: object, isNew = true) =>
    checkWords({ ...officeHours, ...change }, now, isNew).map(({ at }) => at);

  test.each([
    ['all is well', {}, []],
    ['no such zone', { timeZone: 'Mars/Olympus' }, ['/time_zone']],
    ['no such day', { starts: '2026-02-30T14:00' }, ['/starts']],
    ['no such hour', { starts: '2026-12-01T24:30' }, ['/starts']],
    ['a link that runs', { link: 'javascript:alert(1)' }, ['/link']],
    ['an end without repeating', { until: '2026-12-24' }, ['/until']],
    ['repeating without an end', { repeats: 'weekly' }, ['/until']],
    ['an end before the start', { repeats: 'weekly', until: '2026-11-30' }, ['/until']],
    ['more than a year', { repeats: 'weekly', until: '2028-06-01' }, ['/until']],
    [
      'all that is wrong',
      { timeZone: 'x/y', starts: '2026-13-01T10:00', link: 'x' },
      ['/time_zone', '/starts', '/link'],
    ],
    ['over', { starts: '2026-11-01T10:00' }, ['/starts']],
  ])('%s', (_, change, at) => expect(wrong(change)).toEqual(at));

  test('may be about what is over, once it is there', () => {
    expect(wrong({ starts: '2026-11-01T10:00' }, false)).toEqual([]);
  });
});
