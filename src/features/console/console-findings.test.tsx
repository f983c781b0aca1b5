// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { eachOnItsOwn, json, said, send, setUp } from './console.fixture';

eachOnItsOwn();

describe('what is wrong with a request', () => {
  test('holds back what the contract does not allow, marks it, and sends it on purpose', async () => {
    const { user, seen } = setUp();
    await user.type(screen.getByRole('combobox', { name: 'Add a parameter' }), 'limit{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('limit'));
    await user.type(screen.getByLabelText('limit'), 'many');
    await user.click(send());
    expect(screen.getByLabelText('limit').getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(screen.getByLabelText('limit'));
    expect(screen.getByText('This is not an integer.')).toBeTruthy();
    expect(seen).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Send anyway' }));
    await said(/^201 Created, /);
    expect(seen[0]?.url).toBe('/gateway/cardea/v2/offers/iss_1?limit=many');
  });

  test('cannot be made to send without a value in the path', async () => {
    const { user, seen } = setUp();
    await user.clear(screen.getByLabelText('issuer'));
    await user.click(send());
    await user.click(send());
    expect(screen.getByText('The path needs a value here.')).toBeTruthy();
    expect(seen).toHaveLength(0);
  });

  test('says where the body is not JSON', async () => {
    const { user } = setUp();
    const body = screen.getByLabelText('Body');
    await user.clear(body);
    await user.type(body, '{{"a" 1}');
    expect(await screen.findByText(/Line 1, column 6: expected a colon/)).toBeTruthy();
    expect(body.getAttribute('aria-invalid')).toBe('true');
  });

  test('marks the fields that a refusal names, and says whose fault it is', async () => {
    const { user } = setUp(() =>
      json(400, {
        type: 'https://portal.example/docs/errors/request-invalid',
        title: 'The request is not as the contract describes it',
        status: 400,
        errors: [
          { in: 'query', at: 'limit', message: 'must be <= 100' },
          { in: 'body', at: '/type', message: 'must be one of: degree' },
        ],
      }),
    );
    await user.click(send());
    expect(await screen.findByText('Your request')).toBeTruthy();
    expect(screen.getByLabelText('limit').getAttribute('aria-invalid')).toBe('true');
    await user.click(screen.getByRole('button', { name: '/type' }));
    const body = screen.getByLabelText<HTMLTextAreaElement>('Body');
    expect(document.activeElement).toBe(body);
    expect(body.value.slice(body.selectionStart, body.selectionEnd)).toBe('  "type": "diploma"');
    await user.type(body, ' ');
    expect(document.activeElement).toBe(body);
    const guide = screen.getByRole('link', { name: 'What this means and how to mend it' });
    expect(guide.getAttribute('href')).toBe('/docs/errors/request-invalid');
  });
});
