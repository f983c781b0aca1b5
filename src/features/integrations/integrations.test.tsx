// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dangersIn, HOSTILE_STRINGS } from '../../../tests/support/hostile-strings';
import type { IntegrationsCalls } from '../../portal-client';
import { Directory } from './directory/DirectoryPage';
import { ListingEditor } from './edit/ListingEditor';
import { aListing, anEntry, aReviewed, content, fakeCalls, ok, refused } from './integrations.fixture';
import { IntegrationView } from './one/IntegrationView.view';
import { ReviewList } from './team/TeamIntegrations';

afterEach(cleanup);

describe('the directory', () => {
  const shown = (calls: Partial<IntegrationsCalls>) =>
    render(<Directory calls={fakeCalls(calls)} serviceUrl="" platform="Cardea" />);
  const page = (data: ReturnType<typeof anEntry>[], next_cursor: string | null = null) =>
    ok({ data, next_cursor, choices: { apis: [], categories: [] } });

  test('has a card for each integration, which leads to its page', async () => {
    shown({ list: async () => page([anEntry(), anEntry({ slug: 'b', name: 'Bergen' })]) });
    const link = await screen.findByRole('link', { name: 'Halden Campus' });
    expect(link.getAttribute('href')).toBe('/integrations/halden-campus');
    expect(screen.getByText('2 integrations')).toBeTruthy();
  });

  test('says why it is good to be the first where nobody is there yet', async () => {
    shown({ list: async () => page([]) });
    await screen.findByRole('heading', { name: 'Be the first' });
    expect(screen.getByRole('link', { name: 'Write your listing' }).getAttribute('href')).toBe('/integrations/edit');
  });

  test('goes on with the next page', async () => {
    const list = vi.fn<IntegrationsCalls['list']>(async ({ cursor }) =>
      cursor === undefined ? page([anEntry()], 'halden-campus') : page([anEntry({ slug: 'b', name: 'Bergen' })]),
    );
    shown({ list });
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByRole('link', { name: 'Bergen' });
    expect(screen.getByRole('link', { name: 'Halden Campus' })).toBeTruthy();
    expect(list.mock.lastCall?.[0]).toEqual({ cursor: 'halden-campus' });
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  test('that cannot be read is asked again', async () => {
    let isDown = true;
    shown({ list: async () => (isDown ? refused('unavailable') : page([anEntry()])) });
    expect((await screen.findByRole('alert')).textContent).toContain('Because of unavailable.');
    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('link', { name: 'Halden Campus' });
  });
});

describe('the page of an integration', () => {
  const links = { website: 'https://campus.halden.example/x', docs: 'javascript:alert(1)', support: null };

  test('leads to what is https, and says where', () => {
    const { container } = render(
      <IntegrationView
        integration={{ ...anEntry(), description: 'One.\n\nTwo.', links }}
        serviceUrl=""
        platform="Cardea"
      />,
    );
    const website = screen.getByRole('link', { name: 'Website' });
    expect([website.getAttribute('href'), website.getAttribute('rel')]).toEqual([
      links.website,
      'nofollow ugc noopener noreferrer',
    ]);
    expect(screen.queryByRole('link', { name: 'Documentation' })).toBeNull();
    expect(screen.getByText('campus.halden.example')).toBeTruthy();
    expect(screen.getByText('Seen at our gateway')).toBeTruthy();
    expect(container.textContent).toContain('21 November 2026');
  });

  test('shows hostile text as text', () => {
    for (const text of HOSTILE_STRINGS) {
      const entry = anEntry({ name: text, summary: text, logo: text, categories: [{ id: 'x', label: text }] });
      const hostile = { website: text, docs: text, support: text };
      const { container, unmount } = render(
        <IntegrationView
          integration={{ ...entry, description: text, links: hostile }}
          serviceUrl=""
          platform="Cardea"
        />,
      );
      // The icons of the page are svg.
      expect(
        dangersIn(container, (tag) => tag === 'svg'),
        text,
      ).toEqual([]);
      expect(container.querySelectorAll('svg:not([aria-hidden])'), text).toHaveLength(0);
      expect(container.querySelector('h1')?.textContent).toBe(text);
      expect(container.querySelector('img')).toBeNull();
      unmount();
    }
  });
});

describe('the editor of a listing', () => {
  const organization = { id: 'org_1', name: 'Halden', role: 'owner' as const };
  function edit(calls: Partial<IntegrationsCalls>, role: 'owner' | 'viewer' = 'owner') {
    render(
      <ListingEditor
        calls={fakeCalls({ own: async () => ok(aListing()), ...calls })}
        serviceUrl=""
        organization={{ ...organization, role }}
      />,
    );
    return userEvent.setup();
  }
  const preview = () => within(screen.getByRole('complementary', { name: 'Preview' }));

  test('shows the card while one writes, and saves what was read before', async () => {
    const save = vi.fn<IntegrationsCalls['save']>(async (_, draft) =>
      ok(aListing({ draft: { ...draft, logo: null }, etag: '"tag_2"' })),
    );
    const user = edit({ save });
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Bergen');
    expect(preview().getByRole('heading', { name: 'Bergen' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save the draft' }));
    await screen.findByText('Saved.');
    expect([save.mock.lastCall?.[0], save.mock.lastCall?.[1].name]).toEqual(['"tag_1"', 'Bergen']);
    expect(screen.getByRole('button', { name: 'Save the draft' })).toHaveProperty('disabled', true);
  });

  test('saves before it sends to review, with the tag of what was saved', async () => {
    const submit = vi.fn<IntegrationsCalls['submit']>(async () => ok(aListing({ state: 'in-review' })));
    const user = edit({ save: async () => ok(aListing({ etag: '"tag_2"' })), submit });
    await user.type(await screen.findByLabelText('Summary'), '!');
    await user.click(screen.getByRole('button', { name: 'Send to review' }));
    await screen.findByText('In review');
    expect(submit.mock.lastCall).toEqual(['"tag_2"']);
  });

  test('says at each field what is missing or wrong', async () => {
    const places = [{ in: 'body' as const, at: '/links/website', message: 'is missing: where readers find it' }];
    const user = edit({ submit: async () => refused('request-invalid', places) });
    await user.click(await screen.findByRole('button', { name: 'Send to review' }));
    const field = screen.getByLabelText('Website');
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText('It is missing: where readers find it.')).toBeTruthy();
  });

  test.each([
    ['Take theirs', 'Theirs'],
    ['Go on with mine', 'Mine'],
  ])('shows that somebody else was faster, and loses nothing: %s', async (choice, name) => {
    let reads = 0;
    const theirs = aListing({ etag: '"tag_9"', draft: { ...content, name: 'Theirs' } });
    const save = vi.fn<IntegrationsCalls['save']>(async (etag, draft) =>
      etag === '"tag_9"' ? ok(aListing({ draft: { ...draft, logo: null } })) : refused('changed-meanwhile'),
    );
    const user = edit({ own: async () => ok(reads++ === 0 ? aListing() : theirs), save });
    const field = await screen.findByLabelText('Name');
    await user.clear(field);
    await user.type(field, 'Mine');
    await user.click(screen.getByRole('button', { name: 'Save the draft' }));
    await user.click(await screen.findByRole('button', { name: choice }));
    expect(screen.getByLabelText('Name')).toHaveProperty('value', name);
    if (name === 'Mine') {
      await user.click(screen.getByRole('button', { name: 'Save the draft' }));
      await screen.findByText('Saved.');
      expect(save.mock.lastCall?.[0]).toBe('"tag_9"');
    }
  });

  test('refuses an SVG before it is sent, and stores a PNG at once', async () => {
    const saveLogo = vi.fn<IntegrationsCalls['saveLogo']>(async () => ok(aListing()));
    edit({ saveLogo });
    const field = await screen.findByLabelText('Logo');
    const user = userEvent.setup({ applyAccept: false });
    await user.upload(field, new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' }));
    expect(screen.getByRole('alert').textContent).toContain('An SVG can hold scripts');
    expect(saveLogo).not.toHaveBeenCalled();
    await user.upload(field, new File(['x'], 'logo.png', { type: 'image/png' }));
    await screen.findByText('The logo is saved.');
  });

  test('is only looked at by a viewer', async () => {
    edit({}, 'viewer');
    await screen.findByText(/You look on as a viewer/);
    expect(screen.queryByRole('button')).toBeNull();
    expect(preview().getByRole('heading', { name: 'Halden Campus' })).toBeTruthy();
  });
});

describe('the review', () => {
  function review(calls: Partial<IntegrationsCalls>, listing = aReviewed()) {
    let reads = 0;
    const toReview = async () => ok({ data: [{ ...listing, etag: `"tag_${reads++}"` }], next_cursor: null });
    render(<ReviewList calls={fakeCalls({ toReview, ...calls })} filter="in-review" none="Nothing." serviceUrl="" />);
    return userEvent.setup();
  }

  test('approves what was read', async () => {
    const decide = vi.fn<IntegrationsCalls['review']>(async (of) =>
      ok({ ...of, state: 'approved', approved: content }),
    );
    const user = review({ review: decide });
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    await screen.findByRole('button', { name: 'Take out of the directory' });
    expect(decide.mock.lastCall?.slice(1)).toEqual(['approved', '']);
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  test('sends back with words only', async () => {
    const decide = vi.fn<IntegrationsCalls['review']>(async (of) => ok({ ...of, state: 'returned' }));
    const user = review({ review: decide });
    const back = await screen.findByRole('button', { name: 'Send back' });
    expect(back).toHaveProperty('disabled', true);
    await user.type(screen.getByLabelText('What Halden is to know'), ' Say what you do. ');
    await user.click(back);
    await screen.findByText(/Sent back/);
    expect(decide.mock.lastCall?.slice(1)).toEqual(['returned', 'Say what you do.']);
  });

  test('says what is other than what is public, and reads again what was changed meanwhile', async () => {
    const user = review(
      { review: async () => refused('changed-meanwhile') },
      aReviewed({
        approved: { ...content, name: 'Old name', links: { ...content.links, docs: 'https://docs.example/' } },
      }),
    );
    expect(await screen.findByText(/Other than what is approved: name, documentation/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Approve' }));
    await user.click(await screen.findByRole('button', { name: 'Read it again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
