import { describe, expect, test } from 'vitest';
import { chosenVersion, sandboxVersions } from './sandbox-versions';

const facts = { current: true, deprecated: false };
const apis = [
  {
    id: 'cardea',
    title: 'Cardea API',
    versions: [
      { id: 'v2', ...facts, sandbox: true },
      { id: 'v1', ...facts, deprecated: true, sandbox: true },
    ],
  },
  { id: 'portal', title: 'Portal API', versions: [{ id: 'v1', ...facts, sandbox: false }] },
];

test('what has no sandbox is not among its versions', () => {
  expect(sandboxVersions(apis).map(({ title }) => title)).toEqual(['Cardea API v2', 'Cardea API v1']);
  expect(sandboxVersions([])).toEqual([]);
});

describe('the chosen version', () => {
  test.each([
    ['?version=cardea/v1', 'v1'],
    ['?version=cardea%2Fv1', 'v1'],
    ['', 'v2'],
    ['?version=portal/v1', 'v2'],
    ['?version=javascript:alert(1)', 'v2'],
  ])('of %s', (search, want) => {
    expect(chosenVersion(sandboxVersions(apis), search)?.version).toBe(want);
  });

  test('is none where there is none', () => {
    expect(chosenVersion([], '?version=cardea/v2')).toBeUndefined();
  });
});
