import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { Contract, Operation, Parameter } from '../../../contract/model.ts';
import { validatorFor } from '../../../contract/validate/index.ts';
import { exampleRequest } from '../gateway/crawl.fixture.ts';
import { validRequests } from '../gateway/random-body.fixture.ts';

/** A request to make, before it is known which items there are. */
export interface DrawnRequest {
  readonly operation: Operation;
  readonly query: readonly (readonly [string, string])[];
  readonly body: unknown;
  /** Which of the items that are known it is about; -1: one that is not there. */
  readonly item: number;
}

/** Random requests that fit the contract: any operation, any of its query parameters, any body. */
export function drawnRequests(contract: Contract): fc.Arbitrary<DrawnRequest> {
  return fc.oneof(...contract.operations.map((operation) => drawnRequest(contract, operation)));
}

function drawnRequest(contract: Contract, operation: Operation): fc.Arbitrary<DrawnRequest> {
  const media = operation.requestBody?.content.find(({ type }) => /[/+]json\b/.test(type));
  const body = media?.schema === undefined ? fc.constant(undefined) : validRequests(contract, media.schema);
  const optional = operation.parameters.filter(({ in: room, required }) => room === 'query' && !required);
  return fc.record({
    operation: fc.constant(operation),
    query: fc
      .subarray(optional, { maxLength: Math.min(optional.length, 3) })
      .chain((some) => fc.tuple(...some.map((one) => pair(contract, one)))),
    body,
    item: fc.integer({ min: -1, max: 5 }),
  });
}

/** Arrays and objects have many spellings; what is plain has one. */
function pair(contract: Contract, parameter: Parameter): fc.Arbitrary<readonly [string, string]> {
  const validator = validatorFor(contract);
  return validRequests(contract, parameter.schema).map((value) => {
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
    const isFine = isPlain && validator.validate(parameter.schema, value, 'request').length === 0;
    return [parameter.name, isFine ? String(value) : ''] as const;
  });
}

/** The request as it is sent, about one of the ids that are known at the item's path. */
export function toSend(contract: Contract, drawn: DrawnRequest, ids: readonly string[]): InjectOptions {
  const { operation, query, body, item } = drawn;
  const shown = exampleRequest(contract, operation, 'ptl_test_a');
  const [path = '', required = ''] = typeof shown.url === 'string' ? shown.url.split('?') : [];
  const id = item < 0 ? undefined : ids[item % Math.max(ids.length, 1)];
  const chosen = id === undefined ? path : withId(contract, operation, path, id);
  const params = new URLSearchParams(required);
  for (const [name, value] of query) if (value !== '') params.set(name, value);
  const json = operation.requestBody?.content.find(({ type }) => /[/+]json\b/.test(type))?.type;
  return {
    ...shown,
    url: params.size === 0 ? chosen : `${chosen}?${params.toString()}`,
    ...(json !== undefined &&
      body !== undefined && {
        headers: { ...shown.headers, 'content-type': json },
        payload: JSON.stringify(body),
      }),
  };
}

/** The last parameter of the path is the item's id. */
function withId(contract: Contract, operation: Operation, path: string, id: string): string {
  const segments = `/gateway/${contract.api}/${contract.version}${operation.path}`.split('/');
  const last = segments.findLastIndex((segment) => segment.startsWith('{'));
  return path
    .split('/')
    .map((segment, index) => (index === last ? encodeURIComponent(id) : segment))
    .join('/');
}

/** The collection that an operation is about: its path up to the last parameter. */
export function collectionOf({ path }: Operation): string {
  return /^(.*?)(?:\/\{[^{}]+\}(?:\/[^{}]*)?)?$/.exec(path)?.[1] ?? path;
}
