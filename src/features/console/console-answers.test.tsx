// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { eachOnItsOwn, said, send, setUp } from './console.fixture';

eachOnItsOwn();

describe('an answer in the console', () => {
  test('shows a stream as it comes, and can be cancelled', async () => {
    let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
    const { user } = setUp(({ init }) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          stream = controller;
          init.signal?.addEventListener('abort', () => controller.error(new DOMException('', 'AbortError')));
        },
      });
      return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
    });
    await user.click(send());
    await act(async () => stream?.enqueue(new TextEncoder().encode('data: first\n\n')));
    expect(await screen.findByText('first')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await said(/^Cancelled$/);
    expect(await screen.findByText('first')).toBeTruthy();
  });

  test('says that the network is at fault where nothing comes back, and keeps what was typed', async () => {
    const { user } = setUp(() => Promise.reject(new TypeError('Failed to fetch')));
    await user.clear(screen.getByLabelText('issuer'));
    await user.type(screen.getByLabelText('issuer'), 'iss_mine');
    await user.click(send());
    await said(/^No answer$/);
    expect(screen.getByText('The network')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('issuer').value).toBe('iss_mine');
  });

  test.each([
    ['text/html', '<img src=x onerror="document.title=1">'],
    ['application/json', '{"a":"<script>document.title=1</script>"}'],
    ['text/plain', '<svg onload=alert(1)>'],
  ])('shows a hostile answer of type %s as text', async (type, body) => {
    const { user, view } = setUp(
      () => new Response(body, { headers: { 'Content-Type': type, 'X-Evil': '<em>bold</em>' } }),
    );
    await user.click(send());
    await screen.findByText('x-evil');
    for (const name of ['script', 'img', 'em']) expect(view.container.querySelector(name)).toBeNull();
    expect(view.container.textContent).toContain('<em>bold</em>');
  });
});
