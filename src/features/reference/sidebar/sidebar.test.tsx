import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NavGroup, NavOutline } from '../../../../contract/reference-page';
import type { UseNav } from '../data/use-nav';
import { Sidebar } from './Sidebar';

beforeEach(() => Object.assign(window, { docusaurus: { preload: () => undefined, prefetch: () => undefined } }));
afterEach(cleanup);

const group = (name: string, ...titles: string[]): NavGroup => ({
  name,
  slug: name.toLowerCase(),
  items: titles.map((title) => ({
    title,
    slug: title.toLowerCase().replaceAll(' ', '-'),
    method: 'get',
    path: '/',
    deprecated: false,
  })),
});
const offers = group('Offers', 'List offers', 'Get an offer');
const keys = group('Keys', 'List keys');

function show(known: readonly NavGroup[], isWhole: boolean, more: Partial<NavOutline> = {}) {
  const asked: string[] = [];
  const groups = [offers, keys].map(({ name, slug, items }) => ({ name, slug, count: items.length }));
  const outline = { api: 'cardea', version: 'v2', title: 'Cardea API', groups, ...more };
  const nav: UseNav = { outline, groups: known, isWhole, load: () => asked.push('load'), hasFailed: false };
  const others = [{ version: 'v1', href: '/reference/cardea/v1', same: false }];
  render(
    <Sidebar
      place={{ api: 'cardea', version: 'v2' }}
      nav={nav}
      tag="offers"
      operation="get-an-offer"
      otherVersions={others}
    />,
  );
  return { asked, user: userEvent.setup() };
}

const operations = () => screen.queryAllByRole('link', { name: /^GET/ }).map(({ textContent }) => textContent);

test('shows all tags, and the operations of the open one with the current marked', () => {
  show([offers], false);
  expect(screen.getByRole('link', { name: 'Keys 1' }).getAttribute('href')).toBe('/reference/cardea/v2/tags/keys');
  expect(operations()).toEqual(['GET List offers', 'GET Get an offer']);
  expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('GET Get an offer');
});

test('asks for the rest when another tag is opened', async () => {
  const { asked, user } = show([offers], false);
  await user.click(screen.getByRole('button', { name: 'Keys' }));
  expect(asked).toEqual(['load']);
  expect(screen.getByRole('button', { name: 'Keys' }).getAttribute('aria-expanded')).toBe('true');
});

test('shows a part of a long tag, and the way to all of it', async () => {
  const { asked, user } = show([{ ...offers, items: offers.items.slice(0, 1) }], false);
  await user.click(screen.getByRole('button', { name: 'Show all 2' }));
  expect(asked).toEqual(['load']);
});

test('filters as one types', async () => {
  const { asked, user } = show([offers, keys], true);
  await user.type(screen.getByRole('searchbox', { name: 'Filter operations' }), 'list');
  expect(asked).toEqual(['load']);
  expect(operations()).toEqual(['GET List offers', 'GET List keys']);
  await user.type(screen.getByRole('searchbox'), ' nothing');
  expect(screen.getByText('No operation has these words.')).toBeTruthy();
});

test('leads to the other versions', () => {
  show([offers], false);
  const link = screen.getByRole('link', { name: /v1/ });
  expect(link.getAttribute('href')).toBe('/reference/cardea/v1');
  expect(link.textContent).toBe('v1 deprecated, overview');
});

test('tags stand under their headings', () => {
  const sections = [offers, keys].map(({ name, slug }) => ({ name, slug, count: 1, under: 'Core' }));
  show([offers], false, { groups: [...sections, { name: 'Odds', slug: 'odds', count: 1, under: 'More' }] });
  expect(screen.getAllByText(/^(?:Core|More)$/).map(({ textContent }) => textContent)).toEqual(['Core', 'More']);
});

test('shows that there are more tags, and the way to all of them', async () => {
  const { asked, user } = show([offers], false, { hidden: 240 });
  await user.click(screen.getByRole('button', { name: 'Show all 242 tags' }));
  expect(asked).toEqual(['load']);
});

test('is walked by arrow keys, which open and shut a tag as well', async () => {
  const { user } = show([offers], false);
  await user.click(screen.getByRole('searchbox'));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('GET List offers');
  await user.keyboard('{ArrowUp}{ArrowLeft}');
  expect(document.activeElement?.textContent).toBe('Offers 2');
  expect(operations()).toEqual([]);
  await user.keyboard('{ArrowRight}');
  expect(operations()).toHaveLength(2);
});
