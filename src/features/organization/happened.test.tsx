// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { OrganizationCalls, OrganizationEvent } from '../../portal-client';
import { Happened } from './Happened';

afterEach(cleanup);

type Answer = Awaited<ReturnType<OrganizationCalls['events']>>;

const event = (id: number, difference: Partial<OrganizationEvent> = {}): OrganizationEvent => ({
  ...{ id: `aud_${id}`, at: '2026-11-21T10:00:00.000Z', kind: 'key-created', subject: 'Server (ptl_test_Ab…)' },
  ...{ by: { id: 'per_ada', name: 'Ada' }, browser: 'Firefox on Windows' },
  ...difference,
});
const ok = (...events: OrganizationEvent[]): Answer => ({ kind: 'ok', value: events });
const refused: Answer = {
  kind: 'problem',
  problem: { code: 'unavailable', title: 'The service is not there', detail: null, guide: null, places: [] } as never,
};
/** Gives these answers, one after the other. */
const answering = (...answers: Answer[]) => ({ events: async () => answers.shift() ?? ok() });

const lines = async () =>
  (await screen.findAllByRole('listitem')).map((line) => line.firstElementChild?.textContent?.trim());

test('tells who did what, as it is text, also of those who are gone', async () => {
  const events = [
    event(1),
    event(2, { kind: 'invitation-sent', subject: '<b>eve</b>@example.com, as viewer' }),
    event(3, { kind: 'member-left', subject: null, by: { id: 'per_bob', name: null } }),
    event(4, { kind: 'form-filled', subject: 'Till', by: null }),
  ];
  const { container } = render(<Happened calls={answering(ok(...events))} organization="org_1" after={0} />);
  expect(await lines()).toEqual([
    'Ada made the key Server (ptl_test_Ab…)',
    'Ada invited <b>eve</b>@example.com, as viewer',
    'Somebody who left left',
    'The portal form filled Till',
  ]);
  expect(container.querySelector('b')).toBeNull();
});

test('shows eight, then all when one asks', async () => {
  const calls = answering(ok(...Array.from({ length: 11 }, (_, n) => event(n))));
  render(<Happened calls={calls} organization="org_1" after={0} />);
  expect(await lines()).toHaveLength(8);
  await userEvent.click(screen.getByRole('button', { name: 'Show all 11' }));
  expect(await lines()).toHaveLength(11);
  expect(screen.queryByRole('button')).toBeNull();
});

test('says that there is nothing, and that it could not be read, which one can try again', async () => {
  const empty = render(<Happened calls={answering(ok())} organization="org_1" after={0} />);
  expect(await screen.findByText('Nothing yet.')).toBeTruthy();
  empty.unmount();
  render(<Happened calls={answering(refused, ok(event(1)))} organization="org_1" after={0} />);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The service is not there.');
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await lines()).toHaveLength(1);
});

test('is read again after something was done', async () => {
  const calls = answering(ok(event(1)), ok(event(2), event(1)));
  const view = render(<Happened calls={calls} organization="org_1" after={0} />);
  expect(await lines()).toHaveLength(1);
  view.rerender(<Happened calls={calls} organization="org_1" after={1} />);
  await screen.findAllByRole('listitem');
  await expect.poll(async () => (await lines()).length).toBe(2);
});
