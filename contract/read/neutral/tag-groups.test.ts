import { expect, test } from 'vitest';
import { readDescription, sentencesOf } from '../description.fixture.ts';

const withTags = (tags: readonly object[], more: object = {}, used: readonly string[] = ['A']) =>
  readDescription({
    tags,
    paths: { '/a': { get: { tags: used, responses: { 200: { description: 'Fine' } } } } },
    ...more,
  });
const named = (...names: string[]) => names.map((name) => ({ name }));

test('x-tagGroups are the groups, in their order', () => {
  const contract = withTags(named('A', 'B', 'C', 'D'), {
    'x-tagGroups': [
      { name: 'Second', tags: ['C'] },
      { name: 'First', tags: ['B', 'A'] },
    ],
  });
  expect(contract.tagGroups).toEqual([
    { name: 'Second', tags: ['C'] },
    { name: 'First', tags: ['B', 'A'] },
  ]);
  expect(sentencesOf(contract)).toEqual([]);
});

test('what cannot be grouped is told and left by itself', () => {
  const contract = withTags(named('A', 'B'), {
    'x-tagGroups': [{ name: 'One', tags: ['A', 'Gone', 7] }, { name: 'Two', tags: ['A'] }, { tags: ['B'] }, 'three'],
  });
  expect(contract.tagGroups).toEqual([{ name: 'One', tags: ['A'] }]);
  expect(sentencesOf(contract)).toEqual([
    'there is no tag "Gone"; the group "One" is shown without it.',
    'there is no tag 7; the group "One" is shown without it.',
    'the tag "A" stands in the group "One" already; it is shown there only.',
    'this group of tags has no "name"; its tags stand by themselves.',
    'this group of tags has no "name"; its tags stand by themselves.',
  ]);
});

test('without them, nested tags (3.2) stand under their topmost one', () => {
  const contract = withTags(
    [
      { name: 'A', parent: 'Top', summary: 'Things' },
      { name: 'Top', summary: 'Everything' },
      { name: 'B', parent: 'A' },
      { name: 'Alone' },
    ],
    { openapi: '3.2.0' },
    ['A', 'B'],
  );
  expect(contract.tagGroups).toEqual([{ name: 'Everything', tags: ['A', 'B'] }]);
  expect(contract.tags).toMatchObject([{ summary: 'Things', parent: 'Top' }, {}, { parent: 'A' }, {}]);
});

test('a parent with operations of its own is the first of its group', () => {
  const contract = withTags([{ name: 'A', parent: 'Top' }, { name: 'Top' }], {}, ['A', 'Top']);
  expect(contract.tagGroups).toEqual([{ name: 'Top', tags: ['Top', 'A'] }]);
});

test('a circle of parents is opened where it closes', () => {
  const contract = withTags([
    { name: 'A', parent: 'B' },
    { name: 'B', parent: 'C' },
    { name: 'C', parent: 'B' },
    { name: 'D', parent: 'D' },
  ]);
  expect(contract.tagGroups).toEqual([{ name: 'C', tags: ['A', 'B'] }]);
  expect(sentencesOf(contract)).toEqual([
    'the tag "B" is itself nested under "C"; "C" is not nested.',
    'a tag cannot be its own parent; "D" is not nested.',
  ]);
});

test('100,000 tags within each other are read in no time', () => {
  const tags = Array.from({ length: 100_000 }, (_, index) => ({ name: `t${index}`, parent: `t${index + 1}` }));
  const { tagGroups } = withTags([...tags, { name: 't100000' }, { name: 'A' }]);
  expect(tagGroups).toHaveLength(1);
  expect(tagGroups[0]?.tags).toHaveLength(100_000);
});

test('labels of an operation come after what it stands under; display names and documentation are kept', () => {
  const contract = withTags(
    [
      { name: 'beta', kind: 'badge' },
      {
        name: 'A',
        kind: 'nav',
        'x-displayName': 'Shown',
        externalDocs: { url: 'https://example.com', description: 'd' },
      },
    ],
    { openapi: '3.2.0' },
    ['beta', 'A'],
  );
  expect(contract.operations[0]?.tags).toEqual(['A', 'beta']);
  expect(contract.tags).toMatchObject([
    { kind: 'badge' },
    { summary: 'Shown', externalDocs: { url: 'https://example.com', description: 'd' } },
  ]);
});
