// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { JourneyConfig } from '../../../../contract/portal-config';
import type { JourneyProgress, JourneyStepProgress } from '../../../portal-client';
import { JourneyFrame } from './JourneyFrame.view';
import { NextPanel } from './NextPanel.view';
import { stepViews } from './step-view';
import type { Traveller } from './traveller';

afterEach(cleanup);

const journey: JourneyConfig = {
  id: 'launch',
  title: 'Launch',
  steps: [
    { id: 'offer', title: 'Offer', text: 'Make one.', proof: { kind: 'traffic', operation: 'cardea/v2/createOffer' } },
    { id: 'limits', title: 'Limits', proof: { kind: 'retry-after-429' } },
    { id: 'review', title: 'Review', after: ['limits'], proof: { kind: 'review' } },
  ],
};
const exchange = {
  ...{ id: 'exc_1', at: '2026-11-21T09:31:04.120Z', api: 'cardea', version: 'v2', operation: 'createOffer' },
  ...{ method: 'POST', path: '/offers', status: 201, duration_ms: 7.4, findings: [] },
};
const evidence = { kind: 'records' as const, exchanges: [exchange], deliveries: [] };
const step = (id: string, more: Partial<JourneyStepProgress>): JourneyStepProgress => ({
  ...{ id, title: id, state: 'waiting', may_start: true },
  ...more,
});

function show(steps: JourneyStepProgress[] | null, more: { traveller?: Traveller; complete?: boolean } = {}) {
  const progress: JourneyProgress | null = steps && {
    ...{ journey: 'launch', title: 'Launch', steps, complete: more.complete ?? false },
    removed_steps: [{ id: 'gone', title: 'Fax it', proven_at: exchange.at, evidence }],
  };
  const views = stepViews(journey, progress);
  const [onOpen, onGuest] = [vi.fn(), vi.fn()];
  render(
    <JourneyFrame
      {...{ journey, steps: views, removed: progress?.removed_steps ?? [], said: '' }}
      nameOf={(id) => `launch-${id}`}
      renderTools={({ id }) => <p>tools of {id}</p>}
    >
      <NextPanel
        {...{ journey, steps: views, onOpen, onGuest, isBroken: false, onRetry: () => undefined }}
        state={{ progress, problem: null, said: '' }}
        traveller={more.traveller ?? { kind: 'unknown' }}
      />
    </JourneyFrame>,
  );
  return { onOpen, onGuest, user: userEvent.setup() };
}
const row = (id: string) => {
  const found = document.getElementById(`launch-${id}`);
  if (found === null) throw new Error(`There is no row of ${id}.`);
  return within(found);
};

test('what proved a step leads to the operations of its exchanges; a step that was taken out is not lost', () => {
  show([step('offer', { state: 'proven', proven_at: exchange.at, evidence })]);
  expect(screen.getByText('1 of 3 done')).toBeTruthy();
  const path = row('offer').getByText('/offers');
  expect(path.getAttribute('href')).toBe('/reference/cardea/v2/create-offer');
  expect(row('offer').getByText('201')).toBeTruthy();
  expect(screen.getByText('One step that this journey no longer has')).toBeTruthy();
  expect(screen.getByText(/^Fax it/)).toBeTruthy();
});

test('the next step has the one button, says how far it has come and what went wrong, and where that is mended', async () => {
  const { onOpen, user } = show([
    step('limits', {
      ...{ state: 'next', missing: 'Send it again.', reached: { done: 1, of: 2, what: 'requests' } },
      last_error: {
        at: exchange.at,
        sentence: 'createOffer was answered with 400.',
        problem: 'request-invalid',
        exchange,
      },
    }),
  ]);
  expect(screen.getByText('Next step, 1 of 2 requests')).toBeTruthy();
  expect(screen.getAllByText(/createOffer was answered with 400\./)).toHaveLength(2);
  expect(screen.getAllByText('How to mend it')[0]?.getAttribute('href')).toBe('/docs/errors/request-invalid');
  await user.click(screen.getByRole('button', { name: 'Switch the scenario on' }));
  expect(onOpen).toHaveBeenCalledWith('limits');
});

test('a review that was given back says by whom and why, as text', () => {
  show([step('review', { returned: { note: 'No <b>logo</b>.', by: 'Grace', at: exchange.at } })]);
  expect(row('review').getByText('Grace gave it back: No <b>logo</b>.')).toBeTruthy();
  expect(row('review').getByText('given back')).toBeTruthy();
});

test('what was proven by an earlier contract is asked for again, and what proved it stays', () => {
  show([step('offer', { missing: 'No createOffer yet.', shown_before: { proven_at: exchange.at, evidence } })]);
  expect(row('offer').getByText('out of date')).toBeTruthy();
  expect(row('offer').getByText(/to be shown again\. No createOffer yet\./)).toBeTruthy();
  expect(row('offer').getByText(/What proved it before/)).toBeTruthy();
});

test('tools come with the unfolding, and stay when it is folded up', async () => {
  const { user } = show([step('limits', { state: 'next' })]);
  expect(screen.queryByText('tools of limits')).toBeNull();
  const [line] = row('limits').getAllByText('Limits');
  if (line) await user.click(line);
  expect(await screen.findByText('tools of limits')).toBeTruthy();
});

test('whoever has no account reads the steps, signs in, or goes on as guest', async () => {
  const { onGuest, user } = show(null, { traveller: { kind: 'guest', isGoing: false } });
  expect(screen.getByText('3 steps, proven by what you do')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in?to=/launch');
  expect(row('review').getByText(/It comes after: Limits\./)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Go on as guest' }));
  expect(onGuest).toHaveBeenCalledOnce();
});

test('whoever belongs to no organization is led to one', () => {
  show(null, { traveller: { kind: 'alone' } });
  expect(screen.getByRole('link', { name: 'Make an organization' }).getAttribute('href')).toBe('/organization');
});

test('a journey that is complete says so, and what is left where it is optional', () => {
  const done = journey.steps.map(({ id }) => step(id, { state: 'proven' }));
  show([...done, step('more', { optional: true })], { complete: true });
  expect(screen.getByText('Launch: all is proven')).toBeTruthy();
  expect(screen.getByText('What is left is optional: 1 step.')).toBeTruthy();
});
