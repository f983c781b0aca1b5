import { expect, test } from 'vitest';
import { typedInto } from './use-early-keys';

const press = (key: string, held: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

test.each([
  ['a letter is added', 'of', press('f'), 'off'],
  ['a letter beyond the basic plane is one key', '', press('𝛑'), '𝛑'],
  ['a space is added', 'get', press(' '), 'get '],
  ['Backspace takes the last back', 'off', press('Backspace'), 'of'],
  ['Enter types nothing', 'of', press('Enter'), null],
  ['a shortcut types nothing', 'of', press('k', { ctrlKey: true }), null],
])('%s', (_name, text, event, want) => {
  expect(typedInto(text, event)).toBe(want);
});
