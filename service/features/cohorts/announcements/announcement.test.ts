import { expect, test } from 'vitest';
import { cleanWords } from './announcement.ts';

test('words keep their lines and signs, and lose what cannot be seen', () => {
  expect(
    cleanWords({ subject: ' Office\r\nBcc: eve\u0000 ', text: ' One\r\n\tTwo\u0007 \u202Eevil\u202C 👩‍🔬 <b>\n' }),
  ).toEqual({
    subject: 'Office Bcc: eve',
    text: 'One\n\tTwo evil 👩‍🔬 <b>',
  });
  expect(cleanWords({ subject: '\n', text: ' \u202E ' })).toEqual({ subject: '', text: '' });
});
