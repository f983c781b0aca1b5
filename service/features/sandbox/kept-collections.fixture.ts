import type { FastifyInstance } from 'fastify';
import type { Contract, Operation } from '../../../contract/model.ts';
import { exampleRequest } from '../gateway/crawl.fixture.ts';
import { jsonOf, successOf } from './answer-media.ts';
import { isObject } from './example.ts';
import { identityOf } from './identity.ts';
import { listEnvelope } from './list-envelope.ts';
import { resourceMap } from './resource-map.ts';
import type { Item } from './state.ts';

/** A collection that can be filled and listed, by the operations that do it. */
export interface KeptCollection {
  readonly create: Operation;
  readonly list: Operation;
  readonly read: Operation | undefined;
  readonly change: Operation | undefined;
  readonly remove: Operation | undefined;
  /** The member that holds the id. */
  readonly id: string;
}

export function keptCollections(contract: Contract): readonly KeptCollection[] {
  const map = resourceMap(contract);
  return contract.operations.flatMap((create): KeptCollection[] => {
    const role = map.roleOf(create);
    const list = role.kind === 'create' ? role.collection.list : undefined;
    if (role.kind !== 'create' || list === undefined) return [];
    const { collection } = role;
    const id = identityOf(contract, collection, undefined)?.property;
    const isListed = listEnvelope(contract, jsonOf(successOf(list)), '') !== null;
    if (id === undefined || !isListed) return [];
    const on = (...methods: readonly string[]) => collection.onItem.find(({ method }) => methods.includes(method));
    return [
      {
        create,
        list,
        read: collection.read,
        change: on('patch') ?? on('put'),
        remove: on('delete'),
        id,
      },
    ];
  });
}

/** All items of a list, page after page, however the contract pages: what leads on is in the answer, or counted here. */
export async function allPages(app: FastifyInstance, contract: Contract, list: Operation): Promise<readonly Item[]> {
  const first = exampleRequest(contract, list, 'ptl_test_a');
  const names = list.parameters.flatMap(({ name, in: room }) => (room === 'query' ? [name] : []));
  const found: Item[] = [];
  let query: Record<string, string> = names.includes('limit') ? { limit: '4' } : {};
  for (let pages = 1; ; pages += 1) {
    const url = /^[^?]*/.exec(typeof first.url === 'string' ? first.url : '')?.[0] ?? '';
    const answer = await app.inject({ ...first, url: `${url}?${new URLSearchParams(query).toString()}` });
    if (answer.statusCode !== 200) throw new Error(`${list.id} ${answer.statusCode}: ${answer.body}`);
    const value = answer.json<unknown>();
    const items = itemsIn(contract, list, value);
    found.push(...items);
    const next = nextQuery(value, names, query, { pages, items: items.length, found: found.length });
    if (next === undefined || pages > 200) return found;
    query = next;
  }
}

function itemsIn(contract: Contract, list: Operation, value: unknown): readonly Item[] {
  if (Array.isArray(value)) return value.filter(isObject);
  const segment = list.path.split('/').at(-1) ?? '';
  const property = listEnvelope(contract, jsonOf(successOf(list)), segment)?.property;
  const items = isObject(value) && typeof property === 'string' ? value[property] : undefined;
  return Array.isArray(items) ? items.filter(isObject) : [];
}

function nextQuery(
  value: unknown,
  names: readonly string[],
  query: Readonly<Record<string, string>>,
  seen: { readonly pages: number; readonly items: number; readonly found: number },
): Record<string, string> | undefined {
  const page = isObject(value) ? value : {};
  if (typeof page.next_cursor === 'string') return { ...query, cursor: page.next_cursor };
  if (seen.items === 0) return undefined;
  const total = [page, page.pagination, page.meta].map((part) => (isObject(part) ? part.total : undefined));
  const isMore = total.some((count) => typeof count === 'number' && count > seen.found);
  if (names.includes('page') && isMore) return { ...query, page: String(seen.pages + 1) };
  if (names.includes('offset') && isMore) return { ...query, offset: String(seen.found) };
  return undefined;
}
