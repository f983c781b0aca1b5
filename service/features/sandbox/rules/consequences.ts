import { sandboxRulesOf, type Creation, type Transition } from '../../../../contract/x-sandbox/index.ts';
import type { Collection } from '../resource.ts';
import type { Scene } from '../scene.ts';
import type { Item } from '../state.ts';
import { createByRule } from './create-by-rule.ts';
import { itemsWith } from './items-with.ts';
import { type RuleScene, ruleScene } from './rule-scene.ts';
import { membersOf, type Spoken } from './value-of.ts';

/** As many as one operation takes away elsewhere. */
const mostRemoved = 10_000;

/**
 * Does what the contract says that an operation brings with it, once it was found to be allowed: sets members of the item,
 * makes items of other collections and removes some. Returns the item as it is to be kept.
 */
export async function withConsequences(scene: Scene, collection: Collection, item: Item): Promise<Item> {
  const { known, request } = scene;
  const rules = sandboxRulesOf(known.contract).ofOperation(request.operation);
  if (rules === undefined) return item;
  const by = ruleScene(scene);
  const after = await changed(by, collection, item, rules, request.body);
  for (const removal of rules.removes) {
    const spoken = { item: after, schema: known.schemaOf(collection), body: request.body };
    const found = await itemsWith(by, spoken, removal, mostRemoved);
    for (const { id } of found?.items ?? []) if (found) await scene.state.remove(found.place, id);
  }
  return after;
}

/** The item after a rule: what it sets, then what it makes, with the ids of that. */
export async function changed(
  scene: RuleScene,
  collection: Collection,
  item: Item,
  { sets, creates }: Pick<Transition, 'sets'> & { readonly creates: readonly Creation[] },
  body: unknown,
): Promise<Item> {
  const schema = scene.known.schemaOf(collection);
  const speak = (about: Item): Spoken => ({ item: about, schema, body });
  const shown = scene.known.seedsOf(collection).items[0]?.item;
  const target = { schema, shown, next: async () => 1 };
  let after: Item = { ...item, ...(await membersOf(scene, speak(item), sets, target)) };
  for (const creation of creates) {
    const id = await createByRule(scene, speak(after), creation);
    if (id !== undefined && creation.idTo !== undefined) after = { ...after, [creation.idTo]: id };
  }
  return after;
}
