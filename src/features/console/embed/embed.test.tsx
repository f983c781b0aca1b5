// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import type { EmbeddedOperation } from '../../../../contract/embedded-operation';
import { operationPage, parameter } from '../page.fixture';
import { fillNames } from './fill-names';
import { refilled, waitingFields } from './guide-place';
import { TryIt } from './index';
import { readSaved } from './read-saved';
import { savedValues, saveValues } from './saved-values';

afterEach(cleanup);

const step: EmbeddedOperation = {
  page: operationPage({
    title: 'Get an offer',
    path: '/offers/{offer_id}',
    parameters: [parameter({ name: 'offer_id', in: 'path' })],
  }),
  href: '/reference/cardea/v2/get-offer',
  guide: 'guide.mdx',
  place: 2,
  given: { parameters: { 'path:offer_id': '{{offerId}}' } },
  needs: [{ name: 'offerId', from: 'Create an offer', placeholder: 'OFFER_ID' }],
  saves: [{ name: 'holder', pointer: '/holder/name' }],
};

describe('an operation in a guide', () => {
  test('is a name, a link and a request as curl in the HTML, without a form', () => {
    const html = renderToStaticMarkup(<TryIt data={step} />);
    expect(html).toContain('href="/reference/cardea/v2/get-offer"');
    expect(html).toMatch(/curl.*OFFER_ID/s);
    expect(html).toContain('send that first');
    expect(html).not.toContain('<form');
  });

  test('shows what an earlier step gave as soon as it is there', () => {
    const { container } = render(<TryIt data={{ ...step, guide: 'another.mdx' }} />);
    act(() => saveValues('another.mdx', { offerId: 'off_7' }));
    expect(container.querySelector('pre')?.textContent).toContain('/offers/off_7');
    expect(screen.getByText('off_7')).toBeTruthy();
  });

  test('knows nothing of other guides’ values', () => {
    saveValues('one.mdx', { id: 1 });
    expect(savedValues('two.mdx')).toEqual({});
  });
});

describe('names in what a guide gives', () => {
  const saved = { id: 'off_"1"', count: 7, tags: ['a'] };
  test.each([
    ['{"id":"{{id}}"}', '{"id":"off_\\"1\\""}'],
    ['{"n":"{{count}}","text":"{{count}} of {{id}}"}', '{"n":7,"text":"7 of off_\\"1\\""}'],
    ['{"tags":"{{tags}}","x":"{{unknown}}"}', '{"tags":["a"],"x":"{{unknown}}"}'],
    ['plain {{id}}', 'plain off_"1"'],
  ])('%s becomes %s', (body, want) => {
    expect(fillNames({ parameters: {}, body }, saved).body).toBe(want);
  });

  test('are found in an answer by pointer', () => {
    const saves = [
      { name: 'a', pointer: '/data/0/id' },
      { name: 'b', pointer: '/x~1y' },
      { name: 'c', pointer: '/none/at/all' },
      { name: 'd', pointer: '/constructor' },
    ];
    expect(readSaved(saves, '{"data":[{"id":5}],"x/y":false}')).toEqual({ a: 5, b: false });
    expect(readSaved(saves, 'not JSON')).toEqual({});
  });
});

describe('a form in a guide', () => {
  const values = { parameters: { 'path:offer_id': '{{offerId}}', 'query:q': 'typed' }, mediaType: 0, body: '' };

  test('takes what has come, and leaves what somebody typed', () => {
    const after = { parameters: { 'path:offer_id': 'off_1', 'query:q': 'new' } };
    const before = { parameters: { 'path:offer_id': '{{offerId}}', 'query:q': 'old' } };
    expect(refilled(values, before, after).parameters).toEqual({ 'path:offer_id': 'off_1', 'query:q': 'typed' });
  });

  test('says which step to send first', () => {
    expect(waitingFields(values, step)).toEqual([
      { field: 'path:offer_id', message: 'Send “Create an offer” first: its answer gives offerId.' },
    ]);
  });
});
