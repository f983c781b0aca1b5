import { isDeepStrictEqual } from 'node:util';
import {
  isUnreadable,
  type Requirement,
  sandboxRulesOf,
  type Template,
  templateOf,
} from '../../../../contract/x-sandbox/index.ts';
import type { Collection } from '../resource.ts';
import type { Outcome, Scene } from '../scene.ts';
import type { Item } from '../state.ts';
import { itemsWith } from './items-with.ts';
import { type RuleScene, ruleScene } from './rule-scene.ts';
import { timeIn } from './time-in.ts';
import { memberOf, type Spoken, valueOf } from './value-of.ts';

/** Why an operation may not be done to an item, by what its contract requires of it; null where it may. */
export async function refusedByRules(
  scene: Scene,
  collection: Collection,
  item: Item,
): Promise<(Outcome & { readonly kind: 'refused' }) | null> {
  const { known, request } = scene;
  const rules = sandboxRulesOf(known.contract).ofOperation(request.operation);
  if (rules === undefined) return null;
  const by = ruleScene(scene);
  const spoken = { item, schema: known.schemaOf(collection), body: request.body };
  for (const requirement of rules.requires) {
    if (await holds(by, spoken, requirement)) continue;
    const { status, example } = requirement;
    return { kind: 'refused', status, detail: await detailOf(by, spoken, requirement), example };
  }
  return null;
}

async function holds(scene: RuleScene, spoken: Spoken, { that }: Requirement): Promise<boolean> {
  if (that.kind === 'none') return ((await itemsWith(scene, spoken, that, 1))?.items ?? []).length === 0;
  const value = (await named(scene, spoken, that.member)) ?? null;
  const wanted = await valuesOf(scene, spoken, that.in ?? []);
  if (wanted.length > 0 && !wanted.some((one) => isDeepStrictEqual(one, value))) return false;
  const unwanted = await valuesOf(scene, spoken, that.notIn ?? []);
  if (unwanted.some((one) => isDeepStrictEqual(one, value))) return false;
  const time = timeIn(value);
  const [after, before] = [await timeOf(scene, spoken, that.after), await timeOf(scene, spoken, that.before)];
  return time === undefined || !((after !== undefined && time <= after) || (before !== undefined && time >= before));
}

async function timeOf(scene: RuleScene, spoken: Spoken, template: Template | undefined): Promise<Date | undefined> {
  return template === undefined ? undefined : timeIn(await valueOf(scene, spoken, template));
}

/** Of what the request did not say nothing is required. */
async function valuesOf(scene: RuleScene, spoken: Spoken, templates: readonly Template[]): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  for (const template of templates) values.push(await valueOf(scene, spoken, template));
  return values.filter((value) => value !== undefined);
}

/** The text of the rule with what stands in braces filled in; without one, what was required. */
async function detailOf(scene: RuleScene, spoken: Spoken, { that, detail }: Requirement): Promise<string> {
  if (detail === undefined && that.kind === 'none') return `Something in ${that.in} needs this one.`;
  const stated =
    detail ?? (that.kind === 'member' ? `${that.member} is {${that.member}}, which does not allow this.` : '');
  let told = '';
  let end = 0;
  for (const found of stated.matchAll(/\{([^{}]+)\}/g)) {
    told += stated.slice(end, found.index) + asWord(await named(scene, spoken, found[1] ?? ''));
    end = found.index + found[0].length;
  }
  return told + stated.slice(end);
}

/** `status` is a member of the item, `$body.note` one of the request. */
function named(scene: RuleScene, spoken: Spoken, name: string): Promise<unknown> {
  if (!name.startsWith('$')) return memberOf(scene, spoken, name);
  const template = templateOf(name);
  return isUnreadable(template) ? Promise.resolve(undefined) : valueOf(scene, spoken, template);
}

function asWord(value: unknown): string {
  if (value === undefined || value === null) return 'not set';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
