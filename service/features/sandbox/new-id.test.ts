import { describe, expect, test } from 'vitest';
import type { Schema } from '../../../contract/model.ts';
import { aContract } from '../../../contract/model.fixture.ts';
import { newIdFor } from './new-id.ts';
import { textOfPattern } from './pattern-text.ts';

const counting = (bytes: number) => Uint8Array.from({ length: bytes }, (_, index) => index * 7);

describe('a new id is of the contract’s kind', () => {
  test.each<[string, Schema, unknown, RegExp]>([
    ['the next number', { type: 'integer' }, 12, /^42$/],
    ['a number by the example alone', {}, 12, /^42$/],
    ['a UUID by its format', { type: 'string', format: 'uuid' }, undefined, /^[0-9a-f]{8}-[0-9a-f]{4}-4/],
    ['a UUID like the example', { type: 'string' }, '3fa85f64-5717-4562-b3fc-2c963f66afa6', /^[0-9a-f]{8}-/],
    ['a prefix with letters and digits', { type: 'string' }, 'off_01k9z6w3e8', /^off_[a-z0-9]{10}$/],
    ['a prefix and upper case', { type: 'string' }, 'CUS-ABCDEFGHI', /^CUS-[A-Z]{9}$/],
    ['digits', { type: 'string' }, '90412', /^[1-9]\d{4}$/],
    ['one by the pattern', { type: 'string', pattern: '^crd_[0-9a-z]{26}$' }, undefined, /^crd_[0-9a-z]{26}$/],
    [
      'one by the pattern where the example does not fit',
      { type: 'string', pattern: '^x-\\d{3}$' },
      'abc_1',
      /^x-\d{3}$/,
    ],
    ['something where nothing is said', { type: 'string' }, undefined, /^[a-z0-9]{16}$/],
  ])('%s', (_name, schema, example, want) => {
    expect(String(newIdFor(aContract([]), schema, example, 42, counting))).toMatch(want);
  });

  test.each(['^off_[a-z0-9]+$', '^[A-F0-9]{4}-[A-F0-9]{2,3}$', '^\\w{5}\\.\\d?$', '^v[0-9]*x$', '^a\\-b$'])(
    'a text of %s fits it',
    (pattern) => {
      expect(textOfPattern(pattern, counting)).toMatch(new RegExp(pattern));
    },
  );

  test.each(['^(a|b)$', '^(?=x)y$', '[^a]'])('%s is not tried', (pattern) => {
    expect(textOfPattern(pattern, counting)).toBeUndefined();
  });
});
