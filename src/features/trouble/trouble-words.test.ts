import { describe, expect, test } from 'vitest';
import type { SandboxTrouble, TroubleRun } from '../../portal-client';
import { reportWords } from './report-words';
import { faultOf, openingText, wantedOf } from './settings-text';
import { leftWords, timeLeft } from './time-left';

const nothing: TroubleRun['report'] = {
  requests: 0,
  troubled: 0,
  recovered: 0,
  retried_in_time: 0,
  retried_too_early: 0,
  repeated_with_same_key: 0,
  repeated_without_it: 0,
  left_before_answer: 0,
  renewed: 0,
  waiting: 0,
  gave_up: 0,
};

describe('a report in words', () => {
  test('says nothing where no request has met the scenario', () => {
    expect(reportWords(nothing)).toEqual([]);
  });

  test('says what was good and what was not', () => {
    const report = { ...nothing, requests: 7, troubled: 3, recovered: 1, retried_too_early: 1, repeated_without_it: 2 };
    expect(reportWords(report)).toEqual([
      { text: '7 requests, 3 of them troubled', tone: 'plain' },
      { text: '1 sent again and succeeded', tone: 'good' },
      { text: '1 sent again before Retry-After', tone: 'bad' },
      { text: '2 writes repeated without the same Idempotency-Key', tone: 'bad' },
    ]);
  });
});

describe('the time left', () => {
  test.each([
    [0, null],
    [1, '1 s'],
    [99_000, '99 s'],
    [100_000, '2 min'],
    [3_600_000, '60 min'],
    [86_400_000, '24 h'],
  ])('%i ms is %s', (ms, words) => {
    expect(timeLeft(ms, 0)).toBe(words);
  });
});

describe('how long a scenario goes on', () => {
  const run = {
    for: 'key',
    settings: { seconds: 90 },
    seed: 1,
    since: '2026-11-21T09:00:00Z',
    until: '2026-11-21T10:00:00Z',
    report: nothing,
  } as const;
  const outage: SandboxTrouble = {
    scenario: 'outage',
    title: 'Outage',
    effect: '',
    advice: '',
    settings: [],
    on: true,
    run,
  };
  const at = Date.parse('2026-11-21T09:00:30Z');

  test('until it is switched off', () => {
    expect(leftWords({ ...outage, scenario: 'flaky' }, at)).toBe('60 min left');
    expect(leftWords({ ...outage, on: false }, at)).toBeNull();
    expect(leftWords({ ...outage, run: undefined }, at)).toBeNull();
  });

  test('an outage until the platform is back, and then as long as it counts', () => {
    expect(leftWords(outage, at)).toBe('Back in 60 s');
    expect(leftWords(outage, at + 60_000)).toBe('Over, counts for 59 min');
  });
});

describe('settings as typed', () => {
  const share = { name: 'share', title: 'Share', unit: '%', minimum: 1, maximum: 100, default: 30 };
  const flaky: SandboxTrouble = {
    scenario: 'flaky',
    title: 'Flaky',
    effect: '',
    advice: '',
    settings: [share],
    on: false,
  };

  test('begin with the defaults, or with those of the latest run', () => {
    expect(openingText(flaky)).toEqual({ share: '30', 'on for': '60' });
    const run = { for: 'key', settings: { share: 5 }, seed: 1, since: '', until: '', report: nothing } as const;
    expect(openingText({ ...flaky, run })).toEqual({ share: '5', 'on for': '60' });
  });

  test.each(['', ' ', '0', '101', '2.5', 'x', '1e3'])('“%s” is none', (text) => {
    expect(faultOf(share, text)).toBe('A whole number from 1 to 100');
    expect(wantedOf(flaky, { share: text, 'on for': '60' })).toBeNull();
  });

  test('of a scenario that has minutes of its own are not those that it is on for', () => {
    const minutes = { name: 'minutes', title: 'Off by', unit: 'min', minimum: -720, maximum: 720, default: 10 };
    const skew: SandboxTrouble = { ...flaky, scenario: 'clock-skew', settings: [minutes] };
    expect(wantedOf(skew, { ...openingText(skew), minutes: '-90' })).toEqual({
      settings: { minutes: -90 },
      minutes: 60,
    });
  });

  test('are sent as numbers', () => {
    expect(wantedOf(flaky, { share: '7', 'on for': '5' })).toEqual({ settings: { share: 7 }, minutes: 5 });
  });
});
