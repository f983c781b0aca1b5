import { shapeOf } from '../../../../contract/schema-shape.ts';
import { conform } from '../conform.ts';
import { isObject } from '../example.ts';
import type { KnownApi } from '../known-api.ts';
import { newIdFor } from '../new-id.ts';
import { newItem } from '../new-item.ts';
import type { Random } from '../random.ts';
import type { Collection } from '../resource.ts';
import type { Item, KeptItem } from '../state.ts';

const madeAtOnce = 50;
const apartMs = 60_000;

/** New items after the contract's examples in turn, oldest first, each made a minute after the one before, the last now. */
export async function generateItems(
  known: KnownApi,
  collection: Collection,
  { count, after, now, random }: { count: number; after: number; now: Date; random: Random },
): Promise<readonly KeptItem[]> {
  const { identity, items, model } = known.seedsOf(collection);
  const models = items.length > 0 ? items.map(({ item }) => item) : [model ?? {}];
  const made = new Map<string, Item>();
  for (let number = 1; made.size < count; number += 1) {
    const like = models[number % models.length] ?? {};
    const example = identity === undefined ? undefined : like[identity.property];
    const id = newIdFor(known.contract, identity?.schema, example, after + number, random);
    const time = new Date(now.getTime() - (count - 1 - made.size) * apartMs);
    made.set(String(id), itemLike(known, collection, like, id, time));
    if (number % madeAtOnce === 0) await new Promise(setImmediate);
  }
  return [...made].map(([id, item]) => ({ id, item }));
}

function itemLike(known: KnownApi, collection: Collection, model: Item, id: unknown, now: Date): Item {
  const { contract, tools } = known;
  const { identity } = known.seedsOf(collection);
  const schema = known.schemaOf(collection);
  const media = collection.create?.requestBody?.content ?? [];
  const made = newItem({
    contract,
    schema,
    asked: media.map((one) => one.schema),
    shownBody: media[0]?.examples[0]?.value,
    identity,
    model,
    body: settable(known, collection, model),
    id,
    now,
  });
  const fitting = conform(contract, tools, schema, made);
  return isObject(fitting) ? fitting : made;
}

/** What a client could have said of the model: it is said again. What the platform sets is made anew. */
function settable({ contract }: KnownApi, { create }: Collection, model: Item): Item {
  const asked = (create?.requestBody?.content ?? []).map(({ schema }) => shapeOf(contract, schema).properties);
  return Object.fromEntries(Object.entries(model).filter(([name]) => asked.some((properties) => properties.has(name))));
}
