import { expect, test } from 'vitest';
import { footerColumns } from './footer-columns';

const cardea = {
  id: 'cardea',
  title: 'Cardea API',
  versions: [
    { id: 'v2', current: true, deprecated: false },
    { id: 'v1', current: false, deprecated: true },
  ],
};
const brand = { name: 'Cardea', tagline: 'Put your credentials in every wallet.' };

test('every version of every API has its link, and a deprecated one says so', () => {
  const columns = footerColumns({ brand, serviceUrl: '', apis: [cardea] }, { start: '/docs', find: (path) => path });
  expect(columns.find(({ title }) => title === 'Reference')?.links).toEqual([
    { label: 'Cardea API v2', to: '/reference/cardea/v2', note: undefined },
    { label: 'Cardea API v1', to: '/reference/cardea/v1', note: 'deprecated' },
  ]);
});

test('a portal without guides and APIs links to neither', () => {
  const columns = footerColumns({ brand, serviceUrl: '', apis: [] }, { start: null, find: () => null });
  expect(columns.flatMap(({ links }) => links.map(({ label }) => label))).toEqual([
    'Your first call',
    'Events',
    'Integrations',
    'Service status',
  ]);
});

test('early access is linked to where readers may know of it', () => {
  const labels = (hasEarlyAccess?: boolean) =>
    footerColumns({ brand, serviceUrl: '', apis: [], hasEarlyAccess }, { start: null, find: () => null }).flatMap(
      ({ links }) => links.map(({ label }) => label),
    );
  expect([labels(true).includes('Early access'), labels().includes('Early access')]).toEqual([true, false]);
});

test('the status comes from the service where it has its own origin', () => {
  const site = { brand, serviceUrl: 'https://api.cardea.example', apis: [] };
  const links = footerColumns(site, { start: null, find: () => null }).flatMap((column) => column.links);
  expect(links.map(({ to }) => to)).toContain('https://api.cardea.example/readyz');
});
