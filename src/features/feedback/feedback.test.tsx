// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import type { Feedback, NewFeedback, Outcome } from '../../portal-client';
import { FeedbackFlow, type FeedbackFlowProps } from './FeedbackFlow';
import { PageFeedbackForm } from './PageFeedback.view';

afterEach(cleanup);

const reasons = [
  { id: 'missing', label: 'Something is missing' },
  { id: 'wrong', label: 'Something is wrong' },
];

const stored: Outcome<Feedback> = { kind: 'ok', value: { id: 'fbk_1', received_at: '2026-11-21T09:31:04Z' } };
const limited: Outcome<never> = {
  kind: 'problem',
  problem: {
    kind: 'refused',
    code: 'rate-limited',
    status: 429,
    title: 'Too many requests',
    detail: null,
    places: [],
    retryAfterSeconds: 30,
    guide: null,
  },
};

function setUp(helpful: boolean, outcomes: Outcome<Feedback>[] = [], more: Partial<FeedbackFlowProps> = {}) {
  const received: NewFeedback[] = [];
  const client = {
    getChallenge: async () => limited,
    createFeedback: async (feedback: NewFeedback) => {
      received.push(feedback);
      return outcomes.shift() ?? stored;
    },
  };
  render(<FeedbackFlow subject={{ page: '/docs/webhooks', helpful }} reasons={reasons} client={client} {...more} />);
  return { received, user: userEvent.setup() };
}

describe('feedback on a page', () => {
  test('is stored by one press where the page helped', async () => {
    const { received } = setUp(true);
    expect(await screen.findByText(/^Stored/)).toBeTruthy();
    expect(received).toEqual([{ page: '/docs/webhooks', helpful: true }]);
    expect(screen.queryByRole('form')).toBeNull();
  });

  test('carries the reason and the comment where it did not', async () => {
    const { received, user } = setUp(false);
    expect(received).toEqual([]);
    await user.click(screen.getByRole('radio', { name: 'Something is missing' }));
    await user.type(screen.getByRole('textbox', { name: /What were you looking for/ }), 'Retries');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText(/^Stored/)).toBeTruthy();
    expect(received).toEqual([{ page: '/docs/webhooks', helpful: false, reason: 'missing', comment: 'Retries' }]);
  });

  test('keeps what was typed when it is refused, says when to try again, and is stored then', async () => {
    const { received, user } = setUp(false, [limited]);
    await user.type(screen.getByRole('textbox', { name: /What were/ }), 'Retries');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect((await screen.findByRole('alert')).textContent).toContain('in 30 s');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /What were/ }).value).toBe('Retries');
    expect(screen.queryByText(/^Stored/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Send again' }));
    expect(await screen.findByText(/^Stored/)).toBeTruthy();
    expect(received).toHaveLength(2);
  });

  test('offers to send again where a plain Yes was refused', async () => {
    const { received, user } = setUp(true, [limited]);
    await user.click(await screen.findByRole('button', { name: 'Send again' }));
    expect(await screen.findByText(/^Stored/)).toBeTruthy();
    expect(received).toHaveLength(2);
  });
});

describe('a report', () => {
  test('asks for an address, and says that an answer will come', async () => {
    const { received, user } = setUp(false);
    await user.type(screen.getByRole('textbox', { name: /Mail address/ }), 'ada@example.com');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText(/you hear from the team/)).toBeTruthy();
    expect(received).toEqual([{ page: '/docs/webhooks', helpful: false, email: 'ada@example.com' }]);
  });

  test('of somebody who is signed in asks for none, and may leave the name out', async () => {
    const { received, user } = setUp(false, [], { person: 'Ada Lovelace' });
    expect(screen.queryByRole('textbox', { name: /Mail address/ })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: /not said that Ada Lovelace sent it/ }));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByText(/^Stored/);
    expect(received).toEqual([{ page: '/docs/webhooks', helpful: false, anonymous: true }]);
  });

  test('has a field that people meet neither by eye nor by keyboard', () => {
    setUp(false);
    const trap = document.querySelector<HTMLInputElement>('input[name="website"]');
    expect([trap?.tabIndex, trap?.getAttribute('aria-hidden')]).toEqual([-1, 'true']);
  });
});

describe('the question', () => {
  const nothing = () => undefined;

  test('is a form that the service takes without JavaScript', () => {
    const html = renderToStaticMarkup(
      <PageFeedbackForm
        page="/docs/webhooks"
        action="https://api.example/api/v1/feedback"
        reasons={reasons}
        isLoading={false}
        onPrepare={nothing}
        onAnswer={nothing}
      />,
    );
    // jsdom runs with scripting on, where <noscript> holds text; a reader without scripts has its elements.
    document.body.innerHTML = html.replace(/<\/?noscript>/g, '');
    const form = document.forms[0]!;
    expect([form.method, form.action]).toEqual(['post', 'https://api.example/api/v1/feedback']);
    document.querySelector('select')!.value = 'wrong';
    const [yes, no] = screen.getAllByRole<HTMLButtonElement>('button');
    expect([yes?.textContent, no?.textContent]).toEqual(['Yes', 'No']);
    const data = new FormData(form, no);
    expect(Object.fromEntries(data)).toEqual({
      page: '/docs/webhooks',
      reason: 'wrong',
      comment: '',
      email: '',
      website: '',
      helpful: 'false',
    });
    document.body.innerHTML = '';
  });

  test('hands on which button was pressed', async () => {
    const answers: boolean[] = [];
    render(
      <PageFeedbackForm
        page="/docs"
        action="/x"
        reasons={reasons}
        isLoading={false}
        onPrepare={nothing}
        onAnswer={(helpful) => answers.push(helpful)}
      />,
    );
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'No' }));
    await user.click(screen.getByRole('button', { name: 'Yes' }));
    expect(answers).toEqual([false, true]);
  });
});
