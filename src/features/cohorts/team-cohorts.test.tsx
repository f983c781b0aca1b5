// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { CohortCalls } from '../../portal-client';
import { AnnounceForm } from './announce/AnnounceForm';
import { Announce } from './announce/Announce';
import { CohortList } from './CohortList';
import { calls, cohort, invitation, unreached } from './cohorts.fixture';
import { InviteFile } from './invite/InviteFile';
import { Invitations } from './invite/Invitations';
import { Partners } from './one/Partners';
import { AnnouncementBoard } from './told/AnnouncementBoard';

afterEach(cleanup);

const file = (text = 'email,organization', name = 'autumn.csv') => new File([text], name, { type: 'text/csv' });
const chosen = async (sent: CohortCalls, what = file(), onInvited = () => undefined) => {
  render(<InviteFile calls={sent} id="coh_1" onInvited={onInvited} />);
  await userEvent.upload(screen.getByLabelText('The file'), what);
};

describe('a file', () => {
  test('is looked at when it is chosen, and sent by a press only', async () => {
    const sent: boolean[] = [];
    let told = 0;
    const watching = calls({
      invite: async (id, what, preview) => {
        sent.push(preview);
        return calls().invite(id, what, preview);
      },
    });
    await chosen(watching, file(), () => void (told += 1));
    expect(await screen.findByText('autumn.csv: 1 person would be invited, 1 known already, 1 fault.')).toBeDefined();
    const fault = screen.getByRole('table', { name: 'What is wrong in the file' });
    expect(within(fault).getByText('It is no mail address: "nobody"')).toBeDefined();
    expect(within(fault).getByText('Write one address.')).toBeDefined();
    expect(screen.getByText('This column is not looked at: phone.')).toBeDefined();
    expect([sent, told]).toEqual([[true], 0]);
    await userEvent.click(screen.getByRole('button', { name: 'Send 1 invitation' }));
    expect(await screen.findByText('autumn.csv: 1 invitation sent, 1 known already, 1 fault.')).toBeDefined();
    expect([sent, told]).toEqual([[true, false], 1]);
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });

  test('that is too large is not sent at all', async () => {
    let sent = 0;
    await chosen(calls({ invite: async () => ((sent += 1), unreached) }), file('x'.repeat(300 * 1024)));
    expect((await screen.findByRole('alert')).textContent).toContain('autumn.csv has 300 KB, and at most 256 KB');
    expect(sent).toBe(0);
  });

  test('that the service does not take says why', async () => {
    await chosen(calls({ invite: async () => unreached }));
    expect((await screen.findByRole('alert')).textContent).toBe('The service could not be reached.');
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });
});

describe('invitations', () => {
  test('tell what became of their mails, and are sent again or withdrawn after a question', async () => {
    const done: string[] = [];
    const refused = { ...invitation, state: 'not-sent' as const, mail_error: '550 no such mailbox' };
    const watching = calls({
      invitations: async () => ({ kind: 'ok', value: [refused] }),
      resend: async (_, id) => (done.push(`resend ${id}`), { kind: 'ok', value: refused }),
      withdraw: async (_, id) => (done.push(`withdraw ${id}`), { kind: 'ok', value: refused }),
    });
    render(<Invitations calls={watching} id="coh_1" isOpen />);
    expect(await screen.findByText('550 no such mailbox')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Copy the link of ada@uni.example' })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: /Send again ?to ada@uni.example/ }));
    expect(await screen.findByText('The mail to ada@uni.example is on its way.')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: /^Withdraw/ }));
    expect(done).toEqual(['resend cin_1']);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: /^Withdraw/ }));
    await userEvent.click(within(screen.getByRole('group')).getByRole('button', { name: 'Withdraw' }));
    expect(done).toEqual(['resend cin_1', 'withdraw cin_1']);
  });

  test('that cannot be read can be read again', async () => {
    let tries = 0;
    const flaky = calls({ invitations: async () => ((tries += 1) === 1 ? unreached : { kind: 'ok', value: [] }) });
    render(<Invitations calls={flaky} id="coh_1" isOpen />);
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nobody is invited yet.')).toBeDefined();
  });

  test('of an archived cohort are looked at only', async () => {
    render(<Invitations calls={calls()} id="coh_1" isOpen={false} />);
    expect(await screen.findByText('Sent')).toBeDefined();
    expect(screen.queryByRole('button', { name: /Send again/ })).toBeNull();
  });
});

