import type { Contract, Operation } from '../../../contract/model.ts';
import { jsonOf, successOf } from './answer-media.ts';
import { listEnvelope } from './list-envelope.ts';
import { above, isParameter, parametersOf, segmentsOf } from './path-template.ts';
import type { Collection, Role, Single } from './resource.ts';
import { isSameResource } from './same-resource.ts';

/** What each operation of a contract does to the sandbox, told from paths, methods and schemas alone. */
export interface ResourceMap {
  roleOf(operation: Operation): Role;
  /** The collection of the items at this path template (`/offers/{id}`). */
  collectionOfItem(itemTemplate: string): Collection | undefined;
  /** The collection of this path template, where there is one. */
  collectionAt(template: string): Collection | undefined;
}

type ByMethod = ReadonlyMap<string, Operation>;

/**
 * The map of a contract. Only paths are looked at here; schemas are looked at when an operation is first played, so
 * that a description with a thousand operations costs nothing until it is used.
 */
export function resourceMap(contract: Contract): ResourceMap {
  const paths = groupByPath(contract.operations);
  const itemsOf = itemPaths(paths);
  const itemTemplates = new Map([...itemsOf].map(([collection, item]) => [item, collection]));
  const collections = new Map<string, Collection>();
  const roles = new Map<string, Role>();

  function makeCollection(template: string): Collection {
    const known = collections.get(template) ?? newCollection(template, itemsOf.get(template) ?? null, paths);
    collections.set(template, known);
    return known;
  }

  function collectionOfItem(itemTemplate: string): Collection | undefined {
    const template = itemTemplates.get(itemTemplate);
    return template === undefined ? undefined : makeCollection(template);
  }

  function decideRole(operation: Operation): Role {
    const own = collectionOfItem(operation.path);
    if (own !== undefined) return onItem(operation, own);
    const isList = looksLikeList(contract, paths.get(operation.path)?.get('get'), operation.path);
    if (isList || (itemsOf.has(operation.path) && operation.method === 'post')) {
      return onCollection(operation, makeCollection(operation.path));
    }
    return onSingle(contract, operation, paths, collectionOfItem(above(operation.path)));
  }

  return {
    collectionOfItem,
    collectionAt(template) {
      // What is about a path decides what the path is.
      if (!collections.has(template)) for (const operation of paths.get(template)?.values() ?? []) roleOf(operation);
      const item = itemsOf.get(template);
      return collections.get(template) ?? (item === undefined ? undefined : collectionOfItem(item));
    },
    roleOf,
  };

  function roleOf(operation: Operation): Role {
    const role = roles.get(operation.id) ?? decideRole(operation);
    roles.set(operation.id, role);
    return role;
  }
}

function onItem(operation: Operation, collection: Collection): Role {
  switch (operation.method) {
    case 'get':
    case 'head':
      return { kind: 'read', collection };
    case 'put':
      return { kind: 'replace', collection };
    case 'patch':
    case 'post': // Updates by POST on the item's own path, as Stripe's API has them.
      return { kind: 'merge', collection };
    case 'delete':
      return { kind: 'remove', collection };
    default:
      return { kind: 'answer' };
  }
}

function onCollection(operation: Operation, collection: Collection): Role {
  if (operation.method === 'get' || operation.method === 'head') return { kind: 'list', collection };
  if (operation.method === 'post') return { kind: 'create', collection };
  return { kind: 'answer' };
}

function onSingle(
  contract: Contract,
  operation: Operation,
  paths: ReadonlyMap<string, ByMethod>,
  parent: Collection | undefined,
): Role {
  const here = paths.get(operation.path);
  const single: Single = { template: operation.path, read: here?.get('get'), parent };
  const verb = segmentsOf(operation.path).at(-1) ?? '';
  const changesParent =
    parent !== undefined && single.read === undefined && isSameResource(contract, operation, parent);
  switch (operation.method) {
    case 'get':
    case 'head':
      return isSingle(operation, here) ? { kind: 'single', does: 'read', single } : { kind: 'answer' };
    case 'put':
      if (changesParent) return { kind: 'act', collection: parent, verb };
      return { kind: 'single', does: 'replace', single };
    case 'patch':
      if (changesParent) return { kind: 'act', collection: parent, verb };
      return { kind: 'single', does: 'merge', single };
    case 'delete':
      if (changesParent) return { kind: 'act', collection: parent, verb: `un${verb}` };
      return { kind: 'single', does: 'remove', single };
    case 'post':
      if (parent !== undefined && single.read === undefined) return { kind: 'act', collection: parent, verb };
      return single.read === undefined ? { kind: 'answer' } : { kind: 'single', does: 'replace', single };
    default:
      return { kind: 'answer' };
  }
}

/** A path that can only be read is a report; it becomes a thing with state when something can change it. */
function isSingle(operation: Operation, here: ByMethod | undefined): boolean {
  const changes = ['put', 'patch', 'post', 'delete'].some((method) => here?.has(method));
  return changes && (jsonOf(successOf(operation)) !== undefined || successOf(operation)?.content.length === 0);
}

function looksLikeList(contract: Contract, get: Operation | undefined, path: string): boolean {
  if (get === undefined) return false;
  return listEnvelope(contract, jsonOf(successOf(get)), segmentsOf(path).at(-1) ?? '') !== null;
}

function newCollection(
  template: string,
  itemTemplate: string | null,
  paths: ReadonlyMap<string, ByMethod>,
): Collection {
  const own = new Set(parametersOf(template));
  const onItem = itemTemplate === null ? undefined : paths.get(itemTemplate);
  return {
    template,
    itemTemplate,
    itemParameters: itemTemplate === null ? [] : parametersOf(itemTemplate).filter((name) => !own.has(name)),
    list: paths.get(template)?.get('get'),
    create: paths.get(template)?.get('post'),
    read: onItem?.get('get'),
    onItem: [...(onItem?.values() ?? [])],
  };
}

/**
 * Collection → path of its items. The collection of `/repos/{owner}/{repo}` is `/repos`: of two parameters in a row
 * the first is no item by itself, where the description has no such path.
 */
function itemPaths(paths: ReadonlyMap<string, ByMethod>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of paths.keys()) {
    if (!isParameter(segmentsOf(path).at(-1))) continue;
    let collection = above(path);
    while (isParameter(segmentsOf(collection).at(-1)) && !paths.has(collection)) collection = above(collection);
    const known = found.get(collection);
    // Two templates of one place differ in their parameters' names: the one with more operations is the item.
    if (known === undefined || (paths.get(path)?.size ?? 0) > (paths.get(known)?.size ?? 0))
      found.set(collection, path);
  }
  return found;
}

function groupByPath(operations: readonly Operation[]): ReadonlyMap<string, ByMethod> {
  const paths = new Map<string, Map<string, Operation>>();
  for (const operation of operations) {
    const methods = paths.get(operation.path) ?? new Map<string, Operation>();
    if (!methods.has(operation.method)) methods.set(operation.method, operation);
    paths.set(operation.path, methods);
  }
  return paths;
}
