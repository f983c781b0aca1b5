import type { Contract, Schema, SchemaObject } from '../../../../contract/model.ts';
import { followRef } from '../../../../contract/read/index.ts';
import {
  type ItemRules,
  type MemberRules,
  sandboxRulesOf,
  type Transition,
} from '../../../../contract/x-sandbox/index.ts';

type Said = ItemRules & MemberRules;

const nothingSaid: Said = { becomes: [], unique: undefined, refersTo: undefined };
const known = new WeakMap<SchemaObject, Said>();

/** What `x-sandbox` says at the schema of a member, or at a schema that it refers to; what is nearer wins. */
export function memberRulesOf(contract: Contract, schema: Schema | undefined): MemberRules {
  return saidOf(contract, schema);
}

/** The changes that time brings to an item of the schema, in the order in which they are stated. */
export function transitionsOf(contract: Contract, schema: Schema | undefined): readonly Transition[] {
  return saidOf(contract, schema).becomes;
}

function saidOf(contract: Contract, schema: Schema | undefined): Said {
  if (contract.sandbox === undefined || typeof schema !== 'object') return nothingSaid;
  const cached = known.get(schema);
  if (cached !== undefined) return cached;
  const all = along(contract, schema).flatMap((one) => sandboxRulesOf(contract).ofSchema(one) ?? []);
  const said: Said = {
    becomes: all.flatMap(({ becomes }) => becomes),
    unique: all.find(({ unique }) => unique !== undefined)?.unique,
    refersTo: all.find(({ refersTo }) => refersTo !== undefined)?.refersTo,
  };
  known.set(schema, said);
  return said;
}

/** A schema, what it refers to, and the parts and alternatives that it is made of. */
function along(contract: Contract, schema: unknown, seen = new Set<unknown>()): readonly SchemaObject[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const one = schema as SchemaObject;
  const target = one.$ref === undefined ? undefined : followRef(contract, one.$ref);
  const parts = [target, ...(one.allOf ?? []), ...(one.oneOf ?? []), ...(one.anyOf ?? [])];
  return [one, ...parts.flatMap((part) => along(contract, part, seen))];
}
