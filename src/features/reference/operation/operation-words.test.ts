import { expect, test } from 'vitest';
import type { SecurityView } from '../../../../contract/reference-page';
import { sizeInWords } from '../overview/size-in-words';
import { dayInWords } from './day-in-words';
import { answerChoices, contentChoices } from './example-choices';
import { isOpen, schemeWords } from './security-words';

const scheme = (difference: Partial<SecurityView>): SecurityView => ({
  name: 'main',
  type: 'http',
  scopes: [],
  descriptionHtml: '',
  ...difference,
});

test.each<[Partial<SecurityView>, string]>([
  [{ type: 'oauth2' }, 'an access token (OAuth 2)'],
  [{ type: 'apiKey', in: 'header', parameterName: 'X-Key' }, 'a key in the header X-Key'],
  [{ type: 'apiKey', in: 'cookie', parameterName: 'sid' }, 'a key in the cookie sid'],
  [{ scheme: 'Bearer' }, 'a bearer token'],
  [{ scheme: 'basic' }, 'a user name and password'],
  [{ scheme: 'digest' }, 'credentials of the scheme digest'],
  [{ type: 'mutualTLS' }, 'a client certificate'],
])('%j is met by %s', (difference, want) => {
  expect(schemeWords(scheme(difference))).toBe(want);
});

test('an operation is open when nothing, or one alternative, asks for no key', () => {
  expect(isOpen([])).toBe(true);
  expect(isOpen([[scheme({})], []])).toBe(true);
  expect(isOpen([[scheme({})]])).toBe(false);
});

test('a choice of examples has a name only where it needs one', () => {
  const json = (...names: string[]) => ({
    type: 'application/json',
    examples: names.map((name) => ({ name, text: name })),
  });
  expect(contentChoices([json('default')]).map(({ label }) => label)).toEqual(['']);
  expect(contentChoices([json('a', 'b')]).map(({ label }) => label)).toEqual(['a', 'b']);
  const answer = { status: '200', descriptionHtml: '', headers: [], content: [json('default')] };
  const xml = { type: 'application/xml', examples: [{ name: 'default', summary: 'One', text: '<a/>' }] };
  const labels = answerChoices([answer, { ...answer, status: '404', content: [json('x'), xml] }]).map(
    ({ label }) => label,
  );
  expect(labels).toEqual(['200', '404 x, application/json', '404 application/xml']);
});

test('days and sizes in words', () => {
  expect(dayInWords('2027-06-30')).toBe('30 June 2027');
  expect(dayInWords('soon')).toBe('soon');
  expect([12, 126_375, 13_001_822].map(sizeInWords)).toEqual(['12 bytes', '126 KB', '13.0 MB']);
});
