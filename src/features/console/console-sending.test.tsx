// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { eachOnItsOwn, headersOf, json, page, said, send, setUp } from './console.fixture';
import { createMemory } from './memory';
import { operationPage, parameter } from './page.fixture';

eachOnItsOwn();

describe('sending from the console', () => {
  test('sends the contract’s example with a guest key, and shows the answer', async () => {
    const { user, seen } = setUp(() =>
      json(201, { id: 'off_1' }, { 'Server-Timing': 'gateway;dur=2, upstream;dur=9', 'X-Request-Id': 'req_1' }),
    );
    await user.click(send());
    await said(/^201 Created, /);
    expect(
      seen.map((one) => [one.init.method, one.url, one.init.body, one.init.credentials, one.init.redirect]),
    ).toEqual([['POST', '/gateway/cardea/v2/offers/iss_1', '{\n  "type": "diploma"\n}', 'omit', 'manual']]);
    expect(headersOf(seen[0])).toMatchObject({
      authorization: 'Bearer ptl_test_key1',
      'content-type': 'application/json',
    });
    expect(screen.getByText('stored').tagName).toBe('B');
    expect(screen.getByText(/gateway 2\.0 ms, upstream 9\.0 ms/)).toBeTruthy();
    expect(await screen.findByText('x-request-id')).toBeTruthy();
    expect(screen.getByText(/ends in 1:59 h/)).toBeTruthy();
  });

  test('sends again what was sent, whatever stands in the form by now', async () => {
    const { user, seen } = setUp();
    await user.click(send());
    await said(/^201 Created, /);
    await user.type(screen.getByLabelText('issuer'), '2');
    await user.click(screen.getByRole('button', { name: 'Send again' }));
    await said(/^201 Created, /);
    await user.click(send());
    await said(/^201 Created, /);
    expect(seen.map(({ url }) => url.split('/').at(-1))).toEqual(['iss_1', 'iss_1', 'iss_12']);
  });

  test('sends by Ctrl+Enter from any field', async () => {
    const { user, seen } = setUp();
    await user.click(screen.getByLabelText('Body'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await said(/^201 Created, /);
    expect(seen).toHaveLength(1);
  });

  test('keeps unsent edits for when one comes back, and puts the examples back on Reset', async () => {
    const memory = createMemory();
    const first = setUp(undefined, page, memory);
    await first.user.clear(screen.getByLabelText('issuer'));
    await first.user.type(screen.getByLabelText('issuer'), 'iss_mine');
    first.view.unmount();
    const second = setUp(undefined, page, memory);
    expect(screen.getByLabelText<HTMLInputElement>('issuer').value).toBe('iss_mine');
    await second.user.click(screen.getByRole('button', { name: 'Reset' }));
    expect(screen.getByLabelText<HTMLInputElement>('issuer').value).toBe('iss_1');
  });

  test('carries the id of what was made to the operation that reads it', async () => {
    const memory = createMemory();
    const create = setUp(undefined, { ...page, path: '/offers', parameters: [] }, memory);
    await create.user.click(send());
    await said(/^201 Created, /);
    create.view.unmount();
    const read = operationPage({
      path: '/offers/{offer_id}',
      parameters: [parameter({ name: 'offer_id', in: 'path', example: 'off_x' })],
    });
    setUp(undefined, read, memory);
    expect(screen.getByLabelText<HTMLInputElement>('offer_id').value).toBe('off_1');
  });
});
