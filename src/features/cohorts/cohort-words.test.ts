import { describe, expect, test } from 'vitest';
import { daysWords, stateWords } from './cohort-words';
import { splitLinks } from './split-links';

test.each([
  [[null, null, null], ''],
  [['2026-09-01', '2026-12-01', '2027-03-01'], '1 Sept 2026 to 1 Dec 2026, launch 1 Mar 2027'],
  [['2026-09-01', null, null], 'from 1 Sept 2026'],
  [[null, '2026-12-01', null], 'until 1 Dec 2026'],
])('the days %j are "%s"', ([starts_on = null, ends_on = null, launch_on = null], words) =>
  expect(daysWords({ starts_on, ends_on, launch_on })).toBe(words),
);

test('a mail that was tried and waits says so', () => {
  expect(stateWords({ state: 'waiting', mail_error: null })).toBe('Mail is on its way');
  expect(stateWords({ state: 'waiting', mail_error: 'refused' })).toBe('Mail could not be sent yet; trying again');
});

describe('links in a text', () => {
  const links = (text: string) => splitLinks(text).flatMap(({ kind, text: part }) => (kind === 'link' ? [part] : []));

  test.each<[string, string[]]>([
    ['See https://a.example/x?y=1#z.', ['https://a.example/x?y=1#z']],
    ['(http://a.example), "https://b.example/"!', ['http://a.example', 'https://b.example/']],
    ['HTTPS://A.example', ['HTTPS://A.example']],
    ['javascript:alert(1) data:text/html,x ftp://a.example //a.example www.a.example', []],
    ['<a href="https://a.example/">x</a>', ['https://a.example/']],
    ['https:// https://', []],
    ['https://[', []],
  ])('%j', (text, found) => expect(links(text)).toEqual(found));

  test('nothing of the text is lost', () => {
    const text = 'One https://a.example, two\nhttps://b.example/(x) three';
    expect(
      splitLinks(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
