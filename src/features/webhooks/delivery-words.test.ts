import { expect, test } from 'vitest';
import { relativeTime, stateWords, targetWords } from './delivery-words';

const now = Date.parse('2026-11-21T09:00:00Z');
const later = (seconds: number) => new Date(now + seconds * 1000).toISOString();

test.each([
  [0, 'now'],
  [42, 'in 42 s'],
  [-42, '42 s ago'],
  [600, 'in 10 min'],
  [-7200, '2 h ago'],
  [-5 * 86_400, '5 days ago'],
])('%i seconds are %s', (seconds, words) => {
  expect(relativeTime(now + seconds * 1000, now)).toBe(words);
});

test.each([
  [{ state: 'delivered', attempts: 1, last_status: 204, next_attempt_at: null }, 'Delivered'],
  [{ state: 'delivered', attempts: 3, last_status: 200, next_attempt_at: null }, 'Delivered at attempt 3'],
  [{ state: 'failed', attempts: 6, last_status: null, next_attempt_at: null }, 'Failed after 6 attempts (no answer)'],
  [{ state: 'stopped', attempts: 1, last_status: 410, next_attempt_at: null }, 'Stopped'],
  [{ state: 'waiting', attempts: 0, last_status: null, next_attempt_at: later(8) }, 'Sent in 8 s'],
  [
    { state: 'waiting', attempts: 2, last_status: 500, next_attempt_at: later(30) },
    'Attempt 2 failed (500), next in 30 s',
  ],
  [{ state: 'waiting', attempts: 1, last_status: 500, next_attempt_at: later(-3) }, 'Attempt 1 failed (500), next now'],
] as const)('%o is told', (delivery, words) => {
  expect(stateWords(delivery, now)).toBe(words);
});

test('the target is the inbox or a host', () => {
  const inbox = { url: 'https://inbox.example/webhooks', endpoint: 'inbox', goes_to_inbox: true };
  expect(targetWords(inbox)).toBe('Inbox');
  expect(targetWords({ url: 'https://id.halden.example/a', endpoint: 'whe_1', goes_to_inbox: true })).toBe(
    'id.halden.example, shown in the inbox',
  );
  expect(targetWords({ url: 'http://localhost:4000/a', endpoint: 'own', goes_to_inbox: false })).toBe('localhost:4000');
});
