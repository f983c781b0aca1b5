import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import type { ContractTools } from './contract-tools.ts';
import { isObject } from './example.ts';

const rounds = 8;

/**
 * Makes a value fit its schema and changes as little as possible: what is missing or wrong is taken from a sample, what
 * must not be there is left out. Where that does not end, the sample itself is the value.
 */
export function conform(contract: Contract, tools: ContractTools, schema: Schema | undefined, value: unknown): unknown {
  if (schema === undefined) return value;
  let current = value;
  let sample: unknown;
  for (let round = 0; round < rounds; round += 1) {
    const wrong = tools.check(schema, current);
    if (wrong.length === 0) return current;
    sample ??= tools.sample(schema);
    const places = new Set(wrong.map(({ at }) => at));
    let next = current;
    for (const at of places) next = mendAt(contract, tools, schema, next, sample, stepsOf(at));
    if (JSON.stringify(next) === JSON.stringify(current)) break;
    current = next;
  }
  return tools.check(schema, current).length === 0 ? current : (sample ?? tools.sample(schema));
}

/** Replaces what is at the place by what the sample has there; leaves it out where the sample has nothing. */
function mendAt(
  contract: Contract,
  tools: ContractTools,
  schema: Schema | undefined,
  value: unknown,
  sample: unknown,
  steps: readonly string[],
): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return mendWhole(contract, tools, schema, value, sample);
  const shape = shapeOf(contract, schema);
  if (Array.isArray(value)) {
    const at = Number(step);
    const like: unknown = Array.isArray(sample) ? sample[0] : tools.sample(shape.items);
    return value.map((item: unknown, index) =>
      index === at ? mendAt(contract, tools, shape.items, item, like, rest) : item,
    );
  }
  if (!isObject(value)) return sample;
  const property = shape.properties.get(step) ?? shape.additionalProperties;
  if (property === false) return without(value, step);
  const like = isObject(sample) && Object.hasOwn(sample, step) ? sample[step] : undefined;
  if (!Object.hasOwn(value, step) || (rest.length === 0 && like !== undefined && !isObject(like))) {
    return put(value, step, like === undefined && property !== undefined ? tools.sample(property) : like);
  }
  if (rest.length === 0 && property === undefined && like === undefined) return without(value, step);
  const inside = like ?? (property === undefined ? undefined : tools.sample(property));
  return put(value, step, mendAt(contract, tools, property, value[step], inside, rest));
}

/** The whole does not fit: what it lacks is added from the sample, what its schema does not name is left out. */
function mendWhole(
  contract: Contract,
  tools: ContractTools,
  schema: Schema | undefined,
  value: unknown,
  sample: unknown,
): unknown {
  if (!isObject(value) || !isObject(sample)) return sample;
  const { properties, required, additionalProperties } = shapeOf(contract, schema);
  let result: Readonly<Record<string, unknown>> = value;
  for (const name of required) {
    if (!Object.hasOwn(result, name)) result = put(result, name, sample[name] ?? tools.sample(properties.get(name)));
  }
  if (additionalProperties === false) {
    for (const name of Object.keys(result)) if (!properties.has(name)) result = without(result, name);
  }
  // An alternative (`oneOf`) that nothing mended: the sample says which one.
  return JSON.stringify(result) === JSON.stringify(value) ? sample : result;
}

function put(
  value: Readonly<Record<string, unknown>>,
  name: string,
  member: unknown,
): Readonly<Record<string, unknown>> {
  if (member === undefined) return without(value, name);
  return { ...value, [name]: member };
}

function without(value: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

function stepsOf(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
