import { cleanup, render, screen } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import type { SchemaView } from '../../../../contract/reference-page';
import { SchemaTree } from './SchemaTree.view';

afterEach(cleanup);

const place = { api: 'cardea', version: 'v2' };
const text = { type: 'string' };
const view: SchemaView = {
  type: 'object',
  properties: [
    { name: 'id', required: true, schema: { ...text, readOnly: true, constraints: ['matches ^a$'] } },
    {
      name: 'holder',
      required: false,
      schema: {
        type: 'object',
        name: 'Holder',
        properties: [{ name: 'email', required: false, schema: { ...text, deprecated: true } }],
      },
    },
    { name: 'deep', required: false, schema: { type: 'object', name: 'Deep', more: 'Deep' } },
  ],
};

test('every property has an address of its own', () => {
  const { container } = render(<SchemaTree view={view} id="body" place={place} />);
  const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids).toEqual(['body.id', 'body.holder', 'body.holder.email', 'body.deep']);
  expect(screen.getByRole('link', { name: 'id' }).getAttribute('href')).toBe('#body.id');
});

test('what is nested is in the HTML, folded, and what is deeper leads to its data without JavaScript', () => {
  const html = renderToStaticMarkup(<SchemaTree view={view} id="body" place={place} />);
  expect(html).toContain('email');
  expect(html.match(/<details/g)).toHaveLength(2);
  expect(html).toContain('<noscript><a href="/reference/cardea/v2/parts/Deep.json">Deep as JSON</a></noscript>');
});

test('what was shown under another answer is not shown again', () => {
  render(<SchemaTree view={{ type: 'object', shownUnder: '400' }} id="404" place={place} />);
  expect(screen.getByRole('link', { name: '400' }).getAttribute('href')).toBe('#400');
});

test('alternatives are named, the first one open', () => {
  const alternatives = {
    kind: 'oneOf' as const,
    discriminator: 'kind',
    schemas: [
      { type: 'object', name: 'Email', properties: [{ name: 'address', required: true, schema: text }] },
      { type: 'object', name: 'Link', properties: [{ name: 'url', required: true, schema: text }] },
    ],
  };
  const { container } = render(<SchemaTree view={{ type: 'any', alternatives }} id="body" place={place} />);
  const folds = [...container.querySelectorAll('details')];
  expect(folds.map((fold) => [fold.querySelector('summary')?.textContent, fold.open])).toEqual([
    ['Email', true],
    ['Link', false],
  ]);
});
