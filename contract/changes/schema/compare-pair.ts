import type { Contract, Schema } from '../../model.ts';
import type { Direction } from '../change.ts';
import { facetsOf, type Facets } from './facets.ts';
import { compareChoice } from './compare-choice.ts';
import { SCHEMA_RULES } from './rules/index.ts';
import { type Member, memberChange } from './rules/members.ts';
import { areApart, typesChange } from './rules/types.ts';
import { isSameText } from './is-same-text.ts';
import type { Child, PairResult, Sides } from './pair-result.ts';
import { memberStep, type SchemaChange } from './schema-change.ts';

const NOTHING: PairResult = { changes: [], children: [] };

/** What changed at one place, and what there is to compare below it. */
export function comparePair(pair: Sides<Facets>, direction: Direction, contracts: Sides<Contract>): PairResult {
  const { before, after } = pair;
  if (before === after || before.isNever || after.isNever) return NOTHING;
  if (areApart(before.types, after.types)) return { changes: typesChange(before, after, direction), children: [] };
  const choice = compareChoice(pair, direction, contracts);
  if (choice && (before.alternatives.length === 0 || after.alternatives.length === 0)) return choice;
  // Alternatives tell the types themselves.
  const types =
    choice && [before, after].some((one) => one.types.size === 0) ? [] : typesChange(before, after, direction);
  const members = compareMembers(pair, direction, contracts);
  return {
    changes: [
      ...types,
      ...SCHEMA_RULES.flatMap((rule) => rule(before, after, direction)),
      ...(choice?.changes ?? []),
      ...members.changes,
    ],
    children: [...members.children, ...compareItems(pair), ...(choice?.children ?? [])],
  };
}

function compareMembers(
  { before, after }: Sides<Facets>,
  direction: Direction,
  contracts: Sides<Contract>,
): PairResult {
  const changes: SchemaChange[] = [];
  const children: Child[] = [];
  for (const name of new Set([...before.properties.keys(), ...after.properties.keys()])) {
    const isQuiet = before.required.has(name) === after.required.has(name);
    if (isQuiet && isSameText(before.properties.get(name), after.properties.get(name))) continue;
    const was = stateOf(before, name, direction, contracts.before);
    const is = stateOf(after, name, direction, contracts.after);
    const change = memberChange({ name, before: was, after: is }, direction);
    if (change) changes.push(change);
    if (was?.isThere && is?.isThere) children.push({ step: memberStep(name), before: was.schema, after: is.schema });
  }
  return { changes, children };
}

function stateOf(facets: Facets, name: string, direction: Direction, contract: Contract) {
  const schema = facets.properties.get(name);
  if (schema === undefined) return undefined;
  const { isNever, isReadOnly, isWriteOnly } = facetsOf(contract, schema);
  const isThere = !isNever && !(direction === 'request' ? isReadOnly : isWriteOnly);
  return {
    schema,
    isThere,
    isReadOnly,
    isWriteOnly,
    isRequired: facets.required.has(name),
  } satisfies Member['before'] & {
    schema: Schema;
  };
}

function compareItems({ before, after }: Sides<Facets>): Child[] {
  const children: Child[] = [];
  if (before.items !== undefined || after.items !== undefined) {
    children.push({ step: '[]', before: before.items ?? true, after: after.items ?? true });
  }
  if (isSchema(before.additional) && isSchema(after.additional)) {
    children.push({ step: '.*', before: before.additional, after: after.additional });
  }
  before.tuple.forEach((schema, index) => {
    const other = after.tuple[index];
    if (other !== undefined) children.push({ step: `[${index}]`, before: schema, after: other });
  });
  return children;
}

const isSchema = (schema: Schema | undefined): schema is Schema => typeof schema === 'object';
