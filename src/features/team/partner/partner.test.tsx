// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PartnerCalls } from '../../../portal-client';
import { aNote, answering, aPartner, aProgress, journeys, ok, refused } from '../partner.fixture';
import { PartnerBoard } from './PartnerBoard';

afterEach(cleanup);

function shown(difference: Partial<PartnerCalls> = {}) {
  const calls = answering(difference);
  render(<PartnerBoard {...{ calls, journeys }} organization="org_a" journey="launch" onJourney={() => undefined} />);
  return userEvent.setup();
}

describe('a partner’s page', () => {
  test('has who they are, where they stand, what failed and what happened', async () => {
    shown();
    expect(await screen.findByRole('heading', { level: 1, name: 'Alder' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Members' }).textContent).toContain('ada@alder.example');
    expect(screen.getByRole('region', { name: 'Timeline' }).textContent).toContain('Signed up');
    expect(screen.getByRole('region', { name: 'What failed last' }).textContent).toContain('getOffer');
    const steps = within(screen.getByRole('region', { name: 'Journey' }));
    expect((await steps.findByText('Get a key')).closest('li')?.textContent).toContain('2026-11-02 09:00');
  });

  test('an exchange that failed is opened, and says where it is gone', async () => {
    const user = shown();
    const failing = await screen.findByRole('region', { name: 'What failed last' });
    await user.click(within(failing).getByRole('button', { name: /getOffer/ }));
    expect((await within(failing).findByRole('alert')).textContent).toBe('It is gone.');
  });

  test('a partner that is not there is said not to be there', async () => {
    shown({ partner: async () => refused(404, 'There is no partner org_a.') });
    expect((await screen.findByRole('alert')).textContent).toContain('There is no partner org_a.');
  });
});

describe('a review', () => {
  test('is given back with words only, and what was typed stays where it fails', async () => {
    const review = vi.fn<PartnerCalls['review']>(async () => refused(409, 'Something comes before.'));
    const user = shown({ review });
    const form = await screen.findByRole('group', { name: 'Review of “Review”' });
    await user.click(within(form).getByRole('button', { name: 'Give back with words' }));
    expect(review).not.toHaveBeenCalled();
    const words = within(form).getByLabelText<HTMLTextAreaElement>('Words for the partner');
    expect(document.activeElement).toBe(words);
    await user.type(words, ' Name your policy. ');
    await user.click(within(form).getByRole('button', { name: 'Give back with words' }));
    expect(review.mock.lastCall).toEqual([
      { organization: 'org_a', journey: 'launch', step: 'review' },
      'returned',
      'Name your policy.',
    ]);
    expect((await within(form).findByRole('alert')).textContent).toBe('Something comes before.');
    expect(words.value).toBe(' Name your policy. ');
  });

  test('approved, it is not asked for any more', async () => {
    const approved = aProgress({ state: 'proven', may_start: undefined, evidence: { kind: 'review', by: 'Grace' } });
    const user = shown({ review: async () => ok(approved) });
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull());
  });

  test('that was given back waits for the partner, and can be looked at again', async () => {
    const returned = { note: 'Not yet.', by: 'Grace', at: '2026-11-20T09:00:00.000Z' };
    const user = shown({ progress: async () => ok(aProgress({ returned })) });
    expect(await screen.findByText(/Given back by Grace/)).toBeTruthy();
    const again = screen.getByText(/was given back. Review it again/);
    expect(again.closest('details')?.open).toBe(false);
    await user.click(again);
    expect(again.closest('details')?.open).toBe(true);
    expect(screen.getByRole('button', { name: 'Approve' })).toBeTruthy();
  });
});

describe('notes', () => {
  const notes = () => screen.findByRole('region', { name: 'Notes' });
  const withNote = async () => ok(aPartner({ notes: [aNote()] }));

  test('are added at the top', async () => {
    const user = shown({ partner: withNote });
    const part = within(await notes());
    await user.type(part.getByLabelText('A note for the team'), '<b>New</b>');
    await user.click(part.getByRole('button', { name: 'Add the note' }));
    const [first] = await part.findAllByRole('listitem');
    expect(first?.textContent).toContain('<b>New</b>');
    expect(part.getByLabelText<HTMLTextAreaElement>('A note for the team').value).toBe('');
  });

  test('that a colleague has just changed keep what one typed, and say so', async () => {
    const user = shown({ partner: withNote, editNote: async () => refused(409, 'Grace changed this note.') });
    const part = within(await notes());
    await user.click(part.getByRole('button', { name: 'Change' }));
    const field = part.getByLabelText<HTMLTextAreaElement>('Change the note');
    await user.clear(field);
    await user.type(field, 'Mine');
    await user.click(part.getByRole('button', { name: 'Save' }));
    expect((await part.findByRole('alert')).textContent).toBe('Grace changed this note.');
    expect(field.value).toBe('Mine');
  });

  test('are deleted after one more question; one that is gone already is gone', async () => {
    const user = shown({ partner: withNote, deleteNote: async () => refused(404, 'It is gone.') });
    const part = within(await notes());
    await user.click(part.getByRole('button', { name: 'Delete' }));
    await user.click(part.getByRole('button', { name: 'Delete it' }));
    await waitFor(() => expect(part.queryByText('They move on Monday.')).toBeNull());
  });
});
