import { expect, test } from 'vitest';
import { aContract, anOperation } from '../../../contract/model.fixture.ts';
import { proseLinks } from './prose-links.ts';
import { createMarkdownRenderer } from './render-markdown.ts';

const contract = {
  ...aContract([anOperation({ id: 'Get/Pet', slug: 'get-pet' })]),
  api: 'a',
  version: 'v1',
  tags: [{ name: 'Pet Store', slug: 'pet-store' }],
};
const links = (hasGuides: boolean) => proseLinks({ contract, all: [contract], hasGuides });

test.each([
  ['#operation/Get%2FPet', '/reference/a/v1/get-pet'],
  ['#tag/Pet-Store/operation/Get%2FPet', '/reference/a/v1/get-pet'],
  ['#/Pet%20Store/Get%2FPet', '/reference/a/v1/get-pet'],
  ['#/operations/Get%2FPet', '/reference/a/v1/get-pet'],
  ['#tag/Pet-Store', '/reference/a/v1/tags/pet-store'],
  ['#tag/Pet%20Store/paths/~1pets', '/reference/a/v1/tags/pet-store'],
  ['/reference/a/v1/schemas/Pet', '/reference/a/v1/schemas/Pet'],
  ['/docs/start#here', '/docs/start#here'],
  ['/', '/'],
  ['#operation/gone', undefined],
  ['#operation/__proto__', undefined],
  ['#operation/%', undefined],
  ['#section/Errors', undefined],
  ['/reference/other/v1/x', undefined],
  ['/guides/start', undefined],
  ['errors.md', undefined],
  ['../x', undefined],
])('a link of prose to %s leads to %s', (href, want) => {
  expect(links(true)(href)).toBe(want);
});

test('without guides, nothing is below /docs', () => {
  expect(links(false)('/docs/start')).toBeUndefined();
});

test('what a link was to say stays where it leads nowhere, and addresses elsewhere stay as they are', () => {
  const render = createMarkdownRenderer(links(false));
  expect(render('See [our *guide*](/guides/x).')).toBe('<p>See <span>our <em>guide</em></span>.</p>');
  expect(render('[a](#operation/Get%2FPet) [b](https://x.example/#c) [c](mailto:a@x.example) [d](//x.example)')).toBe(
    '<p><a href="/reference/a/v1/get-pet">a</a> <a href="https://x.example/#c">b</a> <a href="mailto:a@x.example">c</a> <a href="//x.example">d</a></p>',
  );
});
