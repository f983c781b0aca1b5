import { expect, test } from 'vitest';
import type { NavGroup } from '../../../../contract/reference-page';
import { filterOperations } from './filter-operations';

const item = (title: string, method: string, path: string) => ({
  title,
  method,
  path,
  slug: title.toLowerCase().replaceAll(' ', '-'),
  deprecated: false,
});
const groups: NavGroup[] = [
  {
    name: 'Offers',
    slug: 'offers',
    items: [item('Create an offer', 'post', '/offers'), item('List offers', 'get', '/offers')],
  },
  { name: 'Events', slug: 'events', items: [item('Offer accepted', 'webhook', 'offer.accepted')] },
];
const titles = (query: string) =>
  filterOperations(groups, query).flatMap(({ items }) => items.map(({ title }) => title));

test.each([
  ['a word of the title', 'create', ['Create an offer']],
  ['method and path', 'GET /offers', ['List offers']],
  ['the group', 'events', ['Offer accepted']],
  ['webhooks', 'webhook offer', ['Offer accepted']],
  ['nothing that is not there', 'create webhook', []],
  ['everything for an empty query', ' ', ['Create an offer', 'List offers', 'Offer accepted']],
])('the filter finds %s', (_name, query, want) => {
  expect(titles(query)).toEqual(want);
});

test('the filter shows at most 100', () => {
  const many = [
    { name: 'a', slug: 'a', items: Array.from({ length: 150 }, (_, index) => item(`x ${index}`, 'get', '/')) },
  ];
  expect(filterOperations(many, 'x')[0]?.items).toHaveLength(100);
});
