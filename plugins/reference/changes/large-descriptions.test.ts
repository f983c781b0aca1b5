import { beforeAll, expect, test } from 'vitest';
import { compareContracts } from '../../../contract/changes/index.ts';
import type { Contract, SchemaObject } from '../../../contract/model.ts';
import { readContract } from '../../../contract/read/index.ts';
import { githubDescription } from '../../../tests/support/public-descriptions.ts';

/** Of processor time: other tests run beside this one. It takes a fifth of it. */
const SOON_MILLISECONDS = 3000;

function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

let before: Contract;
let after: Contract;
beforeAll(async () => {
  const read = (version: string) => readContract({ api: 'github', version, file: githubDescription() });
  [before, after] = [await read('v1'), await read('v2')];
});

test('GitHub’s description has no change to itself, and that is found soon', () => {
  const start = processorMilliseconds();
  expect(compareContracts(before, after)).toEqual({ shared: [], operations: [] });
  expect(processorMilliseconds() - start).toBeLessThan(SOON_MILLISECONDS);
});

test('a change in a component that everything refers to is told where it is, soon and in few words', () => {
  const user = after.schemas['simple-user'] as SchemaObject;
  const { login: _, ...properties } = user.properties ?? {};
  const changedUser = { ...user, properties };
  const schemas = { ...after.schemas, 'simple-user': changedUser };
  const changed: Contract = { ...after, schemas, document: { ...after.document, components: { schemas } } };
  const start = processorMilliseconds();
  const { operations } = compareContracts(before, changed);
  expect(processorMilliseconds() - start).toBeLessThan(SOON_MILLISECONDS);
  expect(operations.length).toBeGreaterThan(200);
  const changes = operations.flatMap((operation) => operation.changes);
  expect(changes.every(({ isBreaking }) => isBreaking)).toBe(true);
  expect(changes.length / operations.length).toBeLessThan(30);
});
