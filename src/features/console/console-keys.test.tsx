// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { eachOnItsOwn, headersOf, json, page, said, send, setUp } from './console.fixture';

eachOnItsOwn();

describe('the console’s key', () => {
  test('is asked for no key where none is needed', async () => {
    const { user, seen } = setUp(undefined, { ...page, security: [] });
    expect(screen.getByText('No key needed')).toBeTruthy();
    await user.click(send());
    await said(/^201 Created, /);
    expect(headersOf(seen[0])).not.toHaveProperty('authorization');
  });

  test('takes a new key where the gateway says that this one has expired, and sends again', async () => {
    const { user, seen } = setUp((_seen, index) =>
      index === 1 ? json(401, { type: 'https://portal.example/docs/errors/key-expired' }) : json(201, {}),
    );
    await user.click(send());
    await said(/^201 Created, /);
    expect(seen.map((one) => headersOf(one).authorization)).toEqual(['Bearer ptl_test_key1', 'Bearer ptl_test_key2']);
  });

  test('never shows the key, and hands it on only where it is copied on purpose', async () => {
    const { user, view } = setUp();
    await user.click(send());
    await said(/^201 Created, /);
    const curl = screen.getByText('The same as code').closest('details');
    await user.click(screen.getByText('The same as code'));
    await waitFor(() => expect(curl?.textContent).toContain("--header 'Authorization: Bearer YOUR_KEY'"));
    expect(view.container.innerHTML).not.toContain('ptl_test_key1"');
    const copies = within(curl!).getAllByRole('button', { hidden: true, name: /^Copy/ });
    expect(copies.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Copy the code',
      'Copy the code with your key',
    ]);
    await user.click(copies[1]!);
    expect(await navigator.clipboard.readText()).toContain('Bearer ptl_test_key1');
  });
});
