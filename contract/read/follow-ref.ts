import type { Contract } from '../model.ts';
import { pointerOfRef, valueAt } from './json-pointer.ts';
import { PortalError } from './portal-error.ts';

/** What a local `$ref` names: `#/components/schemas/Offer` → the schema. Throws a `PortalError` when there is nothing. */
export function followRef(contract: Contract, ref: string): unknown {
  const pointer = pointerOfRef(ref);
  const found = pointer === undefined ? undefined : valueAt(contract.document, pointer);
  if (found === undefined)
    throw new PortalError(`the $ref "${ref}" names nothing in this file.`, { file: contract.file });
  return found;
}
