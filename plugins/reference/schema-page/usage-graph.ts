import type { Contract, Operation } from '../../../contract/model.ts';
import { placesOfOperation } from './places-of-operation.ts';
import { refsIn } from './refs-in.ts';

export interface DirectUse {
  readonly operation: Operation;
  readonly where: readonly string[];
}

/** Who refers to each component, by its name. */
export interface UsageGraph {
  readonly operations: ReadonlyMap<string, readonly DirectUse[]>;
  readonly components: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Contract, UsageGraph>();

/** Reads every schema of a contract once, in time that grows with the description. */
export function usageGraph(contract: Contract): UsageGraph {
  let graph = known.get(contract);
  if (!graph) {
    graph = { operations: usesByOperations(contract), components: usesByComponents(contract) };
    known.set(contract, graph);
  }
  return graph;
}

function usesByOperations({ operations, webhooks }: Contract): Map<string, DirectUse[]> {
  const uses = new Map<string, DirectUse[]>();
  for (const operation of [...operations, ...webhooks]) {
    const places = new Map<string, Set<string>>();
    for (const { where, schema } of placesOfOperation(operation)) {
      for (const name of refsIn(schema)) listOf(places, name, () => new Set<string>()).add(where);
    }
    for (const [name, where] of places) listOf(uses, name, () => []).push({ operation, where: [...where] });
  }
  return uses;
}

function usesByComponents({ schemas }: Contract): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const [user, schema] of Object.entries(schemas)) {
    for (const name of refsIn(schema)) if (name !== user) listOf(uses, name, () => []).push(user);
  }
  return uses;
}

function listOf<List>(lists: Map<string, List>, name: string, empty: () => List): List {
  const list = lists.get(name) ?? empty();
  lists.set(name, list);
  return list;
}
