import type { ParameterView, SchemaView } from '../../../../../contract/reference-page';
import { fieldKind, kindOfSchema } from '../../request';
import type { Collapsed } from './collapse-parameter';

/**
 * What stands in a field for a value. A list or an object is JSON, whose numbers and booleans are such where the contract says so and nothing
 * of how they were written is lost.
 */
export function fieldText({ schema }: Pick<ParameterView, 'schema'>, value: Collapsed): string {
  return typeof value === 'string' ? value : jsonText(value, schema);
}

function jsonText(value: Collapsed, schema: SchemaView | undefined): string {
  if (typeof value === 'string') return singleText(value, schema);
  if (value instanceof Map) {
    const members = Array.from(value as ReadonlyMap<string, Collapsed>, ([name, member]) => {
      const own = schema?.properties?.find((property) => property.name === name)?.schema ?? schema?.additional;
      return `${JSON.stringify(name)}:${jsonText(member, own)}`;
    });
    return `{${members.join(',')}}`;
  }
  return `[${(value as readonly Collapsed[]).map((item) => jsonText(item, schema?.items)).join(',')}]`;
}

function singleText(text: string, schema: SchemaView | undefined): string {
  if (!schema) return JSON.stringify(text);
  const { kind } = kindOfSchema(schema);
  const parsed = parse(text);
  const isSame = parsed !== undefined && JSON.stringify(parsed) === text;
  const isMeant =
    (kind === 'number' && typeof parsed === 'number') ||
    (kind === 'boolean' && typeof parsed === 'boolean') ||
    (kind === 'json' && typeof parsed === 'object' && parsed !== null);
  return isSame && isMeant ? text : JSON.stringify(text);
}

/** What a parameter's value is made of, as its field sees it. */
export function holdsOf(parameter: ParameterView): 'single' | 'array' | 'object' {
  if (parameter.mediaType) return 'single';
  const field = fieldKind(parameter);
  if (field.kind !== 'json') return 'single';
  return field.holds === 'array' ? 'array' : 'object';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
