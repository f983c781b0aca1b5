import { describe, expect, test } from 'vitest';
import { readAddress } from './address.ts';

describe('an address is taken apart', () => {
  test.each([
    ['/gateway/cardea/v2/credential-offers', ['credential-offers'], ''],
    ['/gateway/cardea/v2/credential-offers/off_1?expand=a%2Fb', ['credential-offers', 'off_1'], 'expand=a%2Fb'],
    ['/gateway/cardea/v2', [''], ''],
    ['/gateway/cardea/v2/', [''], ''],
    ['/gateway/cardea/v2/a/', ['a', ''], ''],
    ['/gateway/cardea/v2/caf%C3%A9', ['café'], ''],
    ['/gateway/cardea/v2/a%20b', ['a b'], ''],
    ['/gateway/cardea/v2/100%25', ['100%'], ''],
    ['/gateway/cardea/v2/.well-known/a..b', ['.well-known', 'a..b'], ''],
    ['http://elsewhere.example/gateway/cardea/v2/a', ['a'], ''],
    ['/gateway/cardea/v2/a?b=//../%2e', ['a'], 'b=//../%2e'],
  ])('%s', (target, segments, query) => {
    const reading = readAddress(target);
    if (reading.kind !== 'read') throw new Error(reading.reason);
    expect(reading.address).toMatchObject({ api: 'cardea', version: 'v2', query });
    expect(reading.address.segments.map((segment) => segment.text)).toEqual(segments);
  });
});

describe('an address that can be read in two ways is refused', () => {
  test.each([
    ['/gateway/cardea/v2/a%2fb', 'encoded slash'],
    ['/gateway/cardea/v2/a%2Fb', 'encoded slash'],
    ['/gateway/cardea/v2/a%5Cb', 'encoded slash or backslash'],
    ['/gateway/cardea/v2/a\\b', 'backslash'],
    ['/gateway/cardea/v2/%2e%2e/portal', 'encoded full stop'],
    ['/gateway/cardea/v2/%2E', 'encoded full stop'],
    ['/gateway/cardea/v2/../../portal/v1/exchanges', 'full stops'],
    ['/gateway/cardea/v2/..', 'full stops'],
    ['/gateway/cardea/v2/./a', 'full stops'],
    ['/gateway/cardea/v2//a', 'empty segment'],
    ['/gateway//v2/a', 'empty segment'],
    ['/gateway/cardea/v2/a%00', 'control character'],
    ['/gateway/cardea/v2/a%0d%0aX:1', 'control character'],
    ['/gateway/cardea/v2/a%252fb', 'encoded twice'],
    ['/gateway/cardea/v2/a%252e', 'encoded twice'],
    ['/gateway/cardea/v2/a%zz', 'encodes nothing'],
    ['/gateway/cardea/v2/a%', 'encodes nothing'],
    ['/gateway/cardea/v2/caf\u00e9', 'has to be percent-encoded'],
    ['/gateway/cardea/v2/a#b', 'number sign'],
    ['/gateway/cardea/v2/%ff', 'not UTF-8'],
    ['/gateway/cardea/v2/%c0%af', 'not UTF-8'],
  ])('%s', (target, reason) => {
    const reading = readAddress(target);
    expect(reading).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) as string });
  });
});
