// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createGuestKeys,
  readProblem,
  type GuestKey,
  type JourneySource,
  type JourneyProgress,
  type Outcome,
  type PortalClient,
} from '../../portal-client';
import { createMemory } from '../console/call';
import { jsonBody, operationPage, parameter } from '../console/page.fixture';
import { FirstCallLive } from './FirstCallLive';
import { firstCall } from './journey.fixture';

afterEach(cleanup);

const pages = {
  'cardea/v2/createOffer': operationPage({
    id: 'createOffer',
    method: 'post',
    path: '/offers',
    body: jsonBody('{"type":"diploma"}'),
  }),
  'cardea/v2/getOffer': operationPage({
    id: 'getOffer',
    path: '/offers/{offer_id}',
    parameters: [parameter({ name: 'offer_id', in: 'path', example: 'off_example' })],
  }),
};

/** A service that issues keys, keeps one offer, and ticks steps by hand. */
function setUp(
  part: { issue?: () => Outcome<GuestKey>; answer?: (url: string) => Response; standing?: JourneySource } = {},
) {
  const requests: string[] = [];
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  const issued: Outcome<GuestKey> = {
    kind: 'ok',
    value: {
      key: 'ptl_test_abcdefghijklmnop',
      environment: 'sandbox',
      organization: 'org_guest_1',
      expires_at: '2999-01-01T00:00:00Z',
      requests_per_minute: 120,
    },
  };
  const client: PortalClient = {
    createGuestKey: async () => part.issue?.() ?? issued,
    openJourneyEvents: async () => ({
      kind: 'ok',
      value: new ReadableStream({ start: (controller) => void (stream = controller) }),
    }),
    readJourneyProgress: () => new Promise(() => undefined),
    createSessionKey: () => new Promise(() => undefined),
    createSandboxClient: () => new Promise(() => undefined),
  };
  const json = (status: number, body: unknown) =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  const ports = {
    serviceUrl: '',
    client,
    keys: createGuestKeys(() => client.createGuestKey(), Date.now),
    memory: createMemory(),
    standing: part.standing ?? null,
    keyPath: '/api/v1/guest-keys' as const,
    loadOperation: async (operation: string) => pages[operation as keyof typeof pages] ?? null,
    fetch: async (url: string, init: RequestInit) => {
      requests.push(`${init.method} ${url}`);
      return part.answer?.(url) ?? json(init.method === 'POST' ? 201 : 200, { id: 'off_7', type: 'diploma' });
    },
  };
  const next = [{ to: '/docs/authentication', label: 'How authentication works' }];
  const view = render(
    <FirstCallLive journey={firstCall} ports={ports} next={next} startWith={null} onStarted={() => undefined} />,
  );
  const tick = async (...proven: string[]): Promise<void> => {
    const progress: JourneyProgress = {
      journey: 'first-call',
      title: 'Your first call',
      steps: firstCall.steps.map(({ id, title }) => ({ id, title, state: proven.includes(id) ? 'proven' : 'waiting' })),
      complete: proven.length === 3,
    };
    const event = `event: progress\ndata: ${JSON.stringify(progress)}\n\n`;
    await act(async () => stream?.enqueue(new TextEncoder().encode(event)));
  };
  return { requests, tick, view, user: userEvent.setup() };
}

const step = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('the first call', () => {
  test('goes from a key to an offer read back, ticked by the service alone', async () => {
    const { requests, tick, user, view } = setUp();
    expect(await screen.findByText('/gateway/cardea/v2/offers')).toBeTruthy();
    expect([step('Create an offer').disabled, step('Read it back').disabled]).toEqual([true, true]);

    await user.click(step('Get a key'));
    expect(await screen.findByText(/ptl_test_abcd…/)).toBeTruthy();
    expect(step('Create an offer').disabled).toBe(true);
    await tick('get-key');
    expect(screen.getByText('1 of 3')).toBeTruthy();

    await user.click(step('Create an offer'));
    expect(await screen.findByText(/201 Created/)).toBeTruthy();
    expect(screen.getByText('1 of 3')).toBeTruthy();
    await tick('get-key', 'create');
    expect(screen.getByText('2 of 3')).toBeTruthy();

    await user.click(step('Read it back'));
    expect(await screen.findByText(/200 OK/)).toBeTruthy();
    await tick('get-key', 'create', 'read');
    expect(screen.getByText(/^Done\./)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'How authentication works' })).toBeTruthy();
    expect(requests).toEqual(['POST /gateway/cardea/v2/offers', 'GET /gateway/cardea/v2/offers/off_7']);
    expect(view.container.innerHTML).not.toContain('ptl_test_abcdefghijklmnop');
  });

  test('shows a member what the organization has proven, before anything is pressed', async () => {
    const steps = firstCall.steps.map(({ id, title }, index) => ({
      ...{ id, title, state: index < 2 ? ('proven' as const) : ('next' as const) },
    }));
    const progress = { journey: 'first-call', title: 'Your first call', steps, complete: false };
    const stream = new Response(`event: progress\ndata: ${JSON.stringify(progress)}\n\n`).body;
    const never = new Promise<never>(() => undefined);
    const standing = { open: async () => ({ kind: 'ok' as const, value: stream! }), read: () => never };
    const { requests } = setUp({ standing });
    expect(await screen.findByText('2 of 3')).toBeTruthy();
    expect(step('Read it back').disabled).toBe(false);
    expect(requests).toEqual([]);
  });

  test('says when there are too many guests, and can be pressed again', async () => {
    const refused = readProblem(
      429,
      { type: 'https://p.example/docs/errors/rate-limited', title: 'Too many requests' },
      new Headers({ 'retry-after': '9' }),
    );
    const { user } = setUp({ issue: () => ({ kind: 'problem', problem: refused }) });
    await user.click(step('Get a key'));
    expect((await screen.findByRole('alert')).textContent).toBe('Too many requests.Press again in 9 s.');
    expect(step('Get a key').disabled).toBe(false);
  });

  test('says that the network is at fault where the service is away', async () => {
    const { tick, user } = setUp({
      answer: () => {
        throw new TypeError('Failed to fetch');
      },
    });
    await user.click(step('Get a key'));
    await screen.findByText(/ptl_test_abcd…/);
    await tick('get-key');
    await user.click(step('Create an offer'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^No answer\./);
    expect(screen.getByText('1 of 3')).toBeTruthy();
  });

  test('shows the answer and the reason where the gateway refuses', async () => {
    const problem = {
      type: 'https://p.example/docs/errors/request-invalid',
      title: 'Not as described',
      detail: 'type is unknown.',
    };
    const { tick, user } = setUp({
      answer: () =>
        new Response(JSON.stringify(problem), { status: 400, headers: { 'Content-Type': 'application/problem+json' } }),
    });
    await user.click(step('Get a key'));
    await screen.findByText(/ptl_test_abcd…/);
    await tick('get-key');
    await user.click(step('Create an offer'));
    expect((await screen.findByRole('alert')).textContent).toBe('Not as described.type is unknown.');
    expect(screen.getByText(/400 Bad Request/)).toBeTruthy();
  });
});
