import { expect, test } from 'vitest';
import { describeApi } from './describe-api.ts';
import { changeOneOperation, operationsOf } from './read-description.ts';

test.each([25, 101])('it has %i operations, each with an id of its own', (count) => {
  const ids = operationsOf(describeApi(count)).map(({ operationId }) => operationId);
  expect(ids).toHaveLength(count);
  expect(new Set(ids).size).toBe(count);
});

test('the same number gives the same description, and every reference in it leads somewhere', () => {
  const text = JSON.stringify(describeApi(60));
  expect(JSON.stringify(describeApi(60))).toBe(text);
  const names = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
  const { schemas } = (describeApi(60) as { components: { schemas: object } }).components;
  for (const name of names) expect(schemas).toHaveProperty(name ?? '');
});

test('one operation is changed, and no other', () => {
  const description = describeApi(20);
  const changed = changeOneOperation(description, 'Changed.');
  expect(operationsOf(description).filter((each) => each.description === 'Changed.')).toEqual([changed]);
});
