import { expect, test } from 'vitest';
import { ownPath, signInAddress } from './own-path';

test.each(['/docs/webhooks', '/keys?show=all#new', '/', '/reference/cardea/v2/create-credential-offer'])(
  '%s is come back to',
  (path) => {
    expect(ownPath(path)).toBe(path);
  },
);

test.each([
  null,
  '',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  ' /docs',
  'docs',
  '/sign-in',
  '/sign-in/?to=/sign-in',
  '/sign-up',
])('%j leads nobody away', (text) => {
  expect(ownPath(text)).toBe('/account');
});

test.each([
  ['/docs/webhooks', '/sign-in?to=%2Fdocs%2Fwebhooks'],
  ['/', '/sign-in'],
  ['/sign-up', '/sign-in'],
])('from %s one signs in at %s', (path, address) => {
  expect(signInAddress(path)).toBe(address);
});
