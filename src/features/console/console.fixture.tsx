import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll } from 'vitest';
import type { OperationPage } from '../../../contract/reference-page';
import { createGuestKeys } from '../../portal-client';
import { ConsoleForm } from './ConsoleForm';
import { createMemory } from './memory';
import { jsonBody, operationPage, parameter } from './page.fixture';

/** Each test has a page of its own. jsdom has no layout, so nothing to scroll. */
export function eachOnItsOwn(): void {
  beforeAll(() => {
    Element.prototype.scrollIntoView = () => undefined;
  });
  afterEach(cleanup);
}

/** An operation with a parameter of each place, a body and a described answer. */
export const page = operationPage({
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

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** The console as a reader meets it, with a gateway that answers what the test says; `seen` is what reached it. */
export function setUp(
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

export const send = () => screen.getByRole('button', { name: 'Send' });
/** What the console's live region says, in the end. The other live regions belong to copy buttons. */
export const said = (words: RegExp) => screen.findByText(words, { selector: 'p[role=status]' });
export const headersOf = (seen: Seen | undefined) => Object.fromEntries(new Headers(seen?.init.headers));
