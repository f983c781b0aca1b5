import type { Contract, Operation } from '../model.ts';
import type { ContractChanges, OperationChange, SharedChange } from './change.ts';
import { matchOperations } from './match/match-operations.ts';
import { mergeAnswers } from './merge-answers.ts';
import { compareOperation } from './operation/compare-operation.ts';
import { compareServers } from './operation/compare-servers.ts';
import { placesOf } from './places.ts';
import { SchemaPairs } from './schema/schema-pairs.ts';
import { type Compared, takeShared } from './shared-changes.ts';

/** What an integration can notice between two versions of an API. Text for people only (descriptions, examples) is not compared. */
export function compareContracts(before: Contract, after: Contract): ContractChanges {
  const versions = { before, after, pairs: new SchemaPairs(before, after) };
  const operations = matchOperations(before.operations, after.operations);
  const webhooks = matchOperations(before.webhooks, after.webhooks);
  const compared = [...operations.both, ...webhooks.both].map((matched): Compared => {
    const changes = compareOperation(matched.before, matched.after, versions);
    const isDeprecated = !matched.before.deprecated && matched.after.deprecated;
    return { kind: isDeprecated ? 'deprecated' : 'changed', ...matched, changes, places: placesOf(matched) };
  });
  const { shared, rest } = takeShared(compared);
  const told = rest.filter(({ changes, also }) => changes.length > 0 || also.length > 0).map(tellOne);
  const removed = [...operations.removed, ...webhooks.removed].map((gone): OperationChange => ({
    kind: 'removed',
    before: gone,
    also: [],
    changes: [],
  }));
  const added = [...operations.added, ...webhooks.added].map((come): OperationChange => ({
    kind: 'added',
    after: come,
    also: [],
    changes: [],
  }));
  return {
    shared: [
      ...compareServers(before.servers, after.servers).map((change) => ({ change, except: [] })),
      ...mergeShared(shared),
    ],
    operations: [...inOrder([...told, ...removed], [...before.operations, ...before.webhooks]), ...added],
  };
}

function tellOne({ kind, before, after, also, changes }: Compared): OperationChange {
  return { kind, before, after, also, changes: mergeAnswers(changes) };
}

function inOrder(changes: readonly OperationChange[], operations: readonly Operation[]): OperationChange[] {
  const position = new Map(operations.map((operation, index) => [operation, index]));
  const of = ({ before }: OperationChange) => (before && position.get(before)) ?? 0;
  return [...changes].sort((left, right) => of(left) - of(right));
}

function mergeShared(shared: readonly SharedChange[]): SharedChange[] {
  const flat = shared.map(({ change, except }) => ({ ...change, except }));
  const byExceptions = ({ except }: Pick<SharedChange, 'except'>) => except.map(({ id }) => id).join(' ');
  return mergeAnswers(flat, byExceptions).map(({ except, ...change }) => ({ change, except }));
}
