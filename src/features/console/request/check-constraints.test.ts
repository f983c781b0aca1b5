import { describe, expect, test } from 'vitest';
import { brokenConstraint } from './check-constraints';

describe('what a text does not keep to, in the contract’s words', () => {
  test.each([
    ['1 to 100', '101', true],
    ['1 to 100', '0', true],
    ['at least 1', '0', true],
    ['at most 5', '5.5', true],
    ['more than 0, less than 1', '1', true],
    ['a multiple of 0.1', '0.25', true],
    ['at least 2 characters', 'a', false],
    ['exactly 2 characters', 'abc', false],
    ['1 to 3 characters', '', false],
    ['matches ^off_', 'of_1', false],
  ])('%s: not %s', (words, text, isNumber) => {
    expect(brokenConstraint(['holds text/plain', words], text, isNumber)).toBe(words);
  });

  test.each([
    ['1 to 100', '100', true],
    ['a multiple of 0.1', '0.3', true],
    ['at most 3 characters', '🙂🙂🙂', false],
    ['at least 5', 'abc', false],
    ['at least 5 items', '1', true],
    ['no other properties', 'x', false],
    ['matches ^[a-z]+$', 'abc', false],
    ['matches (a+)+$', 'b', false],
    ['matches [', 'b', false],
  ])('%s: %s is left alone', (words, text, isNumber) => {
    expect(brokenConstraint([words], text, isNumber)).toBeUndefined();
  });

  test('a pattern that could run for ever is not run', () => {
    expect(brokenConstraint(['matches ^(a+)+$'], `${'a'.repeat(60)}!`, false)).toBeUndefined();
  });
});
