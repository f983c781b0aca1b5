// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OperationPage } from '../../../contract/reference-page';
import { createGuestKeys } from '../../portal-client';
import { ConsoleForm } from './ConsoleForm';
import { createMemory } from './memory';
import { jsonBody, operationPage, parameter } from './page.fixture';

/** jsdom has no layout, so nothing to scroll. */
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const page = operationPage({
  id: 'createOffer',
  method: 'post',
  path: '/offers/{issuer}',
  title: 'Create an offer',
  parameters: [
    parameter({ name: 'issuer', in: 'path', example: 'iss_1' }),
    parameter({ name: 'limit', in: 'query', schema: { type: 'integer' }, example: 20 }),
    parameter({ name: 'state', in: 'query', schema: { type: 'string', enum: ['"on"', '"off"'] } }),
  ],
  body: jsonBody('{\n  "type": "diploma"\n}'),
  responses: [
    { status: '201', descriptionHtml: '<p>The offer, as it was <b>stored</b>.</p>', headers: [], content: [] },
  ],
});

interface Seen {
  readonly url: string;
  readonly init: RequestInit;
}

type Answering = (seen: Seen, index: number) => Response | Promise<Response>;

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

function setUp(
  answer: Answering = () => json(201, { id: 'off_1' }),
  shown: OperationPage = page,
  memory = createMemory(),
) {
  const seen: Seen[] = [];
  let issued = 0;
  const issue = async () => ({
    kind: 'ok' as const,
    value: {
      key: `ptl_test_key${(issued += 1)}`,
      environment: 'sandbox' as const,
      organization: 'org_guest',
      expires_at: new Date(Date.now() + 7_180_000).toISOString(),
      requests_per_minute: 120,
    },
  });
  const ports = {
    serviceUrl: '',
    keys: createGuestKeys(issue, Date.now),
    memory,
    fetch: async (url: string, init: RequestInit) => {
      seen.push({ url, init });
      return answer({ url, init }, seen.length);
    },
  };
  const view = render(<ConsoleForm page={shown} ports={ports} origin="https://portal.example" />);
  return { seen, memory, view, user: userEvent.setup() };
}

const send = () => screen.getByRole('button', { name: 'Send' });
/** What the console's live region says, in the end. The other live regions belong to copy buttons. */
const said = (words: RegExp) => screen.findByText(words, { selector: 'p[role=status]' });
const headersOf = (seen: Seen | undefined) => Object.fromEntries(new Headers(seen?.init.headers));

describe('the console', () => {
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

  test('is asked for no key where none is needed', async () => {
    const { user, seen } = setUp(undefined, { ...page, security: [] });
    expect(screen.getByText('No key needed')).toBeTruthy();
    await user.click(send());
    await said(/^201 Created, /);
    expect(headersOf(seen[0])).not.toHaveProperty('authorization');
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

  test('takes a new key where the gateway says that this one has expired, and sends again', async () => {
    const { user, seen } = setUp((_seen, index) =>
      index === 1 ? json(401, { type: 'https://portal.example/docs/errors/key-expired' }) : json(201, {}),
    );
    await user.click(send());
    await said(/^201 Created, /);
    expect(seen.map((one) => headersOf(one).authorization)).toEqual(['Bearer ptl_test_key1', 'Bearer ptl_test_key2']);
  });

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

  test('never shows the key, and hands it on only where it is copied on purpose', async () => {
    const { user, view } = setUp();
    await user.click(send());
    await said(/^201 Created, /);
    const curl = screen.getByText('The same as code').closest('details');
    await user.click(screen.getByText('The same as code'));
    await waitFor(() => expect(curl?.textContent).toContain("--header 'Authorization: Bearer YOUR_KEY'"));
    expect(view.container.innerHTML).not.toContain('ptl_test_key1"');
    const copies = within(curl!).getAllByRole('button', { hidden: true });
    expect(copies.map((button) => button.getAttribute('aria-label'))).toEqual([
      'Copy the code',
      'Copy the code with your key',
    ]);
    await user.click(copies[1]!);
    expect(await navigator.clipboard.readText()).toContain('Bearer ptl_test_key1');
  });
});
