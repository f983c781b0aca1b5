import type { Schema } from '../../../../contract/model.ts';
import { shapeOf } from '../../../../contract/schema-shape.ts';
import {
  shiftTime,
  type Shift,
  type Template,
  type Unit,
  type ValuePath,
} from '../../../../contract/x-sandbox/index.ts';
import { isObject } from '../example.ts';
import { newIdFor } from '../new-id.ts';
import type { RuleScene } from './rule-scene.ts';
import { timeFor } from '../server-set.ts';
import type { Item } from '../state.ts';
import { itemReferredTo } from './references.ts';
import { timeIn } from './time-in.ts';

/** What the expressions of a rule speak of. */
export interface Spoken {
  readonly item: Item;
  readonly schema: Schema | undefined;
  readonly body: unknown;
}

/** Where a value will stand: it is made of the kind that is wanted there. */
export interface Target {
  readonly schema: Schema | undefined;
  /** What the contract shows there. */
  readonly shown: unknown;
  /** Numbers new ids that count. */
  readonly next: () => Promise<number>;
}

/** The value of a template; undefined where it names what is not there. */
export async function valueOf(scene: RuleScene, spoken: Spoken, template: Template, target?: Target): Promise<unknown> {
  switch (template.kind) {
    case 'constant':
      return template.value;
    case 'path':
      return at(scene, spoken, template.path);
    case 'time': {
      const time = await momentOf(scene, spoken, template.from, template.shift);
      if (time === undefined) return undefined;
      const { contract } = scene.known;
      return timeFor(contract, target?.schema, target?.shown, time) ?? withoutFraction(time);
    }
    case 'first':
      for (const one of template.of) {
        const value = await valueOf(scene, spoken, one, target);
        if (value !== undefined) return value;
      }
      return undefined;
    case 'new':
      return newIdFor(scene.known.contract, target?.schema, target?.shown, (await target?.next()) ?? 1, scene.random);
    case 'list': {
      const items: unknown[] = [];
      for (const item of template.items) items.push(await valueOf(scene, spoken, item));
      return items.filter((item) => item !== undefined);
    }
    case 'object':
      return membersOf(scene, spoken, template.members, target);
  }
}

/** The values of several members; those that name what is not there are left out. */
export async function membersOf(
  scene: RuleScene,
  spoken: Spoken,
  templates: Readonly<Record<string, Template>>,
  target?: Target,
): Promise<Item> {
  const { properties } = shapeOf(scene.known.contract, target?.schema);
  const made: Record<string, unknown> = {};
  for (const [name, template] of Object.entries(templates)) {
    const shown = isObject(target?.shown) ? target.shown[name] : undefined;
    const inner: Target = { schema: properties.get(name), shown, next: target?.next ?? (async () => 1) };
    const value = await valueOf(scene, spoken, template, inner);
    if (value !== undefined) made[name] = value;
  }
  return made;
}

/** Follows a path; a step behind the id of another item leads into that item. */
async function at(scene: RuleScene, { item, schema, body }: Spoken, { root, steps }: ValuePath): Promise<unknown> {
  if (root === 'path') return scene.path.get(steps.join('.'));
  let value: unknown = root === 'item' ? item : body;
  let described = root === 'item' ? schema : undefined;
  for (const step of steps) {
    if (typeof value === 'string' || typeof value === 'number') {
      const found = await itemReferredTo(scene, described, value);
      value = found?.item;
      described = found?.schema;
    }
    if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
    described = shapeOf(scene.known.contract, described).properties.get(step);
  }
  return value;
}

/** The value of a member by its name, `credential_type_id.kind`. */
export function memberOf(scene: RuleScene, spoken: Spoken, name: string): Promise<unknown> {
  return at(scene, spoken, { root: 'item', steps: name.split('.') });
}

async function momentOf(
  scene: RuleScene,
  spoken: Spoken,
  from: ValuePath | 'now',
  shift: Shift | undefined,
): Promise<Date | undefined> {
  const start = from === 'now' ? scene.now : timeIn(await at(scene, spoken, from));
  if (start === undefined || shift === undefined) return start;
  if (!('count' in shift.by)) return shiftTime(start, shift.by, shift.sign);
  const count = await at(scene, spoken, shift.by.count);
  return typeof count === 'number' ? shiftTime(start, spanOfUnit(shift.by.unit, count), shift.sign) : undefined;
}

const noTime = { years: 0, months: 0, days: 0, hours: 0, minutes: 0, seconds: 0 };

function spanOfUnit(unit: Unit, count: number) {
  return { ...noTime, [unit]: count };
}

function withoutFraction(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
