import type { Contract, Operation } from '../../model.ts';
import { type Change, type Direction, opposite } from '../change.ts';
import type { SchemaPairs } from '../schema/schema-pairs.ts';
import { compareBody } from './compare-body.ts';
import { compareCallbacks } from './compare-callbacks.ts';
import { compareParameters } from './compare-parameters.ts';
import { compareResponses } from './compare-responses.ts';
import { compareSecurity } from './compare-security.ts';
import { compareServers } from './compare-servers.ts';

export interface Versions {
  readonly before: Contract;
  readonly after: Contract;
  readonly pairs: SchemaPairs;
}

/** Everything that an integration can notice between an operation and what it became. */
export function compareOperation(before: Operation, after: Operation, versions: Versions): Change[] {
  if (before.kind === 'webhook') return compareExchange(before, after, { prefix: '', direction: 'answer', versions });
  return [
    ...addressChange(before, after),
    ...compareSecurity(
      { contract: versions.before, operation: before },
      { contract: versions.after, operation: after },
    ),
    ...(before.hasOwnServers || after.hasOwnServers ? compareServers(before.servers, after.servers) : []),
    ...compareExchange(before, after, { prefix: '', direction: 'request', versions }),
    ...compareCallbacks(before, after, (left, right, prefix) =>
      compareExchange(left, right, { prefix, direction: 'answer', versions }),
    ),
    ...deprecation(before, after),
  ];
}

interface ExchangeContext {
  readonly prefix: string;
  /** Who writes the request. The platform writes that of a webhook or callback, and the integrator answers it. */
  readonly direction: Direction;
  readonly versions: Versions;
}

function compareExchange(
  before: Operation,
  after: Operation,
  { prefix, direction, versions }: ExchangeContext,
): Change[] {
  const { pairs } = versions;
  const body = `${prefix}${direction === 'request' ? 'request body' : 'payload'}`;
  const parameters = compareParameters(before, after, { direction, pairs });
  return [
    ...parameters.map((change) => ({ ...change, where: prefix + change.where })),
    ...compareBody(before.requestBody, after.requestBody, { where: body, direction, pairs }),
    ...compareResponses(before, after, { prefix, direction: opposite(direction), pairs }),
  ];
}

/** The method and the path; names within braces are not sent. */
function addressChange(before: Operation, after: Operation): Change[] {
  if (before.method === after.method && wirePath(before) === wirePath(after)) return [];
  const [is, was] = [after, before].map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  return [
    { rule: 'address-changed', isBreaking: true, where: 'address', path: '', text: `is ${is} instead of ${was}` },
  ];
}

export const wirePath = ({ path }: Operation) => path.replaceAll(/\{[^}]*\}/g, '{}');

function deprecation(before: Operation, after: Operation): Change[] {
  if (before.deprecated || !after.deprecated) return [];
  return [{ rule: 'operation-deprecated', isBreaking: false, where: 'operation', path: '', text: 'is deprecated' }];
}
