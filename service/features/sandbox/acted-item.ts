import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { isObject } from './example.ts';
import { plain } from './schema-names.ts';
import { isChangedAt, isMadeAt, timeFor, touched } from './server-set.ts';
import type { Item } from './state.ts';

/** Verbs that lead back to the usual state without naming it. */
const backToActive = new Set([
  'resume',
  'restore',
  'reinstate',
  'unsuspend',
  'unpause',
  'unfreeze',
  'unblock',
  'unlock',
]);
const stateNames = ['status', 'state', 'phase', 'stage', 'lifecycle'];

/** An action on an item: `suspend`, with what the client said along and the example that the contract shows. */
export interface Action {
  readonly verb: string;
  readonly body: Item;
  readonly example: Item | undefined;
  readonly now: Date;
}

/**
 * The item after an action: its state is the value of the schema's `enum` that fits the verb (`suspend` → `suspended`),
 * else what the contract's example of the answer shows; the time of the action is now; what the client said is kept.
 */
export function actedItem(contract: Contract, schema: Schema | undefined, item: Item, action: Action): Item {
  const { properties } = shapeOf(contract, schema);
  const result: Record<string, unknown> = { ...item };
  for (const [name, value] of Object.entries(action.body)) {
    if (properties.has(name) && !shapeOf(contract, properties.get(name)).readOnly) result[name] = value;
  }
  const state = stateAfter(contract, properties, action);
  if (state !== undefined) result[state.name] = state.value;
  for (const [name, property] of properties) {
    if (name === state?.name || isMadeAt(name) || isChangedAt(name)) continue;
    const time = timeOfAction(contract, name, property, item[name], action);
    if (time !== undefined) result[name] = time;
  }
  return touched(contract, schema, result, action.now);
}

function stateAfter(
  contract: Contract,
  properties: ReadonlyMap<string, Schema>,
  { verb, example }: Action,
): { name: string; value: unknown } | undefined {
  const states = [...properties].filter(([, schema]) => shapeOf(contract, schema).values !== undefined);
  const rank = ([name]: readonly [string, Schema]) => (stateNames.includes(plain(name)) ? 0 : 1);
  for (const [name, schema] of states.sort((a, b) => rank(a) - rank(b))) {
    const values = shapeOf(contract, schema).values ?? [];
    const fitting = values.find((value) => typeof value === 'string' && fitsVerb(verb, value));
    if (fitting !== undefined) return { name, value: fitting };
  }
  const flag = [...properties].find(
    ([name, schema]) => isFlag(contract, schema) && fitsVerb(verb.replace(/^un/, ''), name),
  );
  if (flag !== undefined) return { name: flag[0], value: !verb.startsWith('un') };
  const shown = states.find(([name]) => stateNames.includes(plain(name)));
  if (shown === undefined || !isObject(example) || example[shown[0]] === undefined) return undefined;
  return { name: shown[0], value: example[shown[0]] };
}

function isFlag(contract: Contract, schema: Schema): boolean {
  return shapeOf(contract, schema).types.has('boolean');
}

/** `suspended_at` of `suspend` is now. What the example shows as not set (`suspended_at` of `reactivate`) is not set. */
function timeOfAction(contract: Contract, name: string, schema: Schema, current: unknown, action: Action): unknown {
  const shape = shapeOf(contract, schema);
  if (shape.format !== 'date-time' && shape.format !== 'date') return undefined;
  const word = plain(name).replace(/(?:at|on|date|time)$/, '');
  if (fitsVerb(action.verb, word)) return timeFor(contract, schema, undefined, action.now);
  if (!isObject(action.example)) return undefined;
  const shown = action.example[name];
  if (shown === null && current !== null && shape.types.has('null')) return null;
  const isNew = typeof shown === 'string' && (current === null || current === undefined);
  return isNew ? timeFor(contract, schema, shown, action.now) : undefined;
}

/** Whether a word is what the verb leads to: `cancel` → `canceled`, `cancelled`; `activate` → `active`. */
export function fitsVerb(verb: string, word: string): boolean {
  const result = plain(word);
  const own = plain(verb);
  if (backToActive.has(own)) return result === 'active';
  for (const form of own.startsWith('re') && own.length > 6 ? [own, own.slice(2)] : [own]) {
    const stem = form.replace(/(?:ate|e)$/, '').replace(/y$/, 'i');
    const rest = result.slice(stem.length);
    if (stem.length > 2 && result.startsWith(stem) && /^(?:e|d|ed|ated|ied|.ed|en|n|ive)?$/.test(rest)) return true;
  }
  return false;
}