describe('an announcement', () => {
  const write = async () => {
    await userEvent.type(screen.getByLabelText('Subject'), 'Office hours');
    await userEvent.type(screen.getByLabelText('Text'), 'See https://meet.example/');
    await userEvent.click(screen.getByRole('button', { name: 'Look at it' }));
  };

  test('is looked at before it is sent, with its links', async () => {
    render(<Announce calls={calls()} id="coh_1" isOpen />);
    await screen.findByLabelText('Subject');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Look at it' }).disabled).toBe(true);
    await write();
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'https://meet.example/' });
    expect(link.rel).toContain('noreferrer');
    await userEvent.click(screen.getByRole('button', { name: 'Send to 2 people' }));
    expect(await screen.findByText('On its way to 2 people.')).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('');
  });

  test('that failed is the same draft again, and another one when its words change', async () => {
    const drafts: string[] = [];
    const onSend = async ({ draft }: { draft: string }) => {
      drafts.push(draft);
      return unreached;
    };
    render(<AnnounceForm reach={2} onSend={onSend} onSent={async () => undefined} />);
    await write();
    await userEvent.click(screen.getByRole('button', { name: 'Send to 2 people' }));
    await screen.findByRole('alert');
    await userEvent.click(screen.getByRole('button', { name: 'Send to 2 people' }));
    await userEvent.click(screen.getByRole('button', { name: 'Go on writing' }));
    await userEvent.type(screen.getByLabelText('Text'), '!');
    await userEvent.click(screen.getByRole('button', { name: 'Look at it' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send to 2 people' }));
    expect([drafts[0] === drafts[1], drafts[1] === drafts[2]]).toEqual([true, false]);
  });

  test('is shown to a partner until it is read', async () => {
    const told = {
      ...{ id: 'ann_1', subject: 'Office hours', text: '<b>Thursday</b>', from: 'Root', at: '2026-09-01T09:00:00Z' },
      ...{ cohort: 'Autumn', read_at: null },
    };
    const read: string[] = [];
    render(
      <AnnouncementBoard
        calls={{
          list: async () => ({ kind: 'ok', value: [told] }),
          read: async (id) => (read.push(id), { kind: 'ok', value: true }),
        }}
      />,
    );
    expect(await screen.findByText('<b>Thursday</b>')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: /Mark as read ?: Office hours/ }));
    expect(await screen.findByText('One that was read')).toBeDefined();
    expect([read, screen.queryByRole('button')]).toEqual([['ann_1'], null]);
  });

  test('that a partner cannot read now disturbs nobody', async () => {
    const { container } = render(
      <AnnouncementBoard calls={{ list: async () => unreached, read: async () => unreached }} />,
    );
    await Promise.resolve();
    expect(container.textContent).toBe('');
  });
});

describe('partners', () => {
  const shown = (sent = calls(), onChanged = () => undefined) =>
    render(<Partners calls={sent} serviceUrl="" cohort={cohort} isOpen onChanged={onChanged} />);

  test('are shown with their step, taken out after a question, and added by name', async () => {
    let added = '';
    let removed = '';
    const watching = calls({
      add: async (_, id) => ((added = id), { kind: 'ok', value: true }),
      remove: async (_, id) => ((removed = id), { kind: 'ok', value: true }),
    });
    shown(watching);
    const row = (await screen.findByRole('rowheader', { name: 'Uni Köln' })).closest('tr');
    expect(row?.textContent).toContain('Handle errors2 of 9 proven');
    await userEvent.click(screen.getByRole('button', { name: /Take out ?Uni Köln/ }));
    await userEvent.click(within(screen.getByRole('group')).getByRole('button', { name: 'Take out' }));
    expect(await screen.findByText('Uni Köln is not in it any more.')).toBeDefined();
    await userEvent.type(screen.getByRole('searchbox'), 'delft{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: /Add ?TU Delft/ }));
    expect([removed, added]).toEqual(['org_1', 'org_2']);
  });

  test('that are none have a next step', async () => {
    shown(calls({ partners: async () => ({ kind: 'ok', value: { cohort, data: [] } }) }));
    expect(await screen.findByText(/Nobody is in it yet/)).toBeDefined();
  });
});

describe('the list', () => {
  test('has archived cohorts apart, and makes a new one with what is wrong at its field', async () => {
    const archived = { ...cohort, id: 'coh_0', name: 'Spring', members: 3, archived_at: '2026-08-01T09:00:00Z' };
    const places = [{ in: 'body' as const, at: '/launch_on', message: 'must not be before starts_on, 2026-09-01' }];
    render(
      <CohortList
        calls={calls({
          list: async () => ({ kind: 'ok', value: [{ ...cohort, members: 1 }, archived] }),
          create: async () => ({ ...unreached, problem: { ...unreached.problem, places } }),
        })}
      />,
    );
    expect(await screen.findByText('1 archived cohort')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Autumn 2026' }).getAttribute('href')).toBe('/team/cohorts?cohort=coh_1');
    await userEvent.click(screen.getByRole('button', { name: 'New cohort' }));
    await userEvent.type(screen.getByLabelText('Name'), 'Winter');
    await userEvent.click(screen.getByRole('button', { name: 'Make the cohort' }));
    expect((await screen.findByRole('alert')).textContent).toBe('It must not be before starts_on, 2026-09-01.');
    expect(screen.getByLabelText('Target launch').getAttribute('aria-invalid')).toBe('true');
  });
});
