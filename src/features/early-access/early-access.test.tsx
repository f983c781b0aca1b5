// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type {
  AccessCalls,
  AccessGroup,
  EarlyAccess,
  Outcome,
  PortalProblem,
  TeamAccessCalls,
} from '../../portal-client';
import type { SignedIn } from '../../portal-client/session';
import { EarlyGroups } from './EarlyAccessPage';
import { isOtherEdition, readerOf } from './edition/edition-of';
import { AccessGroups } from './team/TeamAccess';

afterEach(cleanup);

const ok = <Value,>(value: Value): Outcome<Value> => ({ kind: 'ok', value });
const problem: { kind: 'problem'; problem: PortalProblem } = {
  kind: 'problem',
  problem: {
    ...{ kind: 'refused', code: 'unavailable', status: 503, title: 'Unavailable', detail: 'It rests.' },
    ...{ places: [], retryAfterSeconds: null, guide: null },
  },
};

describe('a partner', () => {
  const group: EarlyAccess = { id: 'beta', title: 'The beta', text: 'Vaults.', standing: 'none', opens: [] };
  const opens = [
    { kind: 'guide' as const, title: '<b>Early</b>', href: '/docs/early' },
    { kind: 'api' as const, title: 'Vault v2', href: '/reference/vault/v2' },
  ];
  const session = (role: 'owner' | 'developer' | 'viewer'): SignedIn => ({
    person: { id: 'per_1', name: 'Ada', email: 'ada@example.com', has_second_factor: false, is_staff: false },
    organization: { id: 'org_1', name: 'University', role },
    organizations: [],
  });
  function show(lists: readonly Outcome<readonly EarlyAccess[]>[], who: SignedIn | null, asking?: Outcome<unknown>) {
    const asked: string[] = [];
    let read = 0;
    const calls: AccessCalls = {
      list: async () => lists[Math.min(read++, lists.length - 1)] ?? ok([]),
      ask: async (id, note) => {
        asked.push(`${id}: ${note}`);
        return asking ?? ok(true);
      },
    };
    render(<EarlyGroups calls={calls} session={who} />);
    return { user: userEvent.setup(), asked };
  }

  test('asks in words of their own, and sees that it is asked', async () => {
    const { user, asked } = show([ok([group]), ok([{ ...group, standing: 'asked' }])], session('developer'));
    await user.type(await screen.findByLabelText(/What would you do with it/), '  A pilot ');
    await user.click(screen.getByRole('button', { name: 'Ask for access' }));
    expect(await screen.findByText(/has asked/)).toBeTruthy();
    expect(asked).toEqual(['beta: A pilot']);
    expect(screen.queryByRole('button', { name: 'Ask for access' })).toBeNull();
  });

  test('is told why asking did not work, and can ask again', async () => {
    const { user } = show([ok([group])], session('owner'), problem);
    await user.click(await screen.findByRole('button', { name: 'Ask for access' }));
    expect((await screen.findByRole('alert')).textContent).toBe('It rests.');
    expect(screen.getByRole('button', { name: 'Ask for access' })).toBeTruthy();
  });

  test('sees what is open to them, as text, by links that load the page anew', async () => {
    show([ok([{ ...group, standing: 'in', opens }])], session('viewer'));
    const link = await screen.findByRole('link', { name: '<b>Early</b>' });
    expect(link.getAttribute('href')).toMatch(/\/docs\/early$/);
    expect(link.getAttribute('target')).toBe('_self');
    expect(screen.getByText('API')).toBeTruthy();
  });

  test.each([
    ['a viewer', session('viewer'), /An owner or a developer of University can ask/],
    ['a visitor', null, /Sign in to ask for access/],
    ['somebody without an organization', { ...session('owner'), organization: null }, /Make an organization/],
  ])('who cannot ask is told who can: %s', async (_, who, words) => {
    show([ok([group])], who);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ask for access' })).toBeNull();
  });

  test('is told where there is nothing, and where it could not be loaded', async () => {
    show([ok([])], null);
    expect(await screen.findByText(/nothing at the moment that partners can ask for/)).toBeTruthy();
    cleanup();
    const { user } = show([problem, ok([group])], null);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'The beta' })).toBeTruthy();
  });
});

