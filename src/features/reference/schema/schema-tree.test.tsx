import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import type { SchemaView } from '../../../../contract/reference-page';
import { Inside, SchemaTree } from './SchemaTree.view';

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

test('what is nested is in the HTML, folded, and what is deeper leads to its page without JavaScript', () => {
  const html = renderToStaticMarkup(<SchemaTree view={view} id="body" place={place} />);
  expect(html).toContain('email');
  expect(html.match(/<details/g)).toHaveLength(2);
  expect(html).toContain('<noscript><a href="/reference/cardea/v2/schemas/Deep">Deep</a></noscript>');
  const nameless = { type: 'object', more: 'Deep.inner' };
  const data = renderToStaticMarkup(<SchemaTree view={nameless} id="body" place={place} />);
  expect(data).toContain(
    '<noscript><a href="/reference/cardea/v2/parts/Deep.inner.json">Deep.inner as JSON</a></noscript>',
  );
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

test('alternatives say by which value they are told apart, and one set stands beside another', () => {
  const set = (kind: 'oneOf' | 'anyOf', ...names: string[]) => ({
    kind,
    discriminator: 'type',
    values: names,
    schemas: names.map((name) => ({ type: 'object', title: name, properties: [] })),
  });
  const both = { type: 'any', alternatives: set('oneOf', 'card', 'bank'), alsoAlternatives: [set('anyOf', 'x', 'y')] };
  const { container } = render(<SchemaTree view={both} id="body" place={place} />);
  expect(screen.getByText('card', { selector: 'summary code' }).closest('summary')?.textContent).toBe(
    'cardtype is card',
  );
  expect([...container.querySelectorAll('details')].map(({ id, open }) => [id, open])).toEqual([
    ['body.1', true],
    ['body.2', false],
    ['body.also.1', false],
    ['body.also.2', false],
  ]);
});

test('conditions are sentences; what words cannot say is folded', () => {
  const conditions = [
    { when: { words: '`a` is `1`' }, then: { words: '`b` is needed' }, otherwise: { words: '`c` is needed' } },
    { when: { words: '`a` is there' }, then: { schema: view } },
  ];
  const { container } = render(<SchemaTree view={{ type: 'object', conditions }} id="body" place={place} />);
  expect([...container.querySelectorAll('p')].slice(0, 2).map(({ textContent }) => textContent)).toEqual([
    'When a is 1, then b is needed; otherwise c is needed.',
    'When a is there, then this holds.',
  ]);
  expect(container.querySelector('details')?.id).toBe('body.when2.then');
});

test('every named place has an entry: patterns, other names, tuples, contains, decoded text, not', () => {
  const rich: SchemaView = {
    type: 'any',
    prefixItems: [text],
    contains: { words: 'at least 1 item', schema: text },
    patterns: [{ name: '^x-', required: false, schema: text }],
    additional: text,
    names: text,
    decoded: text,
    not: text,
  };
  const { container } = render(<SchemaTree view={rich} id="body" place={place} />);
  expect([...container.querySelectorAll('li')].map((li) => [li.id, li.querySelector('a')?.textContent])).toEqual([
    ['body[0]', '[0]'],
    ['body.contains', 'contains at least 1 item like this'],
    ['body.^x-', 'names that match ^x-'],
    ['body.*', 'any other name'],
    ['body.names', 'every name'],
    ['body.decoded', 'the text, decoded'],
    ['body.not', 'but not'],
  ]);
});

test('the line that is looked at has buttons for its path and its address', async () => {
  const items = { type: 'array of object', items: view };
  const { container } = render(
    <SchemaTree
      view={{ type: 'object', properties: [{ name: 'list', required: false, schema: items }] }}
      id="body"
      place={place}
    />,
  );
  expect(screen.queryByRole('button')).toBeNull();
  await userEvent.hover(container.querySelector('#body\\.list\\.id')!);
  expect(screen.getByRole('button', { name: 'Copy the path list[].id' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy the link to list[].id' })).toBeTruthy();
});

test('many values are folded, with a field to find one', async () => {
  const values = Array.from({ length: 40 }, (_, index) => `"value-${index}"`);
  const { container } = render(<Inside view={{ type: 'string', enum: values }} id="query-sort" place={place} />);
  const codes = () => [...container.querySelectorAll('code')].map(({ textContent }) => textContent);
  expect(container.querySelector('summary')?.textContent).toBe('all 40 values');
  expect(codes()).toHaveLength(28);
  await userEvent.type(screen.getByRole('searchbox', { hidden: true }), 'VALUE-3 ');
  expect(codes()[0]).toBe('value-3');
  expect(screen.getByRole('status', { hidden: true }).textContent).toBe('11 of 40 values. ');
});
