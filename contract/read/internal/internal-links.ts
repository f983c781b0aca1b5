import { walkDescription } from '../description/walk.ts';
import { pointerOfRef, valueAt } from '../json-pointer.ts';
import { entriesOf, isObject, type JsonObject, member, textOf } from '../json-value.ts';
import type { Removed } from './internal-operations.ts';

/** A link to an operation that was taken out would tell of it, and leads nowhere. */
export function dropInternalLinks(root: JsonObject, removed: readonly Removed[]): void {
  const ids = new Set(removed.map(({ operation }) => textOf(operation, 'operationId')));
  const pointers = new Set(removed.map(({ pointer }) => pointer));
  const isLost = (entry: unknown): boolean => {
    const ref = textOf(entry, '$ref');
    const link = ref === undefined ? entry : valueAt(root, pointerOfRef(ref) ?? '');
    const operationId = textOf(link, 'operationId');
    if (operationId !== undefined) return ids.has(operationId);
    const pointer = pointerOfRef(textOf(link, 'operationRef') ?? '');
    return pointer !== undefined && pointers.has(pointer);
  };
  const responses: JsonObject[] = [];
  walkDescription(root, (value, kind) => {
    if (kind === 'response' && isObject(value)) responses.push(value);
    return value;
  });
  // References to shared links go before the links themselves.
  for (const { links } of [...responses, { links: member(root.components, 'links') }]) {
    for (const [name, entry] of entriesOf(links)) if (isLost(entry)) delete (links as JsonObject)[name];
  }
}
