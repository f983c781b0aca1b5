import type { Callback, Operation } from '../../model.ts';
import { escapeKey } from '../json-pointer.ts';
import { entriesOf } from '../json-value.ts';
import type { Identities } from './identity.ts';
import { locateInPathItem, type LocatedOperation } from './locate-operations.ts';
import { readOperation, type Surroundings } from './read-operation.ts';
import { type Reading, resolve } from './reading.ts';

/**
 * `callbacks` of an operation (3.1 §4.8.18), one for each expression and method. They stand under their operation's tags, go
 * where their expression says, and need only the security that they state: what the description says of keys and servers is
 * about requests to the platform.
 */
export function readCallbacks(
  reading: Reading,
  surroundings: Surroundings,
  identities: Identities,
  { located, operation }: { located: LocatedOperation; operation: Operation },
): Callback[] {
  const around: Surroundings = { ...surroundings, tagsOf: () => operation.tags, security: [], servers: [] };
  return entriesOf(located.value.callbacks).flatMap(([name, entry]) => {
    const callback = resolve(reading, entry, `${located.pointer}/callbacks/${escapeKey(name)}`);
    const expressions = entriesOf(callback?.value).filter(([path]) => !path.startsWith('x-'));
    return expressions
      .flatMap(([path, item]) => {
        const pointer = `${callback?.pointer}/${escapeKey(path)}`;
        return locateInPathItem(reading, { kind: 'callback', path, entry: item, pointer });
      })
      .map((request) => ({
        name,
        request: readOperation(reading, around, { ...request, ...identities.identify(request) }),
      }));
  });
}
