import { isDeepStrictEqual } from 'node:util';
import type { Operation, Schema } from '../../../../contract/model.ts';
import { shapeOf } from '../../../../contract/schema-shape.ts';
import type { RefusalStatus } from '../../../../contract/x-sandbox/index.ts';
import { errorResponse } from '../declared-error.ts';
import { isObject } from '../example.ts';
import { isImagined, placeIn } from '../known-api.ts';
import type { Collection } from '../resource.ts';
import type { Outcome, Scene } from '../scene.ts';
import type { Item, Place } from '../state.ts';
import { referenceOfMember } from './inferred-reference.ts';
import { itemsLike } from './items-with.ts';
import { ruleScene } from './rule-scene.ts';
import { memberRulesOf } from './schema-rules.ts';

type Refusal = Outcome & { readonly kind: 'refused' };

/** An item before and after a request; `before` is undefined where it is new. */
export interface Change {
  readonly collection: Collection;
  readonly place: Place;
  readonly id: string;
  readonly before: Item | undefined;
  readonly after: Item;
}

/**
 * Why an item cannot be kept as a request wants it: a member that must be unique has a value that another item has, or one
 * that refers to an item names none. Only what the request said is looked at.
 */
export async function conflictOf(scene: Scene, change: Change): Promise<Refusal | null> {
  const { known, request } = scene;
  const said = isObject(request.body) ? request.body : {};
  const { properties } = shapeOf(known.contract, known.schemaOf(change.collection));
  for (const [name, schema] of properties) {
    if (!Object.hasOwn(said, name) || isDeepStrictEqual(change.before?.[name], change.after[name])) continue;
    const refusal = (await taken(scene, change, name, schema)) ?? (await unknown(scene, change, name, schema));
    if (refusal !== null) return refusal;
  }
  return null;
}

async function taken(scene: Scene, change: Change, name: string, schema: Schema): Promise<Refusal | null> {
  const { unique } = memberRulesOf(scene.known.contract, schema);
  const { after, place, id } = change;
  if (unique === undefined || after[name] === undefined || after[name] === null) return null;
  const wanted = { [name]: after[name], ...(unique.within !== undefined && { [unique.within]: after[unique.within] }) };
  const others = (await itemsLike(ruleScene(scene), place, wanted, 2)).filter((other) => other.id !== id);
  const other = others[0];
  if (other === undefined) return null;
  const detail = `${name} is ${JSON.stringify(after[name])} in ${place.key}/${other.id} already; it must be unique.`;
  const example = /taken|unique|exists|duplicate/i;
  const status = refusalStatus(scene.request.operation, [409, 422, 400], example) ?? 409;
  return { kind: 'refused', status, detail, example };
}

async function unknown(scene: Scene, change: Change, name: string, schema: Schema): Promise<Refusal | null> {
  const { known, request, state } = scene;
  const reference = referenceOfMember(known, change.collection, name, schema);
  if (reference === undefined || isImagined(known, reference.collection)) return null;
  const example = /unknown|no[t -]*(?:such|found|there|exist)|reference/i;
  // Where the path names an item, 404 would say that this one is not there.
  const missing: readonly RefusalStatus[] = request.path.size === 0 ? [422, 404] : [422];
  const status = refusalStatus(request.operation, reference.isStated ? [...missing, 400] : missing, example);
  if (status === undefined) return null;
  const place = placeIn(reference.collection, request.path);
  const values: readonly unknown[] = [change.after[name]].flat();
  for (const value of values) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    if (isObject(await state.get(place, String(value)))) continue;
    const detail = `${name} is ${JSON.stringify(value)}, which is not there: ${place.key} has no such item.`;
    return { kind: 'refused', status, detail, example };
  }
  return null;
}

/** Of the statuses that an operation declares the first that it shows such a case of, else the first. */
function refusalStatus(
  operation: Operation,
  statuses: readonly RefusalStatus[],
  example: RegExp,
): RefusalStatus | undefined {
  const isDeclared = (status: RefusalStatus) => operation.responses.some((one) => one.status === String(status));
  const declared = statuses.filter(isDeclared);
  const shows = (status: RefusalStatus) =>
    (errorResponse(operation, status)?.content ?? []).some(({ examples }) =>
      examples.some(({ value }) => example.test(JSON.stringify(value))),
    );
  const hasClass = operation.responses.some(({ status }) => status.toUpperCase() === '4XX');
  return declared.find(shows) ?? declared[0] ?? (hasClass ? statuses[0] : undefined);
}
