import type { AlternativesView, SchemaView } from '../../../../contract/reference-page';
import type { JsonNode } from '../json/json-tree';
import { shapeOf } from './field-shape';
import { wholeOf } from './start-json';

/**
 * Which of the alternatives a value is: the one that the discriminator names, else the one of its type that has most of its members and
 * lacks fewest. One that was `chosen` stays as long as the value can be it.
 */
export function likelyAlternative(
  { discriminator, values = [], schemas }: AlternativesView,
  text: string,
  node: JsonNode | undefined,
  known: ReadonlyMap<string, SchemaView>,
  chosen: number | null = null,
): number {
  if (!node) return chosen ?? 0;
  const tells = node.children.find(({ name }) => name !== null && name === discriminator)?.node;
  const named = tells?.kind === 'string' ? values.indexOf(JSON.parse(text.slice(tells.from, tells.to)) as string) : -1;
  if (named !== -1) return named;
  const scores = schemas.map((schema) => score(wholeOf(schema, known), text, node));
  return chosen !== null && (scores[chosen] ?? -1) >= 0 ? chosen : scores.indexOf(Math.max(...scores));
}

function score(view: SchemaView, text: string, node: JsonNode): number {
  const shape = shapeOf(view);
  switch (shape.kind) {
    case 'choice':
      return shape.choices.includes(text.slice(node.from, node.to)) ? 3 : -1;
    case 'object':
      return node.kind === 'object' ? scoreOfMembers(view, text, node) : -1;
    case 'text':
      return node.kind === 'string' ? 2 : -1;
    case 'number':
    case 'boolean':
    case 'array':
      return node.kind === shape.kind ? 2 : -1;
    case 'alternatives':
      return Math.max(0, ...(view.alternatives?.schemas ?? []).map((one) => score(one, text, node)));
    case 'open':
      return shape.kinds.includes(node.kind) ? 1 : 0;
  }
}

function scoreOfMembers({ properties = [] }: SchemaView, text: string, { children }: JsonNode): number {
  const names = new Set(children.map(({ name }) => name));
  const constants = properties.map(({ name, schema }): number => {
    const own = children.find((child) => child.name === name)?.node;
    const fixed = schema.const ?? (schema.enum?.length === 1 ? schema.enum[0] : undefined);
    if (fixed === undefined || !own) return 0;
    return fixed === text.slice(own.from, own.to) ? 10 : -10;
  });
  const known = properties.filter(({ name }) => names.has(name)).length;
  const lacking = properties.filter(({ name, required }) => required && !names.has(name)).length;
  return 1 + known - 2 * lacking + constants.reduce((sum, one) => sum + one, 0);
}
