import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { isObject } from './example.ts';
import type { Identity } from './identity.ts';
import { replaceText } from './replace-text.ts';
import { isChangedAt, isMadeAt, movedTime, timeFor } from './server-set.ts';
import type { Item } from './state.ts';

/** What a new item is made of. */
export interface Making {
  readonly contract: Contract;
  readonly schema: Schema | undefined;
  /** What the body of the creating operation may say. */
  readonly asked: readonly (Schema | undefined)[];
  /** The example that the contract shows of such a body. */
  readonly shownBody: unknown;
  readonly identity: Identity | undefined;
  readonly model: Item | undefined;
  readonly body: Item;
  readonly id: unknown;
  readonly now: Date;
}

/**
 * A new item: what the client said, then the defaults, then what the platform sets by itself, after the model that the
 * contract's example gives: id, times (moved along with now), state, links.
 */
export function newItem(making: Making): Item {
  const { contract, schema, identity, body, now } = making;
  const shape = shapeOf(contract, schema);
  const model = forNewId(making);
  const madeAt = Object.entries(model).find(([name]) => isMadeAt(name))?.[1];
  const item: Record<string, unknown> = {};
  for (const [name, property] of shape.properties) {
    const { readOnly, writeOnly, default: usual } = shapeOf(contract, property);
    if (writeOnly) continue;
    if (name === identity?.property) item[name] = making.id;
    else if (Object.hasOwn(body, name) && !readOnly) item[name] = body[name];
    else if (isMadeAt(name) || isChangedAt(name)) {
      item[name] = timeFor(contract, property, model[name], now) ?? model[name];
    } else if (isAskable(making, name) && !readOnly) {
      item[name] = usual ?? (shape.required.has(name) ? model[name] : undefined);
    } else item[name] = movedTime(model[name], madeAt, now) ?? model[name] ?? usual;
    if (item[name] === undefined) delete item[name];
  }
  return isClosed(making) ? item : { ...unnamed(making), ...item };
}

/** The model with its own id replaced by the new one, also within links. */
function forNewId({ model = {}, identity, id }: Making): Item {
  const old = identity === undefined ? undefined : model[identity.property];
  if (typeof old !== 'string' || old.length < 4) return model;
  return replaceText(model, old, String(id)) as Item;
}

/**
 * Whether the client could have said it: then its absence means something. What the contract's example of an answer has
 * and its example of the request has not, the platform sets where the client does not (`expires_at`).
 */
function isAskable({ contract, asked, model = {}, shownBody }: Making, name: string): boolean {
  const isSetAnyway = isObject(shownBody) && !Object.hasOwn(shownBody, name) && Object.hasOwn(model, name);
  return !isSetAnyway && asked.some((schema) => shapeOf(contract, schema).properties.has(name));
}

function isClosed({ contract, schema }: Making): boolean {
  const shape = shapeOf(contract, schema);
  return (
    shape.properties.size > 0 && shape.additionalProperties !== true && typeof shape.additionalProperties !== 'object'
  );
}

/** Properties that the item's schema does not name but allows. */
function unnamed({ contract, schema, body }: Making): Item {
  const { properties } = shapeOf(contract, schema);
  return Object.fromEntries(Object.entries(body).filter(([name]) => !properties.has(name) && name !== '__proto__'));
}
