// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type {
  GuestKeys,
  Outcome,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookOverview,
  WebhooksClient,
} from '../../portal-client';
import { WebhooksBoard } from './WebhooksBoard';

afterEach(cleanup);

const held = { key: 'ptl_test_a', organization: 'o', requestsPerMinute: 1, receivedAt: 0, endsAt: 1e15 };
const keys: Pick<GuestKeys, 'obtain' | 'drop'> = {
  obtain: async () => ({ kind: 'ok', value: held }),
  drop: () => undefined,
};
const away: Outcome<never> = {
  kind: 'problem',
  problem: {
    kind: 'unreachable',
    code: 'unreachable',
    status: null,
    title: 'The service could not be reached',
    detail: null,
    places: [],
    retryAfterSeconds: null,
    guide: null,
  },
};

const overview: WebhookOverview = {
  inbox: { url: 'https://inbox.example/webhooks', secret: 'whsec_inboxinboxinbox' },
  address: null,
  apis: [
    {
      api: 'cardea',
      version: 'v2',
      endpoints_at: '/webhook-endpoints',
      types: [
        { type: 'credential.issued', summary: 'A credential was issued' },
        { type: 'credential.revoked', summary: 'A credential was revoked' },
      ],
      endpoints: [
        {
          id: 'whe_1',
          url: 'https://hooks.partner.test/a',
          types: null,
          enabled: false,
          goes_to_inbox: true,
          failing_since: null,
        },
      ],
    },
    { api: 'bare', version: 'v1', endpoints_at: null, types: [], endpoints: [] },
  ],
};

const delivery: WebhookDelivery = {
  id: 'dlv_2',
  api: 'cardea',
  version: 'v2',
  type: 'credential.revoked',
  message: 'evt_1',
  cause: 'event',
  endpoint: 'own',
  url: 'https://hooks.partner.dev/a?b=c',
  goes_to_inbox: false,
  state: 'failed',
  attempts: 2,
  last_status: 500,
  note: 'It was answered with 500; only 2XX counts as received. It was the last of 2 attempts.',
  created_at: new Date().toISOString(),
  next_attempt_at: null,
};

const detail: WebhookDeliveryDetail = {
  ...delivery,
  body: '{"id":"evt_1"}',
  attempts_made: [
    {
      number: 1,
      at: delivery.created_at,
      duration_ms: 12,
      request_headers: { 'webhook-id': 'evt_1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,abc=' },
      checks: [
        { name: 'timestamp', passed: false, text: 'The timestamp is 600 s ahead.' },
        { name: 'signature', passed: true, text: 'A signature is by the endpoint’s secret.' },
      ],
      status: 500,
      error: null,
      response_headers: { server: '<b>me</b>' },
      response_body: '<script>alert(1)</script>',
    },
  ],
};

function setUp(given: Partial<WebhooksClient> = {}, api = 'cardea', version = 'v2') {
  const calls: unknown[] = [];
  const ok = <Value,>(name: string, value: Value) => {
    return async (...with_: unknown[]): Promise<Outcome<Value>> => {
      calls.push([name, ...with_.slice(0, -1)]);
      return { kind: 'ok', value };
    };
  };
  const client: WebhooksClient = {
    overview: async () => ({ kind: 'ok', value: overview }),
    list: async () => ({ kind: 'ok', value: { data: [delivery], has_more: false } }),
    find: async () => ({ kind: 'ok', value: detail }),
    sendTest: ok('sendTest', [delivery]),
    replay: ok('replay', { ...delivery, id: 'dlv_3' }),
    replaySince: ok('replaySince', []),
    setAddress: ok('setAddress', { url: 'https://hooks.partner.dev/', secret: 'whsec_own' }),
    removeAddress: ok('removeAddress', null),
    ...given,
  };
  render(<WebhooksBoard version={{ api, version }} ports={{ client, keys }} />);
  return { calls, user: userEvent.setup() };
}

test('a test event of the chosen type is sent', async () => {
  const { calls, user } = setUp();
  await user.selectOptions(await screen.findByLabelText('Event type'), 'credential.revoked');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(calls).toEqual([['sendTest', { api: 'cardea', version: 'v2', type: 'credential.revoked' }]]);
  expect(await screen.findByText('credential.revoked is on its way.')).toBeTruthy();
});

test('a delivery opens: its request, what a receiver finds, its attempts; hostile text stays text', async () => {
  const { calls, user } = setUp();
  const row = await screen.findByRole('button', { name: /credential\.revoked.*Failed after 2 attempts \(500\)/ });
  expect(row.getAttribute('aria-expanded')).toBe('false');
  row.focus();
  await user.keyboard('{Enter}');
  const checks = await screen.findByRole('list', { name: 'What a receiver finds' });
  expect(
    within(checks)
      .getAllByRole('listitem')
      .map((item) => item.dataset.passed),
  ).toEqual(['false', 'true']);
  expect(document.body.textContent).toContain('POST /a?b=c HTTP/1.1');
  expect(document.body.textContent).toContain('<script>alert(1)</script>');
  expect(document.querySelector('script')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Send again' }));
  expect(calls).toEqual([['replay', 'dlv_2']]);
  await user.click(row);
  expect(screen.queryByRole('list', { name: 'What a receiver finds' })).toBeNull();
});

test('what failed in the last day is sent again at once', async () => {
  const { calls, user } = setUp();
  await user.click(await screen.findByRole('button', { name: 'Send what failed today again' }));
  expect(calls).toMatchObject([['replaySince', { state: 'failed' }]]);
});

test('an address is set, and why one is refused stands at its field', async () => {
  const refused: Outcome<never> = {
    kind: 'problem',
    problem: {
      ...(away as { problem: object }).problem,
      detail: 'The address is not on the public internet.',
    } as never,
  };
  const { user } = setUp({ setAddress: async () => refused });
  const field = await screen.findByLabelText('Your address');
  expect(screen.getByRole('button', { name: 'Set' }).hasAttribute('disabled')).toBe(true);
  await user.type(field, 'https://127.0.0.1/{Enter}');
  expect((await screen.findByRole('alert')).textContent).toBe('The address is not on the public internet.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('where nothing was sent, it says how something is', async () => {
  setUp({ list: async () => ({ kind: 'ok', value: { data: [], has_more: false } }) });
  expect(await screen.findByText(/Nothing was sent yet/)).toBeTruthy();
});

test('a version without webhooks says so', async () => {
  setUp({}, 'cardea', 'v1');
  expect(await screen.findByText('The contract of this version has no webhooks.')).toBeTruthy();
});

test('what does not come can be asked for again', async () => {
  const answers: Outcome<WebhookOverview>[] = [away, { kind: 'ok', value: overview }];
  const { user } = setUp({ overview: async () => answers.shift() ?? away });
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('https://hooks.partner.test/a')).toBeTruthy();
});
