import { expect, test } from 'vitest';
import { browserLimits } from './browser-limits';

const plain = {
  method: 'POST',
  url: '/gateway/a/v1/x',
  headers: [],
  cookies: [],
  user: null,
  content: { kind: 'none' as const },
};

test.each([
  ['nothing of an ordinary request', { headers: [['X-Note', 'a']] as const }, []],
  ['cookies', { cookies: ['a=1'] }, ['A browser does not let a page choose cookies, so they are left out.']],
  [
    'forbidden headers',
    { headers: [['Host', 'x'] as const, ['Sec-Fetch-Mode', 'y'] as const] },
    ['A browser does not let a page set Host, Sec-Fetch-Mode, so it is left out.'],
  ],
  ['a method', { method: 'TRACE' }, ['A browser does not send TRACE requests.']],
  [
    'a body with GET',
    { method: 'GET', content: { kind: 'text' as const, text: 'x' } },
    ['A browser does not send a body with GET.'],
  ],
])('a browser holds back %s', (_name, part, want) => {
  expect(browserLimits({ ...plain, ...part })).toEqual(want);
});
