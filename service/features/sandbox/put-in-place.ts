import type { Operation } from '../../../contract/model.ts';
import { placeOf } from './item-schema.ts';
import type { KnownApi } from './known-api.ts';
import type { Collection } from './resource.ts';
import type { Item } from './state.ts';

/** The answer that carries an item: the item itself, or within the property that the operation's answer has it in. */
export function asAnswer(known: KnownApi, operation: Operation, collection: Collection, item: Item): unknown {
  const { property } = placeOf(known.contract, operation, collection);
  return property === null ? item : { [property]: item };
}
