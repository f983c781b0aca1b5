import { expect, test } from 'vitest';
import { statusName } from './http-status';

test.each([
  [404, 'Not Found'],
  ['200', 'OK'],
  ['4XX', undefined],
  ['default', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
])('the status %s is called %s', (status, name) => {
  expect(statusName(status)).toBe(name);
});
