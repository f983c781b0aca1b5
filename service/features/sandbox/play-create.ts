import type { Contract, Operation } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { jsonOf, successOf } from './answer-media.ts';
import { isObject } from './example.ts';
import { etagOf } from './etag.ts';
import { missingParent } from './find-item.ts';
import { freshId } from './fresh-id.ts';
import { type KnownApi, placeIn } from './known-api.ts';
import { newItem } from './new-item.ts';
import { segmentsOf } from './path-template.ts';
import { asAnswer } from './put-in-place.ts';
import type { Collection } from './resource.ts';
import { conflictOf } from './rules/conflict.ts';
import { withConsequences } from './rules/consequences.ts';
import { refusedByRules } from './rules/refusal.ts';
import { referenceOf } from './same-resource.ts';
import { notThere, type Outcome, type Scene } from './scene.ts';
import { plain, singular } from './schema-names.ts';
import type { Item, Place } from './state.ts';

/** Creates an item by POST on its collection. */
export async function playCreate(scene: Scene, collection: Collection): Promise<Outcome> {
  const missing = await missingParent(scene, collection.template);
  if (missing !== null) return notThere(missing);
  return createItem(scene, homeFor(scene, collection));
}

/** Where it can be read by its id, if the path that creates it is not that place: `POST /issuers/{id}/push`. */
function homeFor({ known, request }: Scene, collection: Collection): Collection {
  if (collection.itemTemplate !== null || collection.list !== undefined) return collection;
  return known.homeOf(jsonOf(successOf(request.operation, ['201']))?.schema) ?? collection;
}

/** Creates an item; `wanted` is its id where a PUT names it. An action that makes it has its rules applied already. */
export async function createItem(
  scene: Scene,
  collection: Collection,
  { wanted, isByAction = false }: { readonly wanted?: string; readonly isByAction?: boolean } = {},
): Promise<Outcome> {
  const { known, request, state, now } = scene;
  const { contract } = known;
  const { identity, model, items } = known.seedsOf(collection);
  const place = placeIn(collection, request.path);
  const body = isObject(request.body) ? request.body : {};
  const id =
    wanted === undefined ? await decideId(scene, collection, place, body) : { kind: 'new' as const, id: wanted };
  const conflict = id.kind === 'taken' ? conflictStatus(request.operation) : undefined;
  if (conflict !== undefined) {
    return { kind: 'refused', status: conflict, detail: `${place.key}/${id.id} is there already.` };
  }
  const asked = (request.operation.requestBody?.content ?? []).map((media) => media.schema);
  const schema = known.schemaOf(collection);
  const made = newItem({
    contract,
    schema,
    asked,
    shownBody: request.operation.requestBody?.content[0]?.examples[0]?.value,
    identity,
    model: model ?? items[0]?.item,
    body: { ...body, ...parentLinks(known, collection, place) },
    id: identity === undefined ? id.id : typedLike(contract, identity.schema, id.id),
    now,
  });
  const change = { collection, place, id: String(id.id), before: undefined, after: made };
  const refused = isByAction
    ? null
    : ((await conflictOf(scene, change)) ?? (await refusedByRules(scene, collection, made)));
  if (refused !== null) return refused;
  const kept = isByAction ? made : await withConsequences(scene, collection, made);
  await state.put(place, String(id.id), kept);
  return {
    kind: 'done',
    prefer: ['201', '200', '202', '204'],
    value: asAnswer(known, request.operation, collection, kept),
    etag: etagOf(kept),
    location: `${place.key}/${encodeURIComponent(String(id.id))}`,
  };
}

interface IdDecision {
  readonly kind: 'new' | 'taken';
  readonly id: string | number;
}

/** How the contract refuses what is there already; where it declares nothing for it, creating again replaces. */
function conflictStatus({ responses }: Operation): 409 | 422 | undefined {
  const declares = (...statuses: string[]) => responses.some(({ status }) => statuses.includes(status.toUpperCase()));
  if (declares('409', '4XX', 'DEFAULT')) return 409;
  return declares('422') ? 422 : undefined;
}

/** The client's id where it may choose one and it is free; else a new one of the contract's kind. */
async function decideId(scene: Scene, collection: Collection, place: Place, body: Item): Promise<IdDecision> {
  const { known, state } = scene;
  const { identity } = known.seedsOf(collection);
  const chosen = identity?.isServerSet === false ? body[identity.property] : undefined;
  if ((typeof chosen === 'string' && chosen !== '') || typeof chosen === 'number') {
    const found = await state.get(place, String(chosen));
    return { kind: isObject(found) ? 'taken' : 'new', id: chosen };
  }
  return { kind: 'new', id: await freshId(scene, collection, place) };
}

function typedLike(contract: Contract, schema: Parameters<typeof shapeOf>[1], id: string | number): unknown {
  const { types } = shapeOf(contract, schema);
  const isNumber = (types.has('integer') || types.has('number')) && !types.has('string');
  return isNumber && Number.isFinite(Number(id)) ? Number(id) : types.size === 0 ? id : String(id);
}

/** An item below another names it: `issuer_id` of a key at `/issuers/iss_1/keys` is `iss_1`. */
function parentLinks(known: KnownApi, collection: Collection, place: Place): Item {
  const { properties } = shapeOf(known.contract, known.schemaOf(collection));
  const segments = segmentsOf(collection.template);
  const links: Record<string, unknown> = {};
  for (const [parameter, value] of place.parents) {
    const above = segments[segments.indexOf(`{${parameter}}`) - 1] ?? '';
    const names = [plain(parameter), `${singular(above)}id`];
    for (const [name, schema] of properties) {
      if (plain(name) !== 'id' && names.includes(plain(name))) links[name] = typedLike(known.contract, schema, value);
    }
  }
  return links;
}

/** Whether an operation that creates answers with a component that has a collection of its own. */
export function createsElsewhere(
  known: KnownApi,
  operation: Operation,
  collection: Collection,
): Collection | undefined {
  const schema = jsonOf(successOf(operation, ['201']))?.schema;
  const home = known.homeOf(schema);
  return home !== undefined && referenceOf(schema) !== referenceOf(known.schemaOf(collection)) ? home : undefined;
}