describe('staff', () => {
  const group: AccessGroup = {
    ...{ id: 'beta', title: 'The beta', text: 'Vaults.', listed: true, opens: [] },
    members: [{ kind: 'organization', id: 'org_1', name: 'University', since: '2026-11-20T08:00:00Z' }],
    requests: [
      {
        ...{ organization: 'org_2', name: 'Bank', asked_by: 'Bob', asked_at: '2026-11-21T08:00:00Z' },
        note: '<img src=x onerror=alert(1)>',
      },
    ],
  };
  function show(difference: Partial<TeamAccessCalls> = {}) {
    let shown = group;
    const done: string[] = [];
    const did = (what: string, change: Partial<AccessGroup> = {}) => {
      done.push(what);
      shown = { ...shown, ...change };
      return ok(true);
    };
    const calls: TeamAccessCalls = {
      list: async () => ok([shown]),
      candidates: async () => ok([{ kind: 'cohort', id: 'coh_1', name: 'Autumn' }]),
      letIn: async (_, { kind, id, name }) =>
        did(`in ${id}`, {
          requests: shown.requests.filter(({ organization }) => organization !== id),
          members: [...shown.members, { kind, id, name, since: '2026-11-21T09:00:00Z' }],
        }),
      takeOut: async (_, { id }) => did(`out ${id}`, { members: shown.members.filter((one) => one.id !== id) }),
      decline: async (_, id) => did(`declined ${id}`, { requests: [] }),
      ...difference,
    };
    render(<AccessGroups calls={calls} />);
    return { user: userEvent.setup(), done };
  }

  test('let in who asks; what they wrote stays text', async () => {
    const { user, done } = show();
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Let in\s*Bank$/ }));
    expect(await screen.findByText('Bank is in The beta.')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Asking' })).toBeNull();
    expect(screen.getByRole('button', { name: /^Take out\s*Bank$/ })).toBeTruthy();
    expect(done).toEqual(['in org_2']);
  });

  test('decline, take out, and find whom to let in', async () => {
    const { user, done } = show();
    await user.click(await screen.findByRole('button', { name: /^Decline\s*Bank$/ }));
    await waitFor(() => expect(done).toEqual(['declined org_2']));
    await user.click(await screen.findByRole('button', { name: /^Take out\s*University$/ }));
    expect(await screen.findByText('Staff only, so far.')).toBeTruthy();
    const search = screen.getByRole('search');
    await user.type(within(search).getByRole('searchbox'), 'aut{Enter}');
    await user.click(await within(search).findByRole('button', { name: /^Let in\s*Autumn$/ }));
    expect(await screen.findByRole('button', { name: /^Take out\s*Autumn$/ })).toBeTruthy();
    // Whoever is in is not offered any more.
    expect(within(search).queryByRole('button', { name: /^Let in\s*Autumn$/ })).toBeNull();
    expect(done).toEqual(['declined org_2', 'out org_1', 'in coh_1']);
  });

  test('are told what did not work, and where no group is declared', async () => {
    const { user } = show({ takeOut: async () => problem });
    await user.click(await screen.findByRole('button', { name: /^Take out\s*University$/ }));
    expect((await screen.findByRole('alert')).textContent).toBe('It rests.');
    cleanup();
    show({ list: async () => ok([]) });
    expect(await screen.findByText(/portal\.config\.ts declares no group/)).toBeTruthy();
    cleanup();
    show({ list: async () => problem });
    expect(await screen.findByText('It rests.')).toBeTruthy();
  });
});

describe('the page that is open', () => {
  const answers = (edition?: string) => vi.fn(async () => ({ headers: new Headers(edition ? { edition } : {}) }));

  test.each([
    ['everybody’s, for everybody', [], undefined, false],
    ['everybody’s, for a member', [], 'beta', true],
    ['a group’s, for its member', ['beta'], 'beta', false],
    ['a group’s, for who is not in it', ['beta'], undefined, true],
    ['a group’s, for another’s member', ['beta'], 'pilots', true],
  ])('is of %s', async (_, readers, edition, want) => {
    const ask = answers(edition);
    expect(await isOtherEdition(readers, ask)).toBe(want);
    expect(ask).toHaveBeenCalledWith(expect.objectContaining({ method: 'HEAD', cache: 'no-store' }));
  });

  test('stays where nobody answers', async () => {
    expect(await isOtherEdition(['beta'], () => Promise.reject(new TypeError('offline')))).toBe(false);
  });

  test('is somebody else’s when another signs in, or acts for another organization', () => {
    const state = (person: string, organization: string | null) =>
      readerOf({
        kind: 'person',
        session: { person: { id: person }, organization: organization && { id: organization } },
      } as Parameters<typeof readerOf>[0]);
    expect(new Set([readerOf({ kind: 'guest' }), state('a', null), state('a', 'o'), state('b', 'o')]).size).toBe(4);
    expect(readerOf({ kind: 'unknown' })).toBeNull();
  });
});
